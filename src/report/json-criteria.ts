import type { CriterionResult, Status } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import { JsonBytes } from "./json-bytes.ts";
import { jsonValue } from "./json-value.ts";
import { unitOf } from "./tree.ts";

/**
 * Writes criteria as JSON objects: 2,000 people have a third of a million nodes. What never changes of a criterion (id, unit,
 * clause) is serialised once, and a result that many people share, with all below it, once for all of them.
 */
export class CriteriaJson {
  private readonly fixed = new Map<Criterion, FixedParts>();
  private readonly shared = new Map<CriterionResult, Uint8Array>();

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
    const known = node.shared ? this.shared.get(node) : undefined;
    if (known) {
      out.piece(known);
      return;
    }
    const start = out.length;
    this.write(node, out);
    if (node.shared) this.shared.set(node, out.since(start));
  }

  private write(node: CriterionResult, out: JsonBytes): void {
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

class FixedParts {
  private readonly heads: ByStatus<Uint8Array>;
  /** A whole group: only its outcome is its own. */
  private readonly groups: ByStatus<Uint8Array>;
  private readonly tail: Uint8Array;
  private lastThreshold: CriterionResult["threshold"];
  private lastThresholdJson = thresholdJson(undefined);

  constructor(criterion: Criterion) {
    const id = JSON.stringify(criterion.id);
    const unit = criterion.kind === "leaf" ? unitOf(criterion.type) : null;
    const head = (status: Status) => `{"id":${id},"status":"${status}","value":`;
    const tail = `,"unit":${JSON.stringify(unit)},"cite":${JSON.stringify(criterion.cite ?? null)}}`;
    const group = (status: Status) => `${head(status)}null,"threshold":null,"gap":null${tail}`;
    this.heads = byStatus((status) => JsonBytes.of(head(status)));
    this.groups = byStatus((status) => JsonBytes.of(group(status)));
    this.tail = JsonBytes.of(tail);
  }

  write({ criterion, status, value, threshold, gap }: CriterionResult, out: JsonBytes): void {
    if (criterion.kind !== "leaf") {
      out.piece(this.groups[status]);
      return;
    }
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

function byStatus<T>(make: (status: Status) => T): ByStatus<T> {
  return { pass: make("pass"), fail: make("fail"), unknown: make("unknown") };
}

function thresholdJson(threshold: CriterionResult["threshold"]): Uint8Array {
  return JsonBytes.of(`,"threshold":${jsonValue(threshold)},"gap":`);
}
