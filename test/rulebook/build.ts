import { message } from "../../src/diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { type CompiledRulebook, compileRulebook } from "../../src/rulebook/compile.ts";
import { parseRuleDocument, type RuleDocument } from "../../src/rulebook/document.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

/** Sections that a test does not write itself, one a key. */
const defaults: Readonly<Record<string, string>> = {
  dingji: "dingji: 1",
  id: "id: test",
  title: "title: 测试",
  subject: "subject: people",
  inputs: `inputs:
  people:
    key: id
    columns:
      id: {type: id, header: 工号}
      current: {type: tier, header: 现等级}
      years: {type: duration, unit: 年, header: 年限}
      exam: {type: boolean, header: 考试}
      joined: {type: date, header: 入职}
      edu: {type: enum, header: 学历, values: [高中, 大专, 本科], ordered: yes}
      branch: {type: text, header: 机构}
      mark: {type: number, header: 分数}
  sales:
    columns:
      id: {type: id, header: 工号, refers: people}
      customer: {type: id, header: 客户}
      amount: {type: money, header: 金额, min: 0}
      before: {type: money, header: 上年, min: 0}
      usd: {type: money, currency: USD, header: 美元}
      kind: {type: text, header: 种类}
      day: {type: date, header: 日期}
      done: {type: boolean, header: 完成}
  loans:
    columns:
      id: {type: id, header: 工号, refers: people}
      customer: {type: id, header: 客户}
      amount: {type: money, header: 金额}
  quality:
    key: id
    columns:
      id: {type: id, header: 工号, refers: people}
      npl: {type: ratio, header: 不良率}
  bank:
    columns:
      staff: {type: count, header: 员工数}`,
  tiers: `tiers:
  - {id: high, label: 高级, requires: [mark >= 80]}
  - {id: low, label: 低级, requires: [mark >= 60]}`,
};

/** A whole rulebook: the sections given, then the default ones for the rest. */
export function yaml(sections: string): string {
  const given = new Set([...sections.matchAll(/^(?:«)?([a-z_]+)(?:»)?:/gmu)].map((match) => match[1]));
  const rest = Object.entries(defaults).flatMap(([key, text]) => (given.has(key) ? [] : [text]));
  return `${sections.replace(/\n*$/u, "\n")}${rest.join("\n")}\n`;
}

export function parsed(text: string): RuleDocument {
  const { document, diagnostics } = parseRuleDocument("t.yml", text);
  if (!document) throw new Error(diagnostics.map((one) => message(one, "en")).join("\n"));
  return document;
}

export function compiledFrom(text: string): CompiledRulebook {
  const { document, diagnostics } = parseRuleDocument("t.yml", text);
  return document ? compileRulebook(document, "", diagnostics) : { diagnostics, places: new Map() };
}

/** Compiles the sections given; what is wrong with them fails the test. */
export function rulebook(sections: string): Rulebook {
  const { rulebook: made, diagnostics } = compiledFrom(yaml(sections));
  if (!made) throw new Error(diagnostics.map((one) => `${one.code} ${message(one, "en")}`).join("\n"));
  return made;
}

/** What is found in a rulebook, as `code «the text it points at» line:column`. */
export function findings(sections: string): string[] {
  const text = yaml(sections);
  return compiledFrom(text).diagnostics.map((one) => `${one.code} ${pointed(text, one.location as SpanLocation)}`);
}

/** What should be found: one code a marked text, `«…»`, in the order of the marks. */
export function marked(sections: string, codes: readonly string[]): { clean: string; expected: string[] } {
  const text = yaml(sections);
  const clean = text.replace(/[«»]/gu, "");
  const expected = [...text.matchAll(/«([^»]*)»/gu)].map((match, index) => {
    const start = text.slice(0, match.index).replace(/[«»]/gu, "").length;
    const lines = clean.slice(0, start).split("\n");
    return `${codes[index]} «${match[1]}» ${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  });
  return { clean: sections.replace(/[«»]/gu, ""), expected };
}

function pointed(text: string, { line, column, endLine, endColumn }: SpanLocation): string {
  const lines = text.split("\n");
  const at = (row: number, col: number) => lines.slice(0, row - 1).join("\n").length + (row > 1 ? 1 : 0) + col - 1;
  const [from, to] = [at(line ?? 1, column ?? 1), at(endLine ?? 1, endColumn ?? 1)];
  return `«${text.slice(from, to)}» ${line}:${column}`;
}

/** Sorted, so that the order in which things are found does not matter. */
export function sorted(list: readonly string[]): string[] {
  return [...list].sort();
}
