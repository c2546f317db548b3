import { isKnown, joinUnknown, type Result, type Truth, Unknown } from "../formula/value.ts";
import type { Choice, Criterion, Group } from "./criterion.ts";
import type { PersonFrame } from "./frame.ts";

/** Whether a tree holds, without a trace of its parts. */
export function criterionTruth(criterion: Criterion, frame: PersonFrame): Truth {
  if (criterion.kind === "leaf") return criterion.test(frame).truth;
  return joinTruths(
    criterion,
    criterion.of.map((part) => criterionTruth(part, frame)),
  );
}

/** What the truths of a node's parts make of the node. */
export function joinTruths(node: Group | Choice, truths: readonly Truth[]): Truth {
  return node.kind === "choice" ? agreement(truths, node.reading.id) : atLeast(node.need, truths);
}

/** Kleene's k of n: decided as soon as the known parts leave no other outcome. */
export function atLeast(need: number, truths: readonly Truth[]): Truth {
  let passed = 0;
  let unknown = 0;
  for (const truth of truths) {
    if (truth === true) passed++;
    else if (truth !== false) unknown++;
  }
  if (passed >= need) return true;
  if (passed + unknown < need) return false;
  return joinUnknown(...truths.filter((truth) => truth instanceof Unknown));
}

/** Several readings of one clause: decided when they all agree. */
function agreement(truths: readonly Truth[], reading: string): Truth {
  const [first] = truths;
  if (first !== undefined && isKnown(first as Result) && truths.every((truth) => truth === first)) return first;
  const unknown = truths.filter((truth) => truth instanceof Unknown);
  const what = { zh: `读法 ${reading} 的各种理解结论不一`, en: `the candidates of reading ${reading} disagree` };
  return unknown.length > 0 ? joinUnknown(...unknown) : new Unknown([{ why: "readings-differ", what }]);
}
