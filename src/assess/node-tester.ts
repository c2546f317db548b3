import type { Choice, Group } from "../rulebook/criterion.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { CriterionResult } from "./assessment.ts";
import { agreementOf, atLeastOf } from "./kleene.ts";
import type { Tester } from "./tester.ts";

/** So many different outcomes of a group are kept: more would not be the same for many. */
const mostOutcomes = 256;

/** A tree over the parts of a group: where they lead, the group's result stands. */
interface Branch {
  readonly next: Map<CriterionResult, Branch>;
  result: CriterionResult | undefined;
}

/** Tests a group or the candidates of a choice, all of them. What its parts come to when all are shared is shared too. */
export class NodeTester implements Tester {
  private readonly root: Branch = { next: new Map(), result: undefined };
  private size = 0;

  constructor(
    private readonly criterion: Group | Choice,
    private readonly testers: readonly Tester[],
  ) {}

  test(frame: PersonFrame): CriterionResult {
    const { testers } = this;
    // Of just the length: an array that grows keeps room for seventeen, and 10,000 people have hundreds of thousands of these.
    const parts = new Array<CriterionResult>(testers.length);
    let branch: Branch | undefined = this.root;
    for (let at = 0; at < parts.length; at++) {
      const part = (testers[at] as Tester).test(frame);
      parts[at] = part;
      if (branch) branch = part.shared ? this.towards(branch, part) : undefined;
    }
    if (!branch) return this.made(parts, false);
    branch.result ??= this.made(parts, true);
    return branch.result;
  }

  /** Undefined: more are not kept. */
  private towards(branch: Branch, part: CriterionResult): Branch | undefined {
    const known = branch.next.get(part);
    if (known || this.size >= mostOutcomes) return known;
    this.size++;
    const next = { next: new Map(), result: undefined };
    branch.next.set(part, next);
    return next;
  }

  /** What a group or a choice comes to depends on its parts alone. */
  private made(parts: readonly CriterionResult[], shared: boolean): CriterionResult {
    const { criterion } = this;
    const status = criterion.kind === "choice" ? agreementOf(parts) : atLeastOf(criterion.need, parts);
    return { criterion, status, value: undefined, threshold: undefined, gap: undefined, parts, shared };
  }
}
