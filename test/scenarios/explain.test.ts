import { expect, it } from "vitest";
import { changed, Folder } from "./quarter.ts";

const options = "q -r bocom-nanchang -p 2026Q4";

it.each([
  ["by id", "0002"],
  ["by id in full-width digits", "０００２"],
  ["by name", "李二"],
])("explains %s", async (_, wanted) => {
  const { code, out, err } = await new Folder()
    .quarter()
    .run(["explain", wanted, ...options.split(" "), "--lang", "zh"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("李二 · 0002 · 东湖支行  2026Q4");
  expect(out).toContain("高聘");
  for (const tier of ["高级", "一级", "二级", "三级", "四级"]) expect(out).toContain(`${tier}客户经理`);
  expect(out).toContain("第十一条");
  expect(out).toContain("存款.csv");
});

it("is the same in English, and as JSON", async () => {
  const folder = new Folder().quarter();
  const { out } = await folder.run(`explain 0002 ${options} --lang en`);
  expect(out).toContain("Second-grade manager");
  const json = await folder.run(`explain 0002 ${options} -f json`);
  expect(JSON.parse(json.out)).toMatchObject({
    schema: "dingji/explain@1",
    result: { id: "0002", qualified: "second", action: "promote" },
  });
});

it.each([
  ["an id that is nearly one", "0009", "cli/unknown-person", 'did you mean "0001"?'],
  ["a name that is nearly one", "张叁", "cli/unknown-person", 'did you mean "张三"?'],
  ["nobody", "999999", "cli/unknown-person", '"999999" is not on the roster\n'],
])("refuses %s", async (_, wanted, code, words) => {
  const ran = await new Folder().quarter().run(["explain", wanted, ...options.split(" "), "--lang", "en"]);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.err).toContain(code);
  expect(ran.err).toContain(words);
});

it.each([
  ["a folder alone", "explain q -r bocom-nanchang -p 2026Q4", "q"],
  ["a file alone", "explain q/存款.csv -r bocom-nanchang -p 2026Q4", "q/存款.csv"],
  ["a file that is not there", "explain x.xlsx -r bocom-nanchang -p 2026Q4", "x.xlsx"],
  ["files", "explain q/存款.csv q/贷款.csv -r bocom-nanchang -p 2026Q4", "q/存款.csv"],
])("says that the id is missing before %s", async (_, line, file) => {
  const { code, out, err } = await new Folder().quarter().run(`${line} --lang zh`);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toBe(
    `错误 cli/file-for-id\n  第一个参数是工号或姓名，而“${file}”看起来是文件\n  建议 把工号写在文件前面：dingji explain 工号 ${file}\n\n1 个错误\n`,
  );
});

it("takes an id that is a folder's name too for an id where the project says what to read", async () => {
  const folder = new Folder().quarter().write("0002", "").write("dingji.yml", "rulebook: bocom-nanchang\ninputs: q\n");
  const { code, out } = await folder.run("explain 0002 -p 2026Q4");
  expect([code, out.split("\n")[0]]).toEqual([0, expect.stringContaining("0002")]);
});

it("asks for the id when two people have the name", async () => {
  const rows = changed("客户经理", {
    4: ["0003", "李二", "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"],
  });
  const ran = await new Folder().quarter({ 客户经理: rows }).run(`explain 李二 ${options} --lang en`);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.err).toContain('2 people are called "李二": 0002, 0003');
});

it("says the person's own data problems, and nobody else's", async () => {
  const rows = changed("存款", { 2: ["0001", "C1", "四千", "4000", "否"] });
  const folder = new Folder().quarter({ 存款: rows });
  const [touched, other] = [await folder.run(`explain 0001 ${options}`), await folder.run(`explain 0002 ${options}`)];
  expect([touched.code, other.code]).toEqual([1, 0]);
  expect(touched.err).toContain("error facts/not-a-number  q/存款.csv:2 C2");
  expect(other.err).toBe("");
});
