import type { Criterion } from "../rulebook/criterion.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { CriterionResult } from "./assessment.ts";
import { LeafTester } from "./leaf-tester.ts";
import { NodeTester } from "./node-tester.ts";
import type { Tester } from "./tester.ts";
import { FirstTester, TwinTester } from "./twin-tester.ts";

/**
 * Tests trees of criteria for all people of a run. Results that are the same for many people (an exam passed, a degree,
 * nothing overdue), and groups of such, are each kept once for all of them; what several tiers ask for just the same is tested
 * at the first of them. A quarter has half a million nodes, and most of them need not be made, nor be written anew each time.
 */
export class Testers {
  private readonly known = new Map<Criterion, Tester>();
  /** By what it asks for. */
  private readonly first = new Map<string, FirstTester>();

  /** Tests a tree, every node of it. The frame stands still until the next one is tested. */
  test(frame: PersonFrame, criterion: Criterion): CriterionResult {
    let tester = this.known.get(criterion);
    if (!tester) {
      tester = this.testerOf(criterion);
      this.known.set(criterion, tester);
    }
    return tester.test(frame);
  }

  private testerOf(criterion: Criterion): Tester {
    const asked = demandOf(criterion);
    const first = asked === undefined ? undefined : this.first.get(asked);
    if (first) return new TwinTester(criterion, first);
    const own =
      criterion.kind === "leaf"
        ? new LeafTester(criterion)
        : new NodeTester(
            criterion,
            criterion.of.map((part) => this.testerOf(part)),
          );
    if (asked === undefined) return own;
    const remembering = new FirstTester(own);
    this.first.set(asked, remembering);
    return remembering;
  }
}

/** What a tree asks for, which its ids and labels do not matter to; undefined where that differs by tier. */
function demandOf(criterion: Criterion): string | undefined {
  if (criterion.kind === "leaf") return criterion.tierScoped ? undefined : criterion.text;
  const parts = criterion.of.map(demandOf);
  if (parts.includes(undefined)) return undefined;
  return `${criterion.kind === "group" ? criterion.need : "choice"} [${parts.map((part) => JSON.stringify(part)).join()}]`;
}
