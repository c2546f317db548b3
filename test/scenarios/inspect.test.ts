import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cli/run-program.ts";
import { changed, Folder, plain } from "./quarter.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-inspect.ts";
import "../../src/report/inspect/text.ts";

const messy = "fixtures/quarter-a/messy";

describe("the messy sample", () => {
  it.each([
    "fixtures/quarter-a/messy/业务.xlsx  xlsx",
    "  贷款 → loans（按工作表名）",
    "    表头：第 2、3 行，单位 万元",
    "    用到的列：manager = A 员工号、customer = B 客户 客户号、average = C 客户 本年日均 [万元]",
    "    行：共 394，表头 2，读入 390，不作数据 2",
    "    不作数据：标题 1 行（第 1 “贷款业务(单位:万元)”）；合计 1 行（第 394 “合 计”）",
    "    合计核对：1 处相符，0 处不符",
    "  草稿 → 没有使用（隐藏的工作表）",
    "fixtures/quarter-a/messy/存款明细.csv  csv，gb18030，逗号分隔",
    "  （文本文件） → deposits（按文件名）",
    "    行：共 879，表头 1，读入 815，不作数据 63",
    "    合计核对：121 处相符，0 处不符",
    "警告 facts/no-rows  2 处",
    "2 个警告，1 个提示",
  ])("%s", async (line) => expect((await inspected("zh")).out.split("\n")).toContain(line));

  it("is clean but for warnings, in English too", async () => {
    const { code, out, err } = await inspected("en");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("\n  贷款 → loans (by the sheet's name)\n    header: rows 2, 3, unit 万元\n");
    expect(out).toContain("\n    rows: 879 in all, 1 of header, 815 read, 63 not data\n");
    expect(out).toContain(
      '\n    not data: 1 title (row 1 "存款日均明细表"); 1 unit (row 2 "单位:万元"); 60 subtotals (rows 24 "小计", 36 "小计", 59 "小计" …); 1 total (row 879 "合计")\n',
    );
    expect((await run(`inspect ${messy} -r bocom-nanchang --strict`)).code).toBe(1);
  });

  it("loses no row", async () => {
    const { out } = await run(`inspect ${messy} -r bocom-nanchang -f json`);
    const { schema, files, summary } = JSON.parse(out) as Inspected;
    expect([schema, summary]).toEqual(["dingji/inspect@1", { error: 0, warning: 2, info: 1 }]);
    const sheets = files.flatMap((file) => file.sheets);
    expect(sheets.map(({ input }) => input)).toEqual(["loans", "settlements", "quality", null, "deposits", "managers"]);
    for (const { rowsInFile, rowsRead, headerRows, leftOut } of sheets)
      expect(headerRows.length + rowsRead + leftOut.length).toBe(rowsInFile);
  });
});

interface Inspected {
  readonly schema: string;
  readonly summary: object;
  readonly files: readonly {
    readonly sheets: readonly {
      readonly input: string | null;
      readonly rowsInFile: number;
      readonly rowsRead: number;
      readonly headerRows: readonly number[];
      readonly leftOut: readonly object[];
    }[];
  }[];
  readonly problems: readonly {
    readonly code: string;
    readonly count: number;
    readonly problems: readonly { readonly location?: object; readonly grid?: object }[];
  }[];
}

const texts = new Map<string, ReturnType<typeof run>>();
function inspected(lang: string): ReturnType<typeof run> {
  const ran = texts.get(lang) ?? run(`inspect ${messy} -r bocom-nanchang --lang ${lang}`);
  texts.set(lang, ran);
  return ran;
}

describe("an ugly csv alone: semicolons, a title, headers that no synonym covers", () => {
  const ugly = "支行上报表\n员工编码;客户编号;全年平均(万元);备注\n0001;C1;100;a\n0002;C2;四千;b\n小计;;101;\n";
  const folder = () => new Folder().write("台账.csv", ugly);

  it("is not used, and shown by its first rows", async () => {
    const { code, out } = await folder().run("inspect 台账.csv -r bocom-nanchang --lang zh");
    expect(code).toBe(0);
    expect(out).toContain(
      "台账.csv  csv，utf-8，分号分隔\n  （文本文件） → 没有使用（名称和表头都对不上）\n    第 1 行：A 支行上报表\n    第 2 行：A 员工编码、B 客户编号、C 全年平均(万元)、D 备注\n",
    );
    expect(out).toContain("加上 --suggest");
  });

  it("suggests a mapping that works when it is pasted, and shows every bad cell without the roster", async () => {
    const here = folder();
    const suggested = await here.run("inspect 台账.csv -r bocom-nanchang --suggest");
    expect(suggested.out).toBe(
      "mapping:\n  台账: deposits\n  员工编码: deposits.manager\n  全年平均(万元): deposits.average\n",
    );
    here.write("dingji.yml", `rulebook: bocom-nanchang\ninputs: 台账.csv\nlanguage: en\n${suggested.out}`);
    const { code, out, err } = await here.run("inspect");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("(text file) → deposits (by a mapping)");
    expect(out).toContain("rows: 5 in all, 1 of header, 2 read, 2 not data");
    expect(out).toContain(`error facts/not-a-number  1 place
  台账.csv:4 C4  `);
    expect(out).toContain(`
         A 员工编码  B 客户编号  C 全年平均(万元)
      3  0001        C1          100
    > 4  0002        C2          四千
                                 ^^^^
`);
  });

  it("without a rulebook is listed by its first rows, which is said", async () => {
    const { code, out } = await folder().run("inspect 台账.csv --lang en");
    expect(code).toBe(0);
    expect(out).toContain("\n  (text file)\n    row 1: A 支行上报表\n    row 2: A 员工编码, B 客户编号");
    expect(out).toContain("\nno problems\n\nNo rulebook is named, so only the first rows of each sheet are listed.");
  });
});

it("shows a bad cell in json with its place and its neighbours: exit 1", async () => {
  const folder = new Folder().quarter({ 存款: changed("存款", { 2: ["0001", "C1", "四千", "4000", "否"] }) });
  const { code, out } = await folder.run("inspect q -r bocom-nanchang -f json");
  expect(code).toBe(1);
  const [worst] = (JSON.parse(out) as Inspected).problems;
  expect(worst).toMatchObject({
    code: "facts/not-a-number",
    count: 1,
    problems: [
      {
        location: { file: "q/存款.csv", cell: "C2" },
        grid: { rows: [{ row: 2, cells: plain.存款[1]!.map((cell, at) => (at === 2 ? "四千" : cell)) }, { row: 3 }] },
      },
    ],
  });
});

it("says nothing when there is nothing to say", async () => {
  const { code, out, err } = await new Folder().quarter().run("inspect q -r bocom-nanchang --lang en");
  expect([code, err]).toEqual([0, ""]);
  expect(out.endsWith("\nno problems\n")).toBe(true);
  const suggested = await new Folder().quarter().run("inspect q -r bocom-nanchang --suggest --lang en");
  expect([suggested.out, suggested.err]).toEqual(["", "no sheet or column needs a mapping\n"]);
});

it("a file that cannot be read does not hide the others: exit 2", async () => {
  const folder = new Folder().quarter().write("q/坏.xlsx", "");
  const { code, out } = await folder.run("inspect q -r bocom-nanchang --lang en");
  expect(code).toBe(2);
  expect(out).toContain("\nq/坏.xlsx  cannot be read\n");
  expect(out).toContain("error workbook/empty-file  1 place\n  q/坏.xlsx");
  expect(out).toContain("存款.csv  csv, utf-8, separated by commas");
});

it.each([
  ["no spreadsheets", "inspect -r bocom-nanchang", "cli/no-input"],
  ["no such file", "inspect 没有.csv -r bocom-nanchang", "cli/no-such-file"],
  ["no such rulebook", `inspect ${resolve(messy)} -r bocom`, "rulebook/no-such-rulebook"],
])("cannot be done: %s", async (_, line, code) => {
  const ran = await new Folder().run(line);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.err).toContain(code);
});
