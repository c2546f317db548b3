import { Exact } from "../number/exact.ts";
import type { Criterion, Leaf, LeafTest } from "../rulebook/criterion.ts";
import { type CriterionResult, type Status, statusOf } from "./assessment.ts";

/** So many different outcomes of a comparison, or of a group, are shared: more would not be the same for many. */
const mostOutcomes = 256;

const none: readonly CriterionResult[] = [];

/** A tree over the parts of a group: where they lead, the group's result stands. */
interface Branch {
  readonly next: Map<CriterionResult, Branch>;
  result: CriterionResult | undefined;
}

/**
 * Results that are the same for many people (an exam passed, a degree, nothing overdue), and groups of such, each kept once
 * for all of them. A quarter has half a million nodes: half of them need not be made, nor be written anew each time.
 */
export class SharedResults {
  private readonly leaves = new Map<Leaf, Map<CriterionResult["value"], CriterionResult>>();
  private readonly groups = new Map<Criterion, { readonly root: Branch; size: number }>();

  leaf(criterion: Leaf, { truth, value, threshold, gap }: LeafTest): CriterionResult {
    const status = statusOf(truth);
    const own = { criterion, status, value, threshold, gap, parts: none, shared: false };
    if (!isCommon(value) || !isCommon(gap)) return own;
    let known = this.leaves.get(criterion);
    if (!known) {
      known = new Map();
      this.leaves.set(criterion, known);
    }
    const before = known.get(value);
    if (before) return before.status === status && before.threshold === threshold && before.gap === gap ? before : own;
    if (known.size >= mostOutcomes) return own;
    own.shared = true;
    known.set(value, own);
    return own;
  }

  /** What a group or a choice comes to depends on its parts alone: `status` is the same for the same parts. */
  node(criterion: Criterion, status: Status, parts: readonly CriterionResult[]): CriterionResult {
    const own = { criterion, status, value: undefined, threshold: undefined, gap: undefined, parts, shared: false };
    for (let at = 0; at < parts.length; at++) if (!parts[at]?.shared) return own;
    let known = this.groups.get(criterion);
    if (!known) {
      known = { root: { next: new Map(), result: undefined }, size: 0 };
      this.groups.set(criterion, known);
    }
    let branch = known.root;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as CriterionResult;
      let next = branch.next.get(part);
      if (!next) {
        if (known.size++ >= mostOutcomes) return own;
        next = { next: new Map(), result: undefined };
        branch.next.set(part, next);
      }
      branch = next;
    }
    if (branch.result) return branch.result;
    own.shared = true;
    branch.result = own;
    return own;
  }
}

/** A word, a truth value, nothing, or a figure that is one object wherever it comes up. Other figures are everybody's own. */
function isCommon(value: CriterionResult["value"]): boolean {
  return typeof value !== "object" || (value instanceof Exact && value.isOneObject);
}
