import type { CriterionResult, Status } from "../assess/assessment.ts";
import { Exact } from "../number/exact.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import { JsonBytes } from "./json-bytes.ts";
import { jsonValue } from "./json-value.ts";
import { unitOf } from "./tree.ts";

/**
 * Writes criteria as JSON objects. What never changes of a criterion (id, unit, clause) is serialised once, and of a
 * compound node that is everything: 2,000 people have half a million nodes.
 */
export class CriteriaJson {
  private readonly fixed = new Map<Criterion, FixedParts>();

  /** All nodes below a tier's root, parents before parts, joined by commas. */
  below(root: CriterionResult, out: JsonBytes): void {
    const { parts } = root;
    for (let at = 0; at < parts.length; at++) {
      if (at > 0) out.comma();
      this.tree(parts[at] as CriterionResult, out);
    }
  }

  /** A node and all below it. */
  tree(node: CriterionResult, out: JsonBytes): void {
    let fixed = this.fixed.get(node.criterion);
    if (!fixed) {
      fixed = new FixedParts(node.criterion);
      this.fixed.set(node.criterion, fixed);
    }
    fixed.write(node, out);
    if (node.parts.length === 0) return;
    out.comma();
    this.below(node, out);
  }
}

type ByStatus<T> = Readonly<Record<Status, T>>;

/** A node as it was written before, and for what. */
interface Written {
  readonly threshold: CriterionResult["threshold"];
  readonly gap: CriterionResult["gap"];
  readonly bytes: Uint8Array;
}

/** So many different values of a criterion are worth remembering. */
const mostRemembered = 16;

class FixedParts {
  private readonly heads: ByStatus<Uint8Array>;
  private readonly tail: Uint8Array;
  /** Exams, degrees and what should be none are the same for most people; compound nodes have no value at all. */
  private readonly before: ByStatus<Map<CriterionResult["value"], Written>>;
  private lastThreshold: CriterionResult["threshold"];
  private lastThresholdJson = thresholdJson(undefined);

  constructor(criterion: Criterion) {
    const id = JSON.stringify(criterion.id);
    const unit = criterion.kind === "leaf" ? unitOf(criterion.type) : null;
    const head = (status: Status) => JsonBytes.of(`{"id":${id},"status":"${status}","value":`);
    this.heads = { pass: head("pass"), fail: head("fail"), unknown: head("unknown") };
    this.tail = JsonBytes.of(`,"unit":${JSON.stringify(unit)},"cite":${JSON.stringify(criterion.cite ?? null)}}`);
    this.before = { pass: new Map(), fail: new Map(), unknown: new Map() };
  }

  write(result: CriterionResult, out: JsonBytes): void {
    const { status, value, threshold, gap } = result;
    if (!isCommon(value) || !isCommon(gap)) {
      this.writeParts(result, out);
      return;
    }
    const before = this.before[status];
    const known = before.get(value);
    if (known && known.threshold === threshold && known.gap === gap) {
      out.piece(known.bytes);
      return;
    }
    const start = out.length;
    this.writeParts(result, out);
    if (!known && before.size < mostRemembered) before.set(value, { threshold, gap, bytes: out.since(start) });
  }

  private writeParts({ status, value, threshold, gap }: CriterionResult, out: JsonBytes): void {
    out.piece(this.heads[status]);
    out.value(value);
    if (threshold !== this.lastThreshold) {
      this.lastThreshold = threshold;
      this.lastThresholdJson = thresholdJson(threshold);
    }
    out.piece(this.lastThresholdJson);
    out.value(gap);
    out.piece(this.tail);
  }
}

/** Figures are everybody's own, but for the zero that is one object. */
function isCommon(value: CriterionResult["value"]): boolean {
  return typeof value !== "object" || value === Exact.zero;
}

function thresholdJson(threshold: CriterionResult["threshold"]): Uint8Array {
  return JsonBytes.of(`,"threshold":${jsonValue(threshold)},"gap":`);
}
