import { showLocation } from "../../src/diagnostic/location.ts";
import { loadRulebookText } from "../../src/rulebook/load.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import type { RuleTestResult, RuleTestRun } from "../../src/ruletest/result.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";

/** Two tiers and a trainee, a floor by tier, a one-row sheet, a foreign currency, a provisional way, a benefit. */
export const smallText = `dingji: 1
id: small
title: {zh: 小样, en: Small}
subject: managers
applies_to: current != agent
effective: {from: 2020-01-01}
inputs:
  managers:
    key: manager
    columns:
      manager:   {type: id, header: 工号}
      current:   {type: tier, header: 现等级}
      years:     {type: duration, unit: 年, header: 年限}
      exam:      {type: boolean, header: 考试, yes: [合格], no: [不合格]}
      education: {type: enum, header: 学历, values: [大专, 本科], ordered: yes, words: {专科: 大专}}
      faults:    {type: count, unit: 次, header: 差错, missing: 0次}
      joined:    {type: date, header: 入行日}
  deposits:
    columns:
      manager:    {type: id, header: 工号, refers: managers}
      customer:   {type: id, header: 客户}
      average:    {type: money, header: 日均}
      negotiated: {type: boolean, header: 协议, missing: no}
  settlements:
    columns:
      manager: {type: id, header: 工号, refers: managers}
      amount:  {type: money, currency: USD, header: 金额}
  quality:
    key: manager
    columns:
      manager: {type: id, header: 工号, refers: managers}
      npl:     {type: ratio, header: 不良率}
rates:
  USD: [{from: 2020-01-01, CNY: 7}]
params:
  floor: {by: tier, values: {gold: 100万, default: 50万}}
  pay:   {by: tier, values: {gold: 300元, silver: 200元, trainee: 100元, agent: 0元}}
scopes:
  counted: {each: customer, keep: sum(deposits.average) >= floor}
metrics:
  deposits:       {label: {zh: 存款, en: Deposits}, sum: deposits.average, where: not negotiated, within: counted}
  settlement:     {label: {zh: 结算, en: Settlement}, sum: settlements.amount}
  settlement_cny: {label: {zh: 结算折人民币, en: Settlement in CNY}, value: settlement as CNY}
requirements:
  base:
    - {id: exam, that: exam, cite: 第一条}
tiers:
  - id: gold
    label: {zh: 金级, en: Gold}
    aliases: [金]
    requires:
      - use: base
      - {id: years, that: years >= 3年, cite: 第二条}
      - id: business
        any:
          - {id: a, that: deposits >= 1亿, cite: 第三条}
          - {id: b, that: settlement_cny >= 700万, cite: 第四条}
  - id: silver
    label: {zh: 银级, en: Silver}
    requires:
      - use: base
      - {id: deposits, that: deposits >= 1000万, cite: 第五条}
    provisional:
      - {id: large, that: deposits >= 5000万, cite: 第六条}
  - {id: trainee, label: {zh: 见习, en: Trainee}, ladder: no}
  - {id: agent, label: {zh: 代办, en: Agent}, ladder: no}
standing:
  - {id: on_post, label: {zh: 及格线, en: Pass line}, that: quality.npl <= 2%, cite: 第七条}
decision:
  actions: {promote: 高聘, keep: 续聘, demote: 低聘}
  appoint: year
  approvals: {gold: [人事部, 分行], default: 分行}
benefits:
  pay: {label: 津贴, amount: pay at recommended}
`;

let loaded: Promise<Rulebook> | undefined;

export function small(): Promise<Rulebook> {
  loaded ??= load(smallText);
  return loaded;
}

export async function load(text: string): Promise<Rulebook> {
  const { rulebook, diagnostics } = await loadRulebookText("small.yml", new TextEncoder().encode(text));
  if (!rulebook) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  return rulebook;
}

/** Whoever meets gold to the fen, and nothing more. */
export const people = `people:
  gold: {current: silver, years: 3年, exam: 合格, education: 大专, faults: 0, deposits: 1亿, settlement: 0 USD, quality.npl: 2%}
`;

/** Runs the tests of a YAML text, `people` above them, against the small rulebook or another. */
export async function runTests(tests: string, rulebook?: Rulebook, filter?: string): Promise<RuleTestRun> {
  const { suite, diagnostics } = parseRuleTests("small.test.yml", `${people}tests:\n${tests}`);
  if (!suite) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  return runRuleTests(suite, rulebook ?? (await small()), filter === undefined ? {} : { filter });
}

/** The one test of a text. `line` 4 is its first. */
export async function runOne(test: string, rulebook?: Rulebook): Promise<RuleTestResult> {
  const { results } = await runTests(test, rulebook);
  const [result] = results;
  if (!result || results.length > 1) throw new Error(`${results.length} tests`);
  return result;
}

/** A difference in short: `3:5 tier expected gold got silver`. */
export function differences({ differences }: RuleTestResult): string[] {
  return differences.map(({ key, location, expected, got }) => {
    return `${location.line}:${location.column} ${key} expected ${expected.en} got ${got.en}`;
  });
}

/** Diagnostics in short: `ruletest/bad-period small.test.yml:3:5`. */
export function problems(list: RuleTestRun["diagnostics"]): string[] {
  return list.map(({ code, location }) => `${code} ${location ? showLocation(location) : ""}`);
}

/** Takes the `«»` out of a text, and says where they stood: `7:20`. */
export function marked(written: string): { readonly text: string; readonly at: string } {
  const before = written.slice(0, Math.max(written.indexOf("«"), 0));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  return { text: written.replace(/[«»]/g, ""), at: `${line}:${column}` };
}

/** Where a test's text begins in the file: below `people`. */
export const head = `${people}tests:\n`;
