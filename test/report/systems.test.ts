import { join } from "node:path";
import { Chalk } from "chalk";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { systemsDir } from "../../scripts/make-system-fixtures.ts";
import { renderCsv } from "../../src/report/csv.ts";
import { renderExplain } from "../../src/report/explain.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderMarkdown } from "../../src/report/md.ts";
import { makeReport, type Report } from "../../src/report/report.ts";
import { renderTable } from "../../src/report/table.ts";
import { whole } from "../../src/report/xlsx/pack.ts";
import { renderWorkbook } from "../../src/report/xlsx/workbook.ts";
import type { Lang } from "../../src/text/text.ts";
import { gradeSystem } from "../rules/grade-system.ts";

const chalk = new Chalk({ level: 0 });

async function reportOn(system: string, names: readonly string[], period: string): Promise<Report> {
  const sources = names.map((name) => ({ name, path: join(systemsDir, system, name) }));
  return makeReport(await gradeSystem(system, sources, period), { version: "1.2.3" });
}

const jinzhong = await reportOn("jinzhong-tobacco", ["2026.xlsx"], "2026");
const shanghai = await reportOn("shanghai-team", ["2012年末.xlsx"], "2012");
const outlets = await reportOn("outlet-structure", ["网点.xlsx"], "2026");
const scores = await reportOn("periodic-score", ["花名册.csv", "任务完成.csv", "不定期考核.csv"], "2026Q4");
const cityBank = await reportOn("city-bank-provisional", ["花名册.csv", "存款.csv"], "2026");

const json = (report: Report) =>
  JSON.parse(Buffer.concat(Array.from(renderJson(report, "zh"), (piece) => Buffer.from(piece))).toString());
const csv = (report: Report) =>
  parse([...renderCsv(report, "zh", { bom: false })].join(""), { columns: true }) as Record<string, string>[];
const table = (report: Report, lang: Lang) => renderTable(report, { lang, width: Number.POSITIVE_INFINITY, chalk });
const explained = (report: Report, id: string, lang: Lang) =>
  renderExplain(report, report.people.find((one) => one.id === id)!, { lang, chalk });

async function sheetsOf(report: Report, lang: Lang): Promise<Map<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await whole(renderWorkbook(report, lang))) as never);
  return new Map(
    workbook.worksheets.map((sheet) => {
      const rows: unknown[][] = [];
      sheet.eachRow((row) => rows.push(Array.from((row.values as unknown[]).slice(1), (value) => value ?? "")));
      return [sheet.name, rows];
    }),
  );
}

describe("JSON", () => {
  it("has the levels, who is beyond the seats, and the caps", () => {
    const { results, quotas, team, outside } = json(jinzhong);
    const of = (id: string) => results.find((one: { id: string }) => one.id === id);
    const levels = ["T002", "T004", "T006", "T011"].map((id) => {
      const { level, recommendedLevel, overQuota } = of(id);
      return [id, level, recommendedLevel, overQuota];
    });
    expect(levels).toEqual([
      ["T002", "A", "A", true],
      ["T004", "B", "B", false],
      ["T006", null, null, false],
      ["T011", null, null, false],
    ]);
    expect(quotas).toEqual([
      { tier: "senior", share: "0.2", base: 8, seats: 1, holders: 2, over: ["T002"], open: [] },
      { tier: "middle", share: "0.5", base: 8, seats: 4, holders: 3, over: [], open: [] },
      { tier: "junior", share: "0.3", base: 8, seats: 2, holders: 3, over: ["T007"], open: [] },
    ]);
    expect([team, outside]).toEqual([[], []]);
  });

  it("has every line of a score; the deductions' total beside them, within its cap", () => {
    const { results } = json(scores);
    const line = (kind: string, id: string, value: string | null, points: string) => ({ kind, id, value, points });
    expect(results.find((one: { id: string }) => one.id === "Q08").scores).toEqual([
      {
        id: "total",
        total: "76.6",
        unit: "分",
        lines: [
          line("item", "deposits", "1", "40"),
          line("item", "loans", "0.95", "19"),
          line("item", "products", "1", "20"),
          line("item", "satisfaction", "0.88", "17.6"),
          line("deduction", "attitude", "0", "0"),
          line("deduction", "errors", "0", "0"),
          line("deduction", "complaints", "15", "-30"),
          line("total", "conduct", null, "-20"),
        ],
      },
    ]);
    expect(json(shanghai).results[0]).not.toHaveProperty("scores");
  });

  it("has the team checks, the whole before its parts", () => {
    const { team } = json(shanghai);
    expect(team).toHaveLength(19);
    const share = team.filter(({ id }: { id: string }) => id === "credit_share");
    const common = { id: "credit_share", label: "信贷操作人员占比不低于 55%", threshold: "0.55" };
    const more = { unit: "ratio", advice: false, cite: "二(二)1" };
    expect(share).toEqual([
      { ...common, part: null, people: 30, status: "pass", value: "0.6", gap: "0", ...more },
      { ...common, part: "浦东支行", people: 10, status: "pass", value: "0.7", gap: "0", ...more },
      { ...common, part: "徐汇支行", people: 10, status: "pass", value: "0.7", gap: "0", ...more },
      { ...common, part: "嘉定支行", people: 10, status: "fail", value: "0.4", gap: "0.15", ...more },
    ]);
  });

  it("names the people to whom the rulebook does not apply", () => {
    const { outside, summary } = json(cityBank);
    expect(outside).toEqual([
      { id: "011", name: "徐佳宁" },
      { id: "012", name: "孙建华" },
    ]);
    expect(summary.people).toBe(11);
  });
});

describe("the table and Markdown", () => {
  it("show the level behind the tier, and who is beyond the caps", () => {
    const text = table(jinzhong, "zh");
    expect(text).toMatch(/T004 +任丽萍 +初级客户经理 A +中级客户经理 B +中级客户经理 B +高聘/);
    expect(text).toContain("高级客户经理职数：8 人的 20%，即 1 人，现 2 人，超出 1 人：T002 郝秀英\n");
    expect(text).not.toContain("中级客户经理职数：");
    expect(renderMarkdown(jinzhong, "en")).toContain(
      "- Senior manager quota: 20% of 8 is 1, held by 2, 1 beyond it: T002 郝秀英\n",
    );
  });

  it("of a rulebook without tiers are its team checks and standing, and no empty tables", () => {
    const text = table(outlets, "zh");
    expect(text).not.toMatch(/现等级|达标等级|^等级/m);
    expect(text).toMatch(/✗ 未达标 +结算部门全部配足 +盐城 +4 +1 += 0 +1\n/);
    expect(text).toMatch(/✓ 达标 +结算部门全部配足 +淮安 +4 +0 += 0\n/);
    expect(text).toMatch(/W005 +盐城结算部门05 +✗ 未达，最近的是：客户经理数 2（低于 3，差 1） +✓ 达标\n/);
    expect(renderMarkdown(outlets, "en")).toContain(
      "| ✗ not met | Every settlement department staffed | 盐城 | 4 | 1 | = 0 | 1 |\n",
    );
    expect(table(shanghai, "en")).toMatch(/✗ not met +55 % operate credit +嘉定支行 +10 +40% +≥ 55% +15%\n/);
    expect(table(shanghai, "zh")).toMatch(/重点管户不超过 15 户（提示）/);
  });

  it("of a rulebook that decides nothing show the scores, and count nobody as recommended", () => {
    const text = table(scores, "zh");
    expect(text).toMatch(/\n等级 +达标\n/);
    expect(text).toMatch(/Q08 +赵雪梅 +未达标 +76\.6分\n/);
    expect(text).toMatch(/Q09 +周文博 +待定 +未知\n/);
  });

  it.each([
    ["zh", "2 人不适用本办法：011 徐佳宁、012 孙建华"],
    ["en", "The rulebook does not apply to 2 people: 011 徐佳宁, 012 孙建华"],
  ] as const)("in %s name those who are left out", (lang, line) => {
    expect(table(cityBank, lang)).toContain(`\n${line}\n`);
    expect(renderMarkdown(cityBank, lang)).toContain(`- ${line}\n`);
  });
});

describe("explain", () => {
  it("shows every line of a score, a group's cap on its total", () => {
    const text = explained(scores, "Q08", "zh");
    expect(text).toContain(
      [
        "考核得分  76.6分",
        "  存款        100%               +40",
        "  贷款        95%                +19",
        "  产品        100%               +20",
        "  客户满意度  88%              +17.6",
        "    态度      0                    0",
        "    服务差错  0                    0",
        "    投诉      15                 -30",
        "  态度与服务  合计，至多扣 20    -20  〔第十条(二)〕",
        "",
      ].join("\n"),
    );
    expect(explained(scores, "Q07", "zh")).toMatch(/考核得分 {2}0分\n {2}有违规的不得分 +一票否决 +0/);
  });

  it("names the cells of a ratio by their own kind, not as ratios", () => {
    expect(explained(scores, "Q08", "zh")).toContain("来源 存款完成率 任务完成.csv:62 E62 210、E64 200、E63 190\n");
  });

  it.each([
    ["zh", "档次\n  高级客户经理 A：五评价综合分 95.55分；A ≥ 97分、B ≥ 93分、C ≥ 90分；加 1 档；激励机制"],
    [
      "en",
      "Level\n  Senior manager A: Composite of five evaluations 95.55 分; A ≥ 97 分, B ≥ 93 分, C ≥ 90 分; raised by 1",
    ],
  ] as const)("in %s shows the lines of the level, and what was added", (lang, text) => {
    expect(explained(jinzhong, "T002", lang)).toContain(text);
    expect(explained(jinzhong, "T006", lang)).not.toMatch(/档次\n|Level\n/);
  });
});

describe("CSV", () => {
  it("has the levels and the benefits in columns of their own", () => {
    const rows = csv(jinzhong);
    expect(rows.find((row) => row.工号 === "T004")).toMatchObject({
      现等级: "初级客户经理",
      现档次: "A",
      达标等级: "中级客户经理",
      达标档次: "B",
      建议等级: "中级客户经理",
      建议档次: "B",
      "基本岗位工资（每月）（元）": "1600",
      "年功工资（每月）（元）": "40",
      效益工资系数: "1.1",
    });
    // A trainee has no level, and who is in review no pay.
    expect(rows.find((row) => row.工号 === "T011")).toMatchObject({ 现档次: "", "基本岗位工资（每月）（元）": "1200" });
    expect(rows.find((row) => row.工号 === "T006")).toMatchObject({ 达标档次: "", "基本岗位工资（每月）（元）": "" });
  });

  it("without tiers has none of their columns", () => {
    expect(Object.keys(csv(outlets)[0]!)).toEqual(
      "序号 二级分公司 网点号 网点名称 结算部门至少三人 对公网点至少一人 人工调整 签字 客户经理数".split(" "),
    );
  });
});

describe("the workbook", () => {
  it("adds the caps and what goes with the grade", async () => {
    const sheets = await sheetsOf(jinzhong, "zh");
    expect([...sheets.keys()]).toEqual([
      "总览",
      "评定结果",
      "晋升建议",
      "降级与待核",
      "指标明细",
      "临界名单",
      "职数比例",
      "待遇测算",
      "运行信息",
    ]);
    const cells = sheets.get("职数比例")!.slice(2, 6);
    expect(cells.map((row) => row.slice(0, 7))).toEqual([
      ["等级", "比例上限", "基数", "职数", "占用", "结论", "超出人员"],
      ["高级客户经理", 0.2, 8, 1, 2, "超出 1", "T002 郝秀英"],
      ["中级客户经理", 0.5, 8, 4, 3, "未超"],
      ["初级客户经理", 0.3, 8, 2, 3, "超出 1", "T007 冯国栋"],
    ]);
    const benefits = sheets.get("待遇测算")!;
    const pay = (id: string) => benefits.find((row) => row[1] === id)?.slice(3);
    expect(benefits[2]!.slice(5)).toEqual([
      "基本岗位工资（每月）",
      "岗位浮动工资（每月）",
      "年功工资（每月）",
      "效益工资系数",
    ]);
    expect(pay("T004")).toEqual(["中级客户经理 B", "中级客户经理 B", 1600, 900, 40, 1.1]);
    expect(pay("T006")!.slice(2)).toEqual(["未知", "未知", 36, "未知"]);
    const results = sheets.get("评定结果")!;
    expect(results[2]!.slice(4, 10)).toEqual("现等级 现档次 达标等级 达标档次 建议等级 建议档次".split(" "));
  });

  it("adds the team, in English under English names, and is whole without tiers", async () => {
    const sheets = await sheetsOf(shanghai, "en");
    expect([...sheets.keys()]).toEqual(["Overview", "Results", "Team", "Run"]);
    const team = sheets.get("Team")!;
    expect(team.find(([check, part]) => check === "55 % operate credit" && part === "嘉定支行")).toEqual([
      "55 % operate credit",
      "嘉定支行",
      10,
      "≥ 55%",
      0.4,
      0.15,
      "✗ not met",
      "二(二)1",
    ]);
    const run = sheets.get("Run")!.map((row) => row[1]);
    expect(run).toContain(
      "Promotions, Demotions and reviews, Criteria, Near the line, Customers not counted, Since last time, Quotas, Benefits, Overrides, Reconciliation, Data problems",
    );
    expect(sheets.get("Overview")!.flat()).not.toContain("People per tier");
  });

  it("keeps the headings of its table apart, whatever a rulebook calls its checks", async () => {
    const [first, second] = outlets.rulebook.standing;
    const label = { zh: "网点名称", en: "Name" };
    const standing = [
      { ...first!, label },
      { ...second!, label },
    ];
    const sheets = await sheetsOf({ ...outlets, rulebook: { ...outlets.rulebook, standing } }, "zh");
    expect(sheets.get("评定结果")![2]!.slice(3, 6)).toEqual(["网点名称", "网点名称 (2)", "网点名称 (3)"]);
  });

  it("lists on the run sheet those who are left out", async () => {
    const run = (await sheetsOf(cityBank, "zh")).get("运行信息")!;
    const at = run.findIndex(([first]) => String(first).startsWith("不适用本办法的 2 人"));
    expect(run[at]![0]).toBe("不适用本办法的 2 人，适用范围：role != 代办员");
    expect(run.slice(at + 2, at + 4).map(([id, name]) => [id, name])).toEqual([
      ["011", "徐佳宁"],
      ["012", "孙建华"],
    ]);
  });
});
