import type { CriterionResult, Status } from "../assess/assessment.ts";
import { textsInAll } from "../decide/deciding.ts";
import { both } from "../decide/phrases.ts";
import { message } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import { spoken, type Text } from "../text/text.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { assessmentAt, isChosenFrom } from "./tree.ts";
import { words } from "./words.ts";

/** One thing that decided about a person: a criterion, or what else stands in the way. */
export interface DecidingRow {
  readonly one: PersonReport;
  /** Where it is asked: a tier, a standing line. Undefined: nowhere in particular. */
  readonly at: { readonly label: Text; readonly index: number | undefined } | undefined;
  readonly node: CriterionResult | undefined;
  /** The part of a k-of-n group that a comparison belongs to. */
  readonly part: CriterionResult | undefined;
  /** Instead of a criterion: a cell that cannot be read, or the reasons in words. */
  readonly note: { readonly text: Text; readonly location: CellLocation | undefined } | undefined;
}

/**
 * What decided about a person. Who rises or is graded first: what the qualified tier rests on and the present one does not
 * ask for just the same. Who falls: what the present tier asked for in vain. Who is in review or should leave: the cells
 * that cannot be read, what is missing for the tiers that are open, the standing lines missed, and with no tier reached what
 * the lowest asked for in vain. Somebody whom none of this explains gets the reasons in words.
 */
export function decidingRows(report: Report, one: PersonReport): DecidingRow[] {
  const found = [...problemRows(one), ...criterionRows(report, one)];
  if (found.length > 0) return found;
  const { reasons } = one.recommendation;
  const text = spoken((lang) => reasons.map((reason) => reason[lang]).join(words.semicolon[lang]));
  return [{ one, at: undefined, node: undefined, part: undefined, note: { text, location: undefined } }];
}

function problemRows(one: PersonReport): DecidingRow[] {
  return one.person.problems.map((problem): DecidingRow => {
    const text = both(
      { zh: "数据有误：", en: "bad data: " },
      spoken((lang) => message(problem, lang)),
    );
    const location = problem.location as CellLocation | undefined;
    return { one, at: undefined, node: undefined, part: undefined, note: { text, location } };
  });
}

function criterionRows({ rulebook }: Report, one: PersonReport): DecidingRow[] {
  const { assessment, recommendation } = one;
  const { current, action } = recommendation;
  const { qualified, undecided } = assessment;
  const at = (index: number | undefined, status: Status, without: ReadonlySet<string> = new Set()) => {
    const tier = index === undefined ? undefined : rulebook.tiers[index];
    const assessed = assessmentAt(assessment, tier);
    if (!tier || !assessed) return [];
    const { requires, provisional, provisionalResult } = assessed;
    const roots = status === "pass" && provisionalResult ? [provisional ? provisionalResult : requires] : [requires];
    const where = { label: tier.label, index: tier.index };
    return roots
      .flatMap((root) => nodesThat(root, status, without))
      .map((row) => ({ ...row, one, at: where, note: undefined }));
  };
  if (action === "promote" || action === "confirm") {
    const others = rulebook.tiers.filter((tier) => tier.ladder && tier !== qualified);
    const compared = current?.ladder ? others.filter((tier) => tier === current) : others;
    return at(qualified?.index, "pass", textsInAll(compared.map((tier) => tier.requires)));
  }
  if (action === "demote") return at(current?.index, "fail");
  const lowest = rulebook.tiers.filter((tier) => tier.ladder).at(-1);
  const open = undecided.flatMap((tier) => at(tier.index, "unknown"));
  const standing = assessment.standing
    .filter(({ standing: { advice }, status }) => status !== "pass" && !advice)
    .flatMap(({ standing: { label }, status, result }) =>
      nodesThat(result, status, new Set()).map((row) => ({
        ...row,
        one,
        at: { label, index: undefined },
        note: undefined,
      })),
    );
  return [...distinct(open), ...standing, ...(qualified || open.length > 0 ? [] : at(lowest?.index, "fail"))];
}

/** A gate that several open tiers share is said once. */
function distinct(rows: readonly DecidingRow[]): DecidingRow[] {
  const seen = new Set<string>();
  return rows.filter(({ node }) => {
    const { criterion } = node as CriterionResult;
    const key = criterion.kind === "leaf" && !criterion.tierScoped ? criterion.text : criterion.id;
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}

/** The comparisons and k-of-n groups of a tree with this status, under nodes of it alone, but for those written `without`. */
function nodesThat(
  node: CriterionResult,
  status: Status,
  without: ReadonlySet<string>,
  part?: CriterionResult,
): { readonly node: CriterionResult; readonly part: CriterionResult | undefined }[] {
  const { criterion, parts } = node;
  if (node.status !== status) return [];
  if (criterion.kind === "leaf") return without.has(criterion.text) ? [] : [{ node, part }];
  const chosen = isChosenFrom(criterion);
  const below = parts.flatMap((each) => nodesThat(each, status, without, chosen ? each : part));
  return chosen && below.length > 0 ? [{ node, part }, ...below] : below;
}
