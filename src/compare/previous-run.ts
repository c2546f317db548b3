import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { type Action, actions } from "../rulebook/decision.ts";
import { type Period, parsePeriod } from "../rulebook/period.ts";
import { same, type Text } from "../text/text.ts";

/** A run of an earlier period, as its JSON (`dingji/grade@1`) tells it. */
export interface PreviousRun {
  readonly file: string;
  readonly sha256: string;
  /** The rulebook's id. */
  readonly rulebook: string;
  readonly period: Period;
  /** It was written with masks in place of people. */
  readonly masked: boolean;
  /** Labels of its tiers, by id. */
  readonly tiers: ReadonlyMap<string, string>;
  /** By id, in its order. */
  readonly people: ReadonlyMap<string, PreviousPerson>;
}

/** Somebody then. Tiers are ids, null for none. */
export interface PreviousPerson {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  readonly qualified: string | null;
  readonly recommended: string | null;
  /** What stood in the end; of a file that does not say, what was recommended. */
  readonly final: string | null;
  /** A person had decided about them: then null is no tier, and without it a tier still open. */
  readonly overridden: boolean;
  readonly action: Action | null;
  /** What could not be decided for want of data. */
  readonly undecided: readonly string[];
  /** How many periods in a row the action had been the same; 1 in a file that does not say. */
  readonly repeated: number;
  /** The criteria of a tier, by id. */
  criteriaAt(tier: string): ReadonlyMap<string, PreviousCriterion>;
}

export interface PreviousCriterion {
  readonly id: string;
  readonly status: string;
  /** Decimals in the base unit, as JSON has them. */
  readonly value: unknown;
  readonly threshold: unknown;
}

/**
 * Reads the JSON of an earlier run. What is no such file is said with the first place that is wrong; nothing is guessed. The
 * text may be of another version of the product: only fields of the contract must be there.
 */
export function parsePrevious(
  file: string,
  sha256: string,
  text: string,
): { readonly previous?: PreviousRun; readonly diagnostics: readonly Diagnostic[] } {
  try {
    return { previous: previousOf(file, sha256, JSON.parse(text.replace(/^\uFEFF/, ""))), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof Malformed)) throw error;
    const problem = error instanceof Malformed ? same(error.message) : notJson(error);
    return { diagnostics: [diagnose("compare/previous-malformed", { file }, { problem })] };
  }
}

/** Where it stops being JSON, if the engine says so. What stands there is not quoted: it may be anybody's. */
function notJson({ message }: SyntaxError): Text {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return { zh: "不是 JSON", en: "not JSON" };
  const character = Number(position) + 1;
  return { zh: `不是 JSON（第 ${character} 个字符处）`, en: `not JSON (at character ${character})` };
}

/** The first thing that is not as the contract has it: a path and what is asked for there. */
class Malformed extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function previousOf(file: string, sha256: string, tree: unknown): PreviousRun {
  const run = fields(tree, "$");
  if (run.schema !== "dingji/grade@1") throw new Malformed('$.schema ≠ "dingji/grade@1"');
  const period = parsePeriod(text(run.period, "$.period"));
  if (!period) throw new Malformed(`$.period: ${String(run.period)}`);
  const tiers = list(run.tiers, "$.tiers").map((tier, at): [string, string] => {
    const { id, label } = fields(tier, `$.tiers[${at}]`);
    return [text(id, `$.tiers[${at}].id`), text(label, `$.tiers[${at}].label`)];
  });
  const people = new Map<string, PreviousPerson>();
  for (const [at, result] of list(run.results, "$.results").entries()) {
    const person = personOf(fields(result, `$.results[${at}]`), `$.results[${at}]`);
    people.set(person.id, person);
  }
  const rulebook = text(fields(run.rulebook, "$.rulebook").id, "$.rulebook.id");
  return { file, sha256, rulebook, period, masked: run.masked === true, tiers: new Map(tiers), people };
}

function personOf(result: Fields, at: string): PreviousPerson {
  const action = textOrNull(result.action, `${at}.action`);
  if (action !== null && !(actions as readonly string[]).includes(action))
    throw new Malformed(`${at}.action: ${action}`);
  const recommended = textOrNull(result.recommended, `${at}.recommended`);
  const repeated =
    result.previous === undefined || result.previous === null ? 1 : fields(result.previous, `${at}.previous`).repeated;
  if (typeof repeated !== "number" || !Number.isInteger(repeated) || repeated < 1) {
    throw new Malformed(`${at}.previous.repeated: ${String(repeated)}`);
  }
  const tiers = list(result.tiers, `${at}.tiers`).map((tier, place) => fields(tier, `${at}.tiers[${place}]`));
  return {
    id: text(result.id, `${at}.id`),
    name: typeof result.name === "string" ? result.name : "",
    branch: typeof result.branch === "string" ? result.branch : "",
    qualified: textOrNull(result.qualified, `${at}.qualified`),
    recommended,
    final: result.final === undefined ? recommended : textOrNull(result.final, `${at}.final`),
    overridden: typeof result.override === "object" && result.override !== null,
    action: action as Action | null,
    undecided: Array.isArray(result.undecided) ? result.undecided.map(String) : [],
    repeated,
    criteriaAt(tier) {
      const found = tiers.find((one) => one.tier === tier);
      const all = [found?.criteria, found?.provisionalCriteria].flatMap((some) => (Array.isArray(some) ? some : []));
      return new Map(all.filter((one) => typeof one?.id === "string").map((one: PreviousCriterion) => [one.id, one]));
    },
  };
}

function fields(value: unknown, at: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Malformed(`${at}: {…}`);
  return value as Fields;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(`${at}: […]`);
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== "string") throw new Malformed(`${at}: "…"`);
  return value;
}

function textOrNull(value: unknown, at: string): string | null {
  return value === null ? null : text(value, at);
}
