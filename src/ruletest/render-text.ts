import { type Diagnostic, message } from "../diagnostic/diagnostic.ts";
import { showLocation } from "../diagnostic/location.ts";
import { counted, type Lang } from "../text/text.ts";
import { type Coverage, type LeafCoverage, percent } from "./coverage.ts";
import type { Deciding, Difference } from "./difference.ts";
import type { RuleTestResult, RuleTestRun } from "./result.ts";
import { tallyOf } from "./tally.ts";

type Paint = (text: string) => string;

/** Colours by meaning; a `chalk` of level 0 leaves texts as they are. */
export interface Paints {
  readonly green: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
}

export interface TextOptions {
  readonly lang: Lang;
  readonly paint: Paints;
  /** Lists what no test has seen, not only how much. */
  readonly coverage: boolean;
}

const mostDeciding = 6;
const mostUnseen = 20;
const signs = { pass: "✓", fail: "✗", unknown: "?", error: "!" };

/** Runs for a terminal: a line a test, the differences of those that fail, what was covered, and the count. */
export function renderText(runs: readonly RuleTestRun[], options: TextOptions): string {
  const lines = runs.flatMap((run) => [...runLines(run, options), ""]);
  return `${[...lines, tallyLine(runs, options)].join("\n")}\n`;
}

function runLines(run: RuleTestRun, options: TextOptions): string[] {
  const { paint, lang } = options;
  const heading = `${paint.bold(run.suite.file)} ${paint.dim(`— ${run.rulebook.title[lang]}`)}`;
  const tests = run.results.flatMap((result) => testLines(result, options));
  // Tests left out by a filter would show as holes.
  const coverage = run.leftOut === 0 ? coverageLines(run.coverage, options) : [];
  return [heading, ...tests, ...coverage];
}

function testLines({ test, status, differences, problems }: RuleTestResult, options: TextOptions): string[] {
  const { paint } = options;
  const color = { pass: paint.green, fail: paint.red, error: paint.yellow }[status];
  const place = status === "pass" ? "" : `  ${paint.dim(showLocation(test.location))}`;
  return [
    `  ${color(signs[status])} ${oneLine(test.name)}${place}`,
    ...differences.flatMap((one) => differenceLines(one, options)),
    ...problems.map((one) => `      ${problemLine(one, options)}`),
  ];
}

function problemLine(problem: Diagnostic, { lang, paint }: TextOptions): string {
  const place = problem.location ? `  ${paint.dim(showLocation(problem.location))}` : "";
  return `${message(problem, lang)}${place}`;
}

function differenceLines(
  { key, location, expected, got, deciding, reasons }: Difference,
  options: TextOptions,
): string[] {
  const { lang, paint } = options;
  const [want, have] = lang === "zh" ? ["应为", "实为"] : ["expected", "got"];
  const place = paint.dim(`${location.line}:${location.column}`);
  const said = `${want} ${paint.green(expected[lang])}${lang === "zh" ? "，" : ", "}${have} ${paint.red(got[lang])}`;
  const more = deciding.length - mostDeciding;
  return [
    `      ${paint.bold(key)}  ${said}  ${place}`,
    ...deciding.slice(0, mostDeciding).map((one) => `        ${decidingLine(one, options)}`),
    ...(more > 0 ? [`        ${paint.dim(lang === "zh" ? `… 另有 ${more} 项` : `… ${more} more`)}`] : []),
    ...reasons.map((reason) => `        ${paint.dim("·")} ${reason[lang]}`),
  ];
}

/** `✗ senior.business.a.deposits  日均存款 24,999.999999万元，低于 2.5亿元，差 0.01元  第十一条二1(1)a`. */
function decidingLine({ leaf, status, says }: Deciding, { lang, paint }: TextOptions): string {
  const color = { pass: paint.green, fail: paint.red, unknown: paint.yellow }[status];
  const cite = leaf.cite === undefined ? "" : `  ${paint.dim(leaf.cite)}`;
  return `${color(signs[status])} ${leaf.id}  ${says[lang]}${cite}`;
}

function coverageLines(coverage: Coverage, options: TextOptions): string[] {
  const { lang, paint } = options;
  const { seen, of, onTheLine, lines } = coverage;
  const rate = percent(seen, of);
  const text =
    lang === "zh"
      ? `覆盖：条件的通过与不通过 ${seen}/${of}（${rate}%），恰在线上 ${onTheLine}/${lines}`
      : `coverage: ${seen}/${of} outcomes of the comparisons (${rate}%), ${onTheLine}/${lines} exactly on the line`;
  const ends = coverage.tiers.filter((one) => one.tests === 0).map((one) => one.id);
  const actions = coverage.actions.filter((one) => one.tests === 0).map((one) => one.action);
  const never = [...ends, ...actions];
  const neverText = lang === "zh" ? `没有测试得出：${never.join("、")}` : `no test comes to: ${never.join(", ")}`;
  return [
    `  ${(rate === 100 ? paint.dim : paint.yellow)(text)}`,
    ...(never.length > 0 ? [`  ${paint.yellow(neverText)}`] : []),
    ...(options.coverage ? unseenLines(coverage.leaves, options) : []),
  ];
}

function unseenLines(leaves: readonly LeafCoverage[], { lang, paint }: TextOptions): string[] {
  const words = { pass: { zh: "通过", en: "passing" }, fail: { zh: "不通过", en: "failing" } };
  const unseen = leaves.flatMap((one) => {
    const missing = (["pass", "fail"] as const)
      .filter((status) => one[status] === 0)
      .map((status) => words[status][lang]);
    if (missing.length === 0) return [];
    const said = lang === "zh" ? `没有测试见过它${missing.join("、")}` : `never seen ${missing.join(" or ")}`;
    return [`    ${one.leaf.id}  ${paint.dim(said)}`];
  });
  const more = unseen.length - mostUnseen;
  const rest = paint.dim(lang === "zh" ? `    … 另有 ${more} 项` : `    … ${more} more`);
  return [...unseen.slice(0, mostUnseen), ...(more > 0 ? [rest] : [])];
}

function tallyLine(runs: readonly RuleTestRun[], { lang, paint }: TextOptions): string {
  const { tests, passed, failed, errors, leftOut } = tallyOf(runs);
  const zh = [
    `${tests} 个测试`,
    `${passed} 通过`,
    failed && `${failed} 失败`,
    errors && `${errors} 有误`,
    leftOut && `${leftOut} 未运行`,
  ];
  const en = [
    counted(tests, "test"),
    `${passed} passed`,
    failed && `${failed} failed`,
    errors && `${errors} in error`,
    leftOut && `${leftOut} left out`,
  ];
  const text = (lang === "zh" ? zh : en).filter((part) => part !== 0).join(lang === "zh" ? "，" : ", ");
  return (failed + errors > 0 ? paint.red : paint.green)(text);
}

/** Without control characters, which could move a terminal's cursor. */
function oneLine(text: string): string {
  return text.replace(/[\x00-\x1F\x7F-\x9F]+/g, " ");
}
