import type { CriterionResult, Status } from "../assess/assessment.ts";
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
      if (at > 0) out.ascii(",");
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
    out.ascii(",");
    this.below(node, out);
  }
}

class FixedParts {
  private readonly heads: Readonly<Record<Status, Uint8Array>>;
  private readonly wholes: Readonly<Record<Status, Uint8Array>>;
  private readonly met: Uint8Array;
  private readonly tail: Uint8Array;
  private readonly leaf: boolean;
  private lastThreshold: CriterionResult["threshold"];
  private lastThresholdJson = thresholdJson(undefined);

  constructor(criterion: Criterion) {
    const id = JSON.stringify(criterion.id);
    const unit = criterion.kind === "leaf" ? unitOf(criterion.type) : null;
    const tail = `,"unit":${JSON.stringify(unit)},"cite":${JSON.stringify(criterion.cite ?? null)}}`;
    const head = (status: Status) => `{"id":${id},"status":"${status}","value":`;
    const each = (write: (status: Status) => string) => ({
      pass: JsonBytes.of(write("pass")),
      fail: JsonBytes.of(write("fail")),
      unknown: JsonBytes.of(write("unknown")),
    });
    this.leaf = criterion.kind === "leaf";
    this.heads = each(head);
    this.wholes = each((status) => `${head(status)}null,"threshold":null,"gap":null${tail}`);
    this.met = JsonBytes.of(`"0"${tail}`);
    this.tail = JsonBytes.of(tail);
  }

  write({ status, value, threshold, gap }: CriterionResult, out: JsonBytes): void {
    if (!this.leaf) {
      out.piece(this.wholes[status]);
      return;
    }
    out.piece(this.heads[status]);
    out.value(value);
    if (threshold !== this.lastThreshold) {
      this.lastThreshold = threshold;
      this.lastThresholdJson = thresholdJson(threshold);
    }
    out.piece(this.lastThresholdJson);
    if (gap?.sign === 0) {
      out.piece(this.met);
      return;
    }
    out.value(gap);
    out.piece(this.tail);
  }
}

function thresholdJson(threshold: CriterionResult["threshold"]): Uint8Array {
  return JsonBytes.of(`,"threshold":${jsonValue(threshold)},"gap":`);
}
