import { sameValue } from "../formula/ordering.ts";
import { Unknown, type Value } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Leaf, LeafTest } from "../rulebook/criterion.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import { type CriterionResult, statusOf } from "./assessment.ts";
import type { Tester } from "./tester.ts";

/** So many different outcomes of a comparison are kept: more would not be the same for many. */
const mostOutcomes = 256;

const none: readonly CriterionResult[] = [];

type Outcome = CriterionResult & { readonly value: Value; shared: boolean };

/** Tests one comparison for one person after the other. Where the same figure or word was seen before, so is what came of it. */
export class LeafTester implements Tester {
  private readonly known = new Map<string | number | boolean, Outcome>();
  private repeats = 0;
  /** Nearly everybody has a figure of their own: it is not looked for again. */
  private isVaried = false;

  constructor(private readonly criterion: Leaf) {}

  test(frame: PersonFrame): CriterionResult {
    const { criterion } = this;
    const value = criterion.value(frame);
    if (this.isVaried || value instanceof Unknown) return made(criterion, criterion.test(frame, value));
    const key = value instanceof Exact ? value.approximate : value;
    const found = this.known.get(key);
    // Two figures may be as near to one double.
    const before = found !== undefined && sameValue(found.value, value) ? found : undefined;
    if (before && criterion.isFixed) return this.repeated(before);
    const own = made(criterion, criterion.test(frame, value));
    if (before && isAlike(before, own)) return this.repeated(before);
    if (!found) this.keep(key, own as Outcome);
    return own;
  }

  private repeated(before: Outcome): CriterionResult {
    this.repeats++;
    before.shared = true;
    return before;
  }

  private keep(key: string | number | boolean, own: Outcome): void {
    if (this.known.size < mostOutcomes) this.known.set(key, own);
    else if (this.repeats < mostOutcomes) {
      this.isVaried = true;
      this.known.clear();
    }
  }
}

function made(criterion: Leaf, { truth, value, threshold, gap }: LeafTest): CriterionResult {
  return { criterion, status: statusOf(truth), value, threshold, gap, parts: none, shared: false };
}

/** The same came of the same figure: the line, which may be a param's, was the same too. */
function isAlike(a: CriterionResult, b: CriterionResult): boolean {
  return a.status === b.status && isEqual(a.threshold, b.threshold) && isEqual(a.gap, b.gap);
}

function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameValue(a, b);
}
