import { showValue } from "../../formula/show.ts";
import type { Type } from "../../formula/type.ts";
import type { Value } from "../../formula/value.ts";
import { Exact } from "../../number/exact.ts";
import { type Action, actions, type Param } from "../../rulebook/decision.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { listOf, same, type Text } from "../../text/text.ts";
import { levelBonuses, levelParams } from "./level-sections.ts";
import { requirementsMatrix } from "./matrix.ts";
import { scores } from "./score-section.ts";
import { treeText } from "./tree-text.ts";

/** A table of the rulebook as a person reads it. A section with nothing to say is left out. */
export interface Section {
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

const dash: Text = { zh: "—", en: "–" };
const clause: Text = { zh: "条款", en: "Clause" };
const optional = (text: string | undefined): Text => (text === undefined ? dash : same(text));

/** Everything that a rulebook says, in the order in which the policy would say it. */
export function rulebookSections(rulebook: Rulebook): Section[] {
  const all = [
    requirements(rulebook),
    byTier(rulebook),
    levels(rulebook),
    levelBonuses(rulebook),
    levelParams(rulebook),
    scopes(rulebook),
    metrics(rulebook),
    scores(rulebook),
    standing(rulebook),
    decision(rulebook),
    quotas(rulebook),
    team(rulebook),
    benefits(rulebook),
    readings(rulebook),
    assumed(rulebook),
  ];
  return all.filter((section) => section.rows.length > 0);
}

function requirements(rulebook: Rulebook): Section {
  const { tiers, rows } = requirementsMatrix(rulebook);
  return {
    title: { zh: "各等级的条件", en: "What each tier needs" },
    columns: [{ zh: "条件", en: "Criterion" }, ...tiers.map((tier) => tier.label), clause],
    rows: rows.map((row) => {
      const marks = [row.assumed ? "*" : "", row.readings.length > 0 ? "†" : ""].join("");
      const label = (lang: "zh" | "en") => `${"　".repeat(row.depth)}${row.label[lang]}${marks}`;
      return [{ zh: label("zh"), en: label("en") }, ...row.cells.map((cell) => cell ?? dash), listOf(row.cites)];
    }),
  };
}

function byTier(rulebook: Rulebook): Section {
  const params = rulebook.params.filter((param) => param.by === "tier" || param.by === undefined);
  return {
    title: { zh: "参数", en: "Constants" },
    columns: [
      { zh: "参数", en: "Constant" },
      { zh: "施行", en: "From" },
      ...rulebook.tiers.map((tier) => tier.label),
      clause,
    ],
    rows: params.flatMap((param) =>
      param.versions.map((version) => [
        mark(param.label, param.assumed),
        version.from === "" ? dash : same(version.from),
        ...rulebook.tiers.map((tier) => value(param, version.values[param.by === "tier" ? tier.index : 0])),
        optional(param.cite),
      ]),
    ),
  };
}

function value(param: Param, of: Value | undefined): Text {
  if (of === undefined) return dash;
  const tenThousand = Exact.of(10_000);
  const bare = param.type.kind === "number" && param.type.bare === true && of instanceof Exact;
  // A bare floor of 5,000,000 is read as 500万.
  const parts = bare && of.sign !== 0 ? of.div(tenThousand) : undefined;
  return parts?.isInteger ? { zh: `${parts}万`, en: shown(of, param.type).en } : shown(of, param.type);
}

function shown(of: Value, type: Type): Text {
  return { zh: showValue(of, type, "zh"), en: showValue(of, type, "en") };
}

function levels({ levels, tiers, figures, subject }: Rulebook): Section {
  const columns = [{ zh: "等级", en: "Tier" }, ...(levels?.names ?? []).map(same)];
  const by = figures.find((one) => one.name === levels?.by) ?? subject.columns.find((one) => one.name === levels?.by);
  const type: Type = by?.type ?? { kind: "number" };
  const lines = levels ? tiers.filter((tier) => levels.lines.has(tier.id)) : [];
  const label = by?.label ?? same(levels?.by ?? "");
  return {
    title: { zh: `档次线（${label.zh}）`, en: `Lines of the levels (${label.en})` },
    columns,
    rows: lines.map((tier) => {
      const own = levels?.lines.get(tier.id) ?? [];
      return [tier.label, ...(levels?.names ?? []).map((_, index) => (own[index] ? shown(own[index], type) : dash))];
    }),
  };
}

function scopes(rulebook: Rulebook): Section {
  return {
    title: { zh: "计入范围", en: "What counts" },
    columns: [{ zh: "范围", en: "Scope" }, { zh: "按", en: "Per" }, { zh: "计入的条件", en: "Counted when" }, clause],
    rows: rulebook.scopes.map((scope) => [scope.label, same(scope.each), same(scope.text), optional(scope.cite)]),
  };
}

function metrics(rulebook: Rulebook): Section {
  return {
    title: { zh: "指标", en: "Metrics" },
    columns: [
      { zh: "指标", en: "Metric" },
      { zh: "名称", en: "Name" },
      { zh: "算法", en: "How it is measured" },
      clause,
    ],
    rows: rulebook.metrics.map((metric) => {
      const { measure } = metric;
      const text =
        measure.kind === "value"
          ? same(measure.formula.text)
          : measure.kind === "score"
            ? listOf([...measure.score.items, ...measure.score.deduct].map((item) => item.label))
            : same(aggregateText(measure.fn, [measure.argument?.text, measure.divisor?.text], measure));
      return [mark(metric.label, metric.assumed), same(metric.name), text, optional(metric.cite)];
    }),
  };
}

function aggregateText(
  fn: string,
  args: readonly (string | undefined)[],
  {
    input,
    where,
    within,
    per,
  }: {
    input: { id: string };
    where?: { text: string } | undefined;
    within?: { id: string } | undefined;
    per?: { name: string } | undefined;
  },
): string {
  const of = args.filter((arg) => arg !== undefined).join(" / ") || input.id;
  return [`${fn}(${of})`, per && `per ${per.name}`, where && `where ${where.text}`, within && `within ${within.id}`]
    .filter((part) => part)
    .join(" ");
}

function standing(rulebook: Rulebook): Section {
  return {
    title: { zh: "在岗条件", en: "To stay in post" },
    columns: [{ zh: "条件", en: "Criterion" }, { zh: "要求", en: "Requirement" }, { zh: "性质", en: "Nature" }, clause],
    rows: rulebook.standing.map((one) => [
      one.label,
      same(treeText(one.criterion)),
      one.advice ? { zh: "原则上", en: "as a rule" } : { zh: "必须", en: "required" },
      optional(one.criterion.cite),
    ]),
  };
}

function decision({ decision, tiers }: Rulebook): Section {
  const label = (action: Action) => decision?.labels[action] ?? same(action);
  const approvals = decision?.approvals;
  const rows: Text[][] = decision
    ? [
        [
          { zh: "聘任", en: "Appointment" },
          decision.appoint === "year"
            ? { zh: "只在年末变动等级", en: "tiers move at the year's end only" }
            : { zh: "每期变动等级", en: "tiers move in every run" },
        ],
        ...decision.rules.map((rule): Text[] => [
          { zh: `规则 ${rule.id}`, en: `Rule ${rule.id}` },
          { zh: `${rule.when.text} → ${label(rule.then).zh}`, en: `${rule.when.text} → ${label(rule.then).en}` },
        ]),
        [{ zh: "一级也没达到", en: "No tier reached" }, label(decision.noneReached)],
        ...(decision.maxUp === undefined
          ? []
          : [[{ zh: "一次最多升", en: "At most up" }, same(String(decision.maxUp))]]),
        ...(decision.maxDown === undefined
          ? []
          : [[{ zh: "一次最多降", en: "At most down" }, same(String(decision.maxDown))]]),
        ...(approvals
          ? tiers.map((tier): Text[] => [
              { zh: `审批：${tier.label.zh}`, en: `Approval: ${tier.label.en}` },
              same((approvals.byTier.get(tier.id) ?? approvals.fallback).join(" → ")),
            ])
          : []),
        ...(approvals?.beyond.length ? [[{ zh: "越级另须", en: "Beyond one step" }, listOf(approvals.beyond)]] : []),
        [{ zh: "结论用语", en: "Words" }, listOf(actions.map(label))],
      ]
    : [];
  return {
    title: { zh: "聘任决定", en: "Decision" },
    columns: [
      { zh: "事项", en: "Matter" },
      { zh: "规定", en: "Rule" },
    ],
    rows,
  };
}

function quotas({ quotas, tiers }: Rulebook): Section {
  const capped = quotas ? tiers.filter((tier) => quotas.caps.has(tier.id)) : [];
  const rank = listOf(quotas?.rank.map((one) => one.label) ?? []);
  return {
    title: { zh: "职数比例", en: "Quotas" },
    columns: [
      { zh: "等级", en: "Tier" },
      { zh: "不超过", en: "At most" },
      { zh: "基数", en: "Of" },
      { zh: "排名依据", en: "Ranked by" },
      { zh: "超出的", en: "Who is beyond" },
      clause,
    ],
    rows: capped.map((tier) => [
      tier.label,
      shown(quotas?.caps.get(tier.id) as Value, { kind: "ratio" }),
      quotas?.base === "all"
        ? { zh: "适用本规则的所有人", en: "everyone it applies to" }
        : { zh: "评上等级的人", en: "everyone with a tier" },
      rank,
      quotas?.over === "lower"
        ? { zh: "降到下一级", en: "goes one tier down" }
        : { zh: "点名，不降", en: "is named, and stays" },
      optional(quotas?.cite),
    ]),
  };
}

function team(rulebook: Rulebook): Section {
  return {
    title: { zh: "队伍结构", en: "Team" },
    columns: [{ zh: "检查", en: "Check" }, { zh: "要求", en: "Requirement" }, { zh: "分组", en: "By" }, clause],
    rows: rulebook.team.map((one) => [
      mark(one.label, one.assumed),
      same(one.criterion.text),
      one.by?.label ?? dash,
      optional(one.cite),
    ]),
  };
}

function benefits(rulebook: Rulebook): Section {
  const every = {
    month: { zh: "每月", en: "a month" },
    quarter: { zh: "每季", en: "a quarter" },
    year: { zh: "每年", en: "a year" },
  };
  return {
    title: { zh: "待遇", en: "Benefits" },
    columns: [{ zh: "待遇", en: "Benefit" }, { zh: "期间", en: "Every" }, { zh: "取值", en: "Amount" }, clause],
    rows: rulebook.benefits.map((one) => [
      one.label,
      one.every ? every[one.every] : dash,
      same(one.amount.text),
      optional(one.cite),
    ]),
  };
}

function readings(rulebook: Rulebook): Section {
  return {
    title: { zh: "读法（†）", en: "Readings (†)" },
    columns: [
      { zh: "条款", en: "Clause" },
      { zh: "原文", en: "Printed" },
      { zh: "采用", en: "Adopted" },
      { zh: "理由", en: "Why" },
      { zh: "涉及", en: "Touches" },
    ],
    rows: rulebook.readings.map((one) => [
      optional(one.cite),
      same(one.printed),
      one.adopted === undefined ? listOf(one.candidates) : same(one.adopted),
      optional(one.why),
      listOf(one.touches),
    ]),
  };
}

function assumed(rulebook: Rulebook): Section {
  return {
    title: { zh: "假定（*）：原文没有，由本规则设定", en: "Assumed (*): set by this rulebook, not by the policy" },
    columns: [{ zh: "编号", en: "Id" }],
    rows: rulebook.assumed.map((id) => [same(id)]),
  };
}

function mark(label: Text, isAssumed: boolean): Text {
  return isAssumed ? { zh: `${label.zh}*`, en: `${label.en}*` } : label;
}
