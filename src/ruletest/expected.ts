import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Path, RuleDocument } from "../rulebook/document.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf } from "../text/text.ts";
import type { Expected } from "./rule-test.ts";
import { type CellSource, type ExpectationKey, expectations, type TestSource } from "./schema.ts";

/** Keys that say of what: `gap.senior.business.a.deposits`. `due` may. */
const ofSomething: Readonly<Partial<Record<ExpectationKey, string>>> = {
  gap: "gap.senior.business.a.deposits",
  value: "value.senior.business.a.deposits",
  standing: "standing.on_post",
  benefits: "benefits.allowance",
};
const lists: readonly ExpectationKey[] = ["blocked_by", "passes", "fails", "unknown", "reasons", "approvals"];

/** The assertions of an `expect:` map. */
export function expectedOfMap(written: TestSource["expect"], path: Path, document: RuleDocument): Expected[] {
  return Object.entries(written ?? {}).flatMap(([name, value]): Expected[] => {
    const key = name as ExpectationKey;
    const own = [...path, key];
    if (value === undefined) return [];
    if (typeof value === "object" && !Array.isArray(value)) {
      return Object.entries(value as Readonly<Record<string, string | boolean>>).map(([of, one]) => {
        const at = [...own, of];
        return { key, of, keyLocation: document.keyAt(at), values: [{ value: one, location: document.at(at) }] };
      });
    }
    const values = Array.isArray(value)
      ? value.map((one, index) => ({ value: one, location: document.at([...own, index]) }))
      : [{ value, location: document.at(own) }];
    return [{ key, of: undefined, keyLocation: document.keyAt(own), values }];
  });
}

/** A column of a table of cases that stands right of the arrow: `tier`, `due.action`, `gap.senior.business.a.deposits`. */
export interface ExpectedColumn {
  readonly key: ExpectationKey;
  readonly of: string | undefined;
}

export function expectedColumn(head: string, at: SpanLocation): ExpectedColumn | { readonly problem: Diagnostic } {
  const dot = head.indexOf(".");
  const name = dot < 0 ? head : head.slice(0, dot);
  const of = dot < 0 ? undefined : head.slice(dot + 1);
  const known = Object.keys(expectations);
  const key = name as ExpectationKey;
  if (!known.includes(name) || (of !== undefined && !(key in ofSomething) && key !== "due")) {
    const near = didYouMean(head, known);
    return { problem: diagnose("ruletest/unknown-expectation", at, { name: head, near, known: listOf(known) }) };
  }
  const example = ofSomething[key];
  if (example !== undefined && of === undefined) {
    return { problem: diagnose("ruletest/expectation-of", at, { name: head, example }) };
  }
  if (key === "due" && of !== undefined && of !== "action" && of !== "recommended") {
    const near = didYouMean(head, ["due.action", "due.recommended"]);
    const args = { name: head, near, known: "due due.action due.recommended" };
    return { problem: diagnose("ruletest/unknown-expectation", at, args) };
  }
  return { key, of };
}

/** The assertion of one cell; none where the cell is empty. */
export function expectedOfCell(
  { key, of }: ExpectedColumn,
  cell: CellSource,
  headLocation: SpanLocation,
  path: Path,
  document: RuleDocument,
): Expected | { readonly problem: Diagnostic } | undefined {
  if (cell === "") return undefined;
  if (!Array.isArray(cell)) {
    return { key, of, keyLocation: headLocation, values: [{ value: cell, location: document.at(path) }] };
  }
  if (!lists.includes(key)) {
    const expected = { zh: "一个值", en: "one value" };
    const args = { name: key, expected, got: cell.join(", "), example: cell[0] ?? "" };
    return { problem: diagnose("ruletest/bad-value", document.at(path), args) };
  }
  const values = cell.map((value, index) => ({ value, location: document.at([...path, index]) }));
  return { key, of, keyLocation: headLocation, values };
}
