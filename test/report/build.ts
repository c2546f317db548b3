import { assess } from "../../src/assess/assess.ts";
import type { Recommendation } from "../../src/decide/recommendation.ts";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import type { Type } from "../../src/formula/type.ts";
import { type Missing, type Result, Unknown, type Value } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import type { Graded } from "../../src/pipeline.ts";
import { makeReport, type Report } from "../../src/report/report.ts";
import type { Sources } from "../../src/report/sources.ts";
import type { Choice, ComparisonOp, Criterion, Group, Leaf } from "../../src/rulebook/criterion.ts";
import type { Action } from "../../src/rulebook/decision.ts";
import type { Metric } from "../../src/rulebook/figure.ts";
import type { PersonFrame } from "../../src/rulebook/frame.ts";
import type { Column, Input } from "../../src/rulebook/input.ts";
import { parsePeriod } from "../../src/rulebook/period.ts";
import type { Reading } from "../../src/rulebook/reading.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Tier } from "../../src/rulebook/tier.ts";
import type { Text } from "../../src/text/text.ts";

/** A small rulebook and its people, made by hand: what a report is given, without the rooms that make it. */
export const money: Type = { kind: "money", currency: "CNY" };
export const dollars: Type = { kind: "money", currency: "USD" };
const years: Type = { kind: "duration", base: "year" };
const text: Type = { kind: "text" };

export const exact = (decimal: string): Exact => Exact.parse(decimal)!;

const column = (name: string, slot: number, label: Text, type: Type): Column => ({
  name,
  input: "managers",
  slot,
  type,
  kind:
    type.kind === "id" ? "id" : type.kind === "boolean" ? "boolean" : type.kind === "duration" ? "duration" : "text",
  label,
  headers: [label.zh],
  unit: undefined,
  missing: undefined,
  min: undefined,
  max: undefined,
  yes: [],
  no: [],
  words: new Map(),
  personal: name === "name",
});

const columns = [
  column("manager", 0, { zh: "工号", en: "ID" }, { kind: "id" }),
  column("name", 1, { zh: "姓名", en: "Name" }, text),
  column("branch", 2, { zh: "机构", en: "Branch" }, text),
  column("years", 3, { zh: "营销年限", en: "Years in marketing" }, years),
  column("exam", 4, { zh: "模拟银行考试", en: "Exam" }, { kind: "boolean" }),
  column("current", 5, { zh: "现等级", en: "Present tier" }, { kind: "tier" }),
];

const subject: Input = {
  id: "managers",
  index: 0,
  sheets: ["客户经理", "managers"],
  label: { zh: "客户经理", en: "Managers" },
  columns,
  role: "subject",
  key: columns[0],
  refers: undefined,
};

const metric = (name: string, slot: number, label: Text, type: Type, tierScoped: boolean): Metric =>
  ({
    name,
    slot,
    label,
    type,
    tierScoped,
    cite: undefined,
    assumed: false,
    measure: { kind: "value" },
  }) as unknown as Metric;

const metrics = [
  metric("deposits", 0, { zh: "日均存款", en: "Average deposits" }, money, true),
  metric("largest_deposit", 1, { zh: "最大单户存款", en: "Largest deposit" }, money, true),
  metric("loans", 2, { zh: "日均贷款", en: "Average loans" }, money, false),
  metric("settlement", 3, { zh: "国际结算量", en: "Settlement" }, dollars, false),
  metric("settlement_cny", 4, { zh: "国际结算量（折人民币）", en: "Settlement in CNY" }, money, false),
  metric("npl", 5, { zh: "不良率", en: "NPL ratio" }, { kind: "ratio" }, false),
];

const reading: Reading = {
  id: "settlement-currency",
  cite: "第十一条二5(1)c",
  printed: "1000万元",
  adopted: undefined,
  why: "单位不明",
  touches: [],
  candidates: ["settlement >= 1000万 USD", "settlement_cny >= 1000万"],
};

const common = { cite: undefined, assumed: false, waivable: false, readings: [] };

/** A comparison of a metric or roster column, tested as the real ones are. */
export function leaf(id: string, op: ComparisonOp, threshold: Value | undefined, cite?: string): Leaf {
  const name = id.slice(id.lastIndexOf(".") + 1);
  const figure = metrics.find((one) => one.name === name);
  const own = columns.find((one) => one.name === name);
  const { label, type } = (figure ?? own)!;
  const value = (frame: PersonFrame): Result => {
    if (own) return frame.columns[own.slot]!;
    return (figure!.tierScoped ? frame.byTier[frame.tier]![figure!.slot] : frame.shared[figure!.slot])!;
  };
  return {
    ...common,
    cite,
    kind: "leaf",
    id,
    label,
    name,
    nameLabel: label,
    type,
    op,
    text: threshold === undefined ? name : `${name} ${op} ${threshold}`,
    tierScoped: figure?.tierScoped ?? false,
    value,
    threshold: () => threshold,
    isFixed: true,
    test(frame) {
      const found = value(frame);
      if (found instanceof Unknown) return { truth: found, value: found, threshold, gap: undefined };
      if (!(found instanceof Exact) || !(threshold instanceof Exact)) {
        return { truth: op === "is" ? found === true : found === threshold, value: found, threshold, gap: undefined };
      }
      const short = op === ">=" ? threshold.sub(found) : found.sub(threshold);
      return { truth: short.sign <= 0, value: found, threshold, gap: short.sign <= 0 ? Exact.zero : short };
    },
  };
}

export function group(id: string, label: Text, need: number, of: readonly Criterion[], cite?: string): Group {
  return { ...common, cite, kind: "group", id, label, need, of };
}

function tier(id: string, label: Text, index: number, count: number, of: readonly Criterion[], ladder = true): Tier {
  const requires = group(id, label, of.length, of);
  return { id, label, aliases: [], index, rank: count - index, ladder, requires, provisional: undefined };
}

const choice = (id: string): Choice => ({
  ...common,
  cite: reading.cite,
  kind: "choice",
  id,
  label: { zh: "国际结算", en: "Settlement" },
  reading,
  of: [leaf(`${id}.1.settlement`, ">=", exact("10000000")), leaf(`${id}.2.settlement_cny`, ">=", exact("10000000"))],
});

const business = { zh: "业务指标", en: "Business" };
export const tiers: Tier[] = [
  tier("senior", { zh: "高级客户经理", en: "Senior" }, 0, 3, [
    leaf("senior.exam", "is", undefined, "第十一条"),
    leaf("senior.years", ">=", exact("3"), "第十一条一(一)1"),
    group("senior.business", business, 2, [
      group(
        "senior.business.a",
        { zh: "存款", en: "Deposits" },
        2,
        [
          leaf("senior.business.a.deposits", ">=", exact("250000000"), "第十一条二1(1)a"),
          leaf("senior.business.a.largest_deposit", ">=", exact("100000000"), "第十一条二1(1)a"),
        ],
        "第十一条二1(1)a",
      ),
      leaf("senior.business.loans", ">=", exact("350000000"), "第十一条二1(1)b"),
      leaf("senior.business.settlement", ">=", exact("30000000"), "第十一条二1(1)c"),
    ]),
  ]),
  tier("first", { zh: "一级客户经理", en: "First" }, 1, 3, [
    leaf("first.exam", "is", undefined, "第十一条"),
    leaf("first.npl", "<=", exact("0.02"), "第十一条二(2)"),
    group("first.business", business, 1, [
      leaf("first.business.deposits", ">=", exact("150000000"), "第十一条二2(1)a"),
      choice("first.business.c"),
    ]),
  ]),
  tier("trainee", { zh: "见习客户经理", en: "Trainee" }, 2, 3, [], false),
];

const labels: Record<Action, Text> = {
  promote: { zh: "高聘", en: "promote" },
  keep: { zh: "续聘", en: "keep" },
  demote: { zh: "低聘", en: "demote" },
  confirm: { zh: "转正", en: "confirm" },
  review: { zh: "待核", en: "review" },
  leave: { zh: "建议退出", en: "leave" },
};

export const rulebook: Rulebook = {
  id: "small-bank",
  title: { zh: "某银行客户经理等级办法", en: "A small bank's grades" },
  file: "rules/small-bank.yml",
  sha256: "ab".repeat(32),
  currency: "CNY",
  effective: { from: "2010-01-01", to: undefined },
  source: { zh: "某银行〔2010〕1号", en: "A bank, 2010 no. 1" },
  subject,
  inputs: [subject],
  tableSpecs: [],
  appliesTo: undefined,
  params: [],
  scopes: [],
  figures: metrics,
  metrics,
  tiers,
  standing: [],
  decision: {
    labels,
    appoint: "year",
    rules: [],
    noneReached: "review",
    maxUp: undefined,
    maxDown: undefined,
    approvals: undefined,
  },
  benefits: [],
  team: [],
  readings: [reading],
  rates: [
    {
      pair: "USD→CNY",
      from: "2010-01-01",
      versions: [{ from: "2010-01-01", to: undefined, factor: Exact.parse("6.8") }],
    },
  ],
  assumed: ["rates.USD"],
} as unknown as Rulebook;

/** A person's figures; metrics as decimals, "" for one that is not known. */
export interface Someone {
  readonly id: string;
  readonly name?: string;
  readonly branch?: string;
  readonly current?: "senior" | "first" | "trainee";
  readonly years?: string;
  readonly exam?: boolean;
  readonly deposits?: string;
  readonly largest_deposit?: string;
  readonly loans?: string;
  readonly settlement?: string;
  readonly settlement_cny?: string;
  readonly npl?: string;
  readonly action?: Action;
  readonly recommended?: "senior" | "first" | "trainee";
  readonly reasons?: readonly Text[];
  readonly problems?: readonly Diagnostic[];
}

function frameOf(one: Someone): PersonFrame {
  const result = (name: keyof Someone): Result => {
    const given = one[name] as string | undefined;
    const what = metrics.find((each) => each.name === name)?.label ?? { zh: name, en: name };
    const missing: Missing = { why: "blank", what };
    return given === "" ? new Unknown([missing]) : exact(given ?? "0");
  };
  const figures = metrics.map(({ name }) => result(name as keyof Someone));
  return {
    run: { asOf: "2026-12-31", from: "2026-10-01", to: "2026-12-31" },
    columns: [one.id, one.name ?? "张三", one.branch ?? "南昌分行", exact(one.years ?? "5"), one.exam ?? true],
    shared: [...figures],
    byTier: tiers.map(() => [...figures]),
    tier: -1,
    current: one.current ?? "",
    qualified: "",
    recommended: "",
    currentLevel: "",
    qualifiedLevel: "",
    recommendedLevel: "",
  };
}

export function gradedOf(people: readonly Someone[], more: Partial<Graded> = {}): Graded {
  const frames = people.map(frameOf);
  const assessments = frames.map((frame, index) => assess(frame, rulebook, index));
  const find = (id: string | undefined) => tiers.find((one) => one.id === id);
  const recommendations = people.map((one, personIndex): Recommendation => {
    const qualified = assessments[personIndex]!.qualified;
    const recommended = one.recommended ? find(one.recommended) : qualified;
    return {
      personIndex,
      current: find(one.current),
      qualified,
      recommended,
      action: one.action ?? "keep",
      due: undefined,
      provisional: false,
      reasons: one.reasons ?? [],
      approvals: recommended?.id === "senior" ? ["人力资源部", "分行"] : ["分行"],
      benefits: [],
    };
  });
  return {
    rulebook,
    period: parsePeriod("2026Q4")!,
    run: { asOf: "2026-12-31", from: "2026-10-01", to: "2026-12-31" },
    files: [
      {
        file: "quarter.xlsx",
        sha256: "cd".repeat(32),
        format: "xlsx",
        sheets: [
          {
            name: "客户经理",
            state: "visible",
            input: "managers",
            why: "sheet-name",
            headerRows: [1],
            bound: [],
            unbound: [],
            rowsInFile: people.length + 1,
            rowsRead: people.length,
            leftOut: [],
            totals: [],
          },
        ],
      },
    ],
    facts: {
      people: people.map((one, index) => ({
        id: one.id,
        index,
        columns: frames[index]!.columns,
        locate: (slot = 0) => ({ file: "quarter.xlsx", sheet: "客户经理", cell: `${"ABCDE"[slot]}${index + 2}` }),
        problems: one.problems ?? [],
      })),
      inputs: [undefined],
      diagnostics: [],
      fatal: false,
    },
    metrics: { people: frames },
    assessments,
    recommendations,
    quotas: [],
    team: [],
    outside: [],
    diagnostics: people.flatMap((one) => one.problems ?? []),
    ...more,
  } as Graded;
}

/** Two cells behind every metric, and no customers left out, unless a test says otherwise. */
export const someSources: Sources = {
  trace: (person, figure) => {
    const cell = (at: string, value: string) => ({
      location: { file: "quarter.xlsx", sheet: "存款", cell: at },
      value: exact(value),
    });
    if (!metrics.some(({ name }) => name === figure)) return [];
    return [
      {
        figure,
        value: exact("3"),
        counted: [cell(`C${person + 2}`, "1"), cell(`C${person + 12}`, "2")],
        leftOut: [{ ...cell("C99", "4990000"), by: "within" }],
      },
    ];
  },
  cells: (person, figure) =>
    metrics.some(({ name }) => name === figure)
      ? [
          {
            count: 2,
            first: [`C${person + 2}`, `C${person + 12}`].map((cell) => ({ file: "quarter.xlsx", sheet: "存款", cell })),
          },
        ]
      : [],
  uncounted: () => [],
};

export function reportOf(people: readonly Someone[], sources = someSources, more: Partial<Graded> = {}): Report {
  return makeReport(gradedOf(people, more), { version: "1.2.3", sources });
}
