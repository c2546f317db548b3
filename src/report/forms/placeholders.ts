import type { Text } from "../../text/text.ts";

/** What a form may ask for: `{{name}}`, or by its Chinese name, `{{姓名}}`. */
export interface Placeholder {
  readonly key: string;
  readonly zh: string;
  readonly says: Text;
}

const placeholder = (key: string, zh: string, says: Text): Placeholder => ({ key, zh, says });

/** Filled once. */
export const personPlaceholders: readonly Placeholder[] = [
  placeholder("id", "工号", { zh: "工号", en: "the id" }),
  placeholder("name", "姓名", { zh: "姓名", en: "the name" }),
  placeholder("branch", "机构", { zh: "所在机构", en: "the branch" }),
  placeholder("subject", "对象", { zh: "评定对象的名称，如 客户经理", en: "what is graded: Managers" }),
  placeholder("current", "现等级", { zh: "现等级", en: "the present tier" }),
  placeholder("qualified", "达标等级", { zh: "达标等级", en: "the highest tier whose requirements are met" }),
  placeholder("recommended", "建议等级", {
    zh: "建议等级；待核、建议退出时为 —",
    en: "the recommended tier; – for review and leave",
  }),
  placeholder("final", "最终等级", {
    zh: "最终等级：有人工调整的为调整后的等级，没有的为建议等级",
    en: "the tier that stands: what a person decided, else the recommended one",
  }),
  placeholder("override", "人工调整", {
    zh: "人工调整的原因、批准人和日期；没有调整的为 —",
    en: "why the recommendation was overridden, by whom and when; – if it was not",
  }),
  placeholder("overrideApprover", "调整批准人", {
    zh: "人工调整的批准人；没有调整的为 —",
    en: "who approved the override; – without one",
  }),
  placeholder("action", "建议", { zh: "建议：晋升、保持、降级……", en: "the action: promote, keep, demote …" }),
  placeholder("reason", "理由", { zh: "理由", en: "the reasons" }),
  placeholder("approver", "审批", { zh: "审批人，依次", en: "who must approve, in order" }),
  placeholder("period", "考核期", { zh: "考核期，如 2026年第四季度", en: "the period: fourth quarter of 2026" }),
  placeholder("asOf", "基准日", { zh: "基准日", en: "the day of assessment" }),
  placeholder("rulebook", "办法", { zh: "评定办法的名称", en: "the rulebook's title" }),
  placeholder("basis", "对照等级", { zh: "下列指标对照哪个等级", en: "the tier that the criteria are of" }),
  placeholder("nearest", "晋级差距", { zh: "离上一级还差什么", en: "the nearest way to the next tier" }),
  placeholder("benefits", "待遇", { zh: "各项待遇", en: "the benefits" }),
];

/** A row that has one of these is repeated for every criterion of the tier that decides. */
export const criterionPlaceholders: readonly Placeholder[] = [
  placeholder("criteria.clause", "条款", { zh: "条款", en: "the clause" }),
  placeholder("criteria.metric", "指标", { zh: "指标", en: "what is measured" }),
  placeholder("criteria.standard", "标准", { zh: "标准", en: "what is asked" }),
  placeholder("criteria.actual", "实绩", { zh: "实绩", en: "the figure" }),
  placeholder("criteria.gap", "差额", { zh: "差额；已达到的为空", en: "what is missing; empty when met" }),
  placeholder("criteria.verdict", "结论", { zh: "结论", en: "the verdict" }),
];

const every = [...personPlaceholders, ...criterionPlaceholders];
const byName = new Map(every.flatMap(({ key, zh }) => [key, zh].map((name) => [folded(name), key])));

/** All names, for suggestions. */
export const placeholderNames: readonly string[] = every.flatMap(({ key, zh }) => [key, zh]);

/** The key that a name means, in either language and any letter case; undefined: none. */
export function keyOf(name: string): string | undefined {
  return byName.get(folded(name));
}

export function isOfCriteria(key: string): boolean {
  return key.startsWith("criteria.");
}

function folded(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** `{{name}}`, also in the full-width braces that a Chinese keyboard gives. */
const pattern = /[{｛]{2}([^{}｛｝]*)[}｝]{2}/gu;

/** The names that a text asks for. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name.trim());
}

/** Braces that open and never close. */
export function hasOpenPlaceholder(text: string): boolean {
  return /[{｛]{2}/u.test(text.replace(pattern, ""));
}

/** The text with its placeholders filled; one without a value becomes empty. */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(pattern, (_, name: string) => values.get(keyOf(name) ?? "") ?? "");
}

/**
 * Runs of text with the placeholders of the whole filled. Programs split a text where its script changes, `{{`, `姓名`, `}}`:
 * a value goes into the run in which the name stands, and the rest of its placeholder is taken out of the others.
 */
export function filledRuns(runs: readonly string[], values: ReadonlyMap<string, string>): string[] {
  const whole = runs.join("");
  const found = [...whole.matchAll(pattern)].map((match) => {
    const [text, name = ""] = match;
    const value = values.get(keyOf(name) ?? "") ?? "";
    const blanks = name.length - name.trimStart().length;
    return { from: match.index, to: match.index + text.length, at: match.index + 2 + blanks, value };
  });
  let start = 0;
  return runs.map((run) => {
    const [first, end] = [start, start + run.length];
    start = end;
    let text = "";
    let done = first;
    for (const { from, to, at, value } of found) {
      if (to <= first || from >= end) continue;
      text += whole.slice(done, Math.max(from, done));
      if (at >= first && at < end) text += value;
      done = Math.max(done, Math.min(to, end));
    }
    return text + whole.slice(done, end);
  });
}
