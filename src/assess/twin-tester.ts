import type { Criterion } from "../rulebook/criterion.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { CriterionResult } from "./assessment.ts";
import type { Tester } from "./tester.ts";

/** Remembers how a tree came out for the person who is being tested, for its twins at other tiers. */
export class FirstTester implements Tester {
  private frame: PersonFrame | undefined;
  private last: CriterionResult | undefined;

  constructor(private readonly own: Tester) {}

  test(frame: PersonFrame): CriterionResult {
    if (this.last && this.frame === frame) return this.last;
    this.frame = frame;
    this.last = this.own.test(frame);
    return this.last;
  }
}

/** Finds how a tree comes out from how the same one came out at another tier. */
export class TwinTester implements Tester {
  private readonly twins: Twins;

  constructor(
    criterion: Criterion,
    private readonly first: Tester,
  ) {
    this.twins = new Twins(criterion);
  }

  test(frame: PersonFrame): CriterionResult {
    return this.twins.of(this.first.test(frame));
  }
}

/** Results of one tree as those of another that asks for the same: what is shared there is shared here. */
class Twins {
  private readonly known = new Map<CriterionResult, CriterionResult>();
  private readonly parts: readonly Twins[];

  constructor(private readonly criterion: Criterion) {
    this.parts = criterion.kind === "leaf" ? [] : criterion.of.map((part) => new Twins(part));
  }

  of(result: CriterionResult): CriterionResult {
    if (!result.shared) return this.made(result);
    let known = this.known.get(result);
    if (!known) {
      known = this.made(result);
      this.known.set(result, known);
    }
    return known;
  }

  private made({ status, value, threshold, gap, parts, shared }: CriterionResult): CriterionResult {
    const { criterion } = this;
    const own = parts.length === 0 ? parts : parts.map((part, at) => (this.parts[at] as Twins).of(part));
    return { criterion, status, value, threshold, gap, parts: own, shared };
  }
}
