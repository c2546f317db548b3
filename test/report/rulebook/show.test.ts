import { beforeAll, describe, expect, it } from "vitest";
import { requirementsMatrix } from "../../../src/report/rulebook/matrix.ts";
import { rulebookSections } from "../../../src/report/rulebook/sections.ts";
import { renderRulebookMarkdown, renderRulebookText } from "../../../src/report/rulebook/show.ts";
import { loadRulebook, shippedRulebooks } from "../../../src/rulebook/load.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";

const plain = (text: string) => text;

async function load(id: string): Promise<Rulebook> {
  const { rulebook } = await loadRulebook(id);
  if (!rulebook) throw new Error(id);
  return rulebook;
}

describe("the matrix of bocom-nanchang, against the policy's table", () => {
  let rows: Map<string, string[]>;
  let depths: Map<string, number>;
  beforeAll(async () => {
    const matrix = requirementsMatrix(await load("bocom-nanchang"));
    expect(matrix.tiers.map((tier) => tier.id)).toEqual(["senior", "first", "second", "third", "fourth"]);
    rows = new Map(matrix.rows.map((row) => [row.label.zh, row.cells.map((cell) => cell?.zh ?? "—")]));
    depths = new Map(matrix.rows.map((row) => [row.label.zh, row.depth]));
  });

  // Section 1 of the policy document, column by column.
  it.each([
    ["日均存款", ["≥ 2.5亿元", "≥ 1.5亿元", "≥ 7,500万元", "≥ 3,800万元", "≥ 1,500万元"]],
    ["最大单户存款", ["≥ 1亿元", "≥ 3,000万元", "≥ 2,500万元", "—", "—"]],
    ["日均贷款", ["≥ 3.5亿元", "≥ 2亿元", "≥ 1.8亿元", "≥ 7,200万元", "≥ 3,600万元"]],
    ["最大单户贷款", ["≥ 1.5亿元", "≥ 7,500万元", "≥ 5,000万元", "—", "—"]],
    ["c 国际结算", ["≥ 3,000万美元", "≥ 2,000万美元", "≥ 1,000万美元", "≥ 500万美元", "≥ 1,000万美元 或 ≥ 1,000万元"]],
    ["d 新增存款", ["≥ 5,000万元", "≥ 3,000万元", "≥ 2,500万元", "≥ 1,500万元", "≥ 1,500万元"]],
    ["营销年限", ["≥ 3年", "≥ 3年", "≥ 1年", "—", "—"]],
    [
      "四项业务指标中的两项 / 四项业务指标中的一项",
      ["4 项中 2 项", "4 项中 2 项", "4 项中 1 项", "4 项中 1 项", "4 项中 1 项"],
    ],
    ["模拟银行考试合格", ["是", "是", "是", "是", "是"]],
  ])("%s", (label, cells) => expect(rows.get(label)).toEqual(cells));

  it("shows parts below what they are parts of", () => {
    expect([
      depths.get("四项业务指标中的两项 / 四项业务指标中的一项"),
      depths.get("a 存款†"),
      depths.get("a 存款"),
      depths.get("日均存款"),
    ]).toEqual([0, undefined, 1, 2]);
  });
});

describe("dingji show", () => {
  it("names the items of a score in the language asked for", async () => {
    const rulebook = await load("periodic-score");
    const inEnglish = renderRulebookText(rulebook, "en", Number.POSITIVE_INFINITY, plain);
    expect(inEnglish).toMatch(/Score\*\s+total\s+Deposits, Loans, Products, Satisfaction, Attitude and service\s/);
    const inChinese = renderRulebookText(rulebook, "zh", Number.POSITIVE_INFINITY, plain);
    expect(inChinese).toMatch(/考核得分\*\s+total\s+存款、贷款、产品、客户满意度、态度与服务\s/);
  });

  it("prints tables for a terminal, marks readings, and gives floors as 500万", async () => {
    const text = renderRulebookText(await load("bocom-nanchang"), "zh", Number.POSITIVE_INFINITY, plain);
    const lines = text.split("\n").map((line) => line.trim());
    expect(lines[0]).toBe("交通银行南昌分行客户经理岗位等级");
    expect(lines.some((line) => /^a 存款†\s+全部\s+全部\s+全部/.test(line))).toBe(true);
    expect(lines.some((line) => /^客户日均存款门槛\s+—\s+500万\s+300万\s+100万\s+50万\s+50万\s+50万/.test(line))).toBe(
      true,
    );
    expect(lines.some((line) => /^规则 off_post\s+not on_post and qualified == none → 建议退出$/.test(line))).toBe(
      true,
    );
  });

  const table = async (id: string, title: string, lang: "zh" | "en" = "zh") => {
    const section = rulebookSections(await load(id)).find((one) => one.title.en === title);
    return section?.rows.map((row) => row.map((cell) => cell[lang]));
  };

  it("says what a score is made of: weights, caps, steps, and what takes all", async () => {
    expect(await table("periodic-score", "How scores are made up")).toEqual([
      ["考核得分", "存款", "deposits", "× 40", "120%", "—"],
      ["考核得分", "贷款", "loans", "× 20", "120%", "—"],
      ["考核得分", "产品", "products", "× 20", "120%", "—"],
      ["考核得分", "客户满意度", "satisfaction", "× 20", "—", "—"],
      ["考核得分", "扣分：态度与服务", "—", "—", "20 分", "第十条(二)"],
      ["考核得分", "　态度", "attitude", "每 1 扣 1 分", "—", "—"],
      ["考核得分", "　服务差错", "errors", "每 1 扣 1 分", "—", "—"],
      ["考核得分", "　投诉", "complaints", "每 1 扣 2 分", "—", "—"],
      ["考核得分", "否决：有违规的不得分", "breaches > 0", "全部得分为 0", "—", "第十条(二)"],
    ]);
    const inEnglish = await table("periodic-score", "How scores are made up", "en");
    expect(inEnglish?.[7]).toEqual(["Score", "　Complaints", "complaints", "take off 2 for every 1", "–", "–"]);
    expect((await table("jinzhong-tobacco", "How scores are made up"))?.[0]).toEqual([
      "五评价综合分",
      "经营业绩",
      "results",
      "× 40%",
      "110分",
      "—",
    ]);
  });

  it("says what goes with a level, what raises one, and what a quota is of", async () => {
    expect(await table("jinzhong-tobacco", "Constants by level")).toEqual([
      ["效益工资系数*", "—", "高级客户经理", "1.5", "1.4", "1.3", "激励机制"],
      ["效益工资系数*", "—", "中级客户经理", "1.2", "1.1", "1", "激励机制"],
      ["效益工资系数*", "—", "初级客户经理", "0.9", "0.8", "0.7", "激励机制"],
    ]);
    expect(await table("jinzhong-tobacco", "Steps on top of the level")).toEqual([
      ["rural", "1", "不再加", "激励机制"],
    ]);
    expect((await table("jinzhong-tobacco", "Quotas"))?.[0]).toEqual([
      "高级客户经理",
      "20%",
      "评上等级的人",
      "五评价综合分、技能考试",
      "点名，不降",
      "激励机制",
    ]);
  });

  it("prints Markdown to sign, every table with as many cells as headings", async () => {
    const text = renderRulebookMarkdown(await load("jinzhong-tobacco"), "zh");
    expect(text).toContain("## 职数比例");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^制表人：.*日期：$/);
    const cells = (line: string) => line.split(/(?<!\\)\|/).length;
    for (const table of text.split(/\n\n/).filter((part) => part.startsWith("|"))) {
      expect(new Set(table.split("\n").map(cells)).size, table).toBe(1);
    }
  });

  it("has something to say of every shipped rulebook, in both languages", async () => {
    for (const id of await shippedRulebooks()) {
      const rulebook = await load(id);
      const sections = rulebookSections(rulebook);
      expect(sections.length, id).toBeGreaterThan(0);
      for (const { title, columns, rows } of sections) {
        for (const row of rows) expect(row.length, `${id}: ${title.en}`).toBe(columns.length);
      }
    }
  });
});
