import type { CriterionResult, Status } from "../assess/assessment.ts";
import { Exact } from "../number/exact.ts";
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

  /** All nodes below a tier's root, parents before parts, commas between them. */
  below({ parts }: CriterionResult, out: JsonBytes): void {
    for (let at = 0; at < parts.length; at++) this.write(parts[at] as CriterionResult, out);
    if (parts.length > 0) out.dropComma();
  }

  /** A node and all below it. */
  tree(node: CriterionResult, out: JsonBytes): void {
    this.write(node, out);
    out.dropComma();
  }

  /** With a comma behind every node: one piece more to copy costs more than the last one to take away. */
  private write(node: CriterionResult, out: JsonBytes): void {
    const known = node.shared ? this.shared.get(node) : undefined;
    if (known) {
      out.piece(known);
      return;
    }
    const start = out.length;
    let fixed = this.fixed.get(node.criterion);
    if (!fixed) {
      fixed = new FixedParts(node.criterion);
      this.fixed.set(node.criterion, fixed);
    }
    fixed.write(node, out);
    const { parts } = node;
    for (let at = 0; at < parts.length; at++) this.write(parts[at] as CriterionResult, out);
    if (node.shared) this.shared.set(node, out.since(start));
  }
}

type ByStatus<T> = Readonly<Record<Status, T>>;

/** Behind a value: up to the gap, and to the end where nothing is missing. */
interface BehindValue {
  readonly open: Uint8Array;
  readonly whole: Uint8Array;
}

const mostThresholds = 64;

class FixedParts {
  private readonly heads: ByStatus<Uint8Array>;
  /** A whole group: only its outcome is its own. */
  private readonly groups: ByStatus<Uint8Array>;
  private readonly tail: string;
  private readonly tailBytes: Uint8Array;
  /** For thresholds that come up for many people: they are the rulebook's, one object each. */
  private readonly behind = new Map<CriterionResult["threshold"], BehindValue>();

  constructor(criterion: Criterion) {
    const id = JSON.stringify(criterion.id);
    const unit = criterion.kind === "leaf" ? unitOf(criterion.type) : null;
    const head = (status: Status) => `{"id":${id},"status":"${status}","value":`;
    this.tail = `,"unit":${JSON.stringify(unit)},"cite":${JSON.stringify(criterion.cite ?? null)}},`;
    this.heads = byStatus((status) => JsonBytes.of(head(status)));
    this.groups = byStatus((status) => JsonBytes.of(`${head(status)}null,"threshold":null,"gap":null${this.tail}`));
    this.tailBytes = JsonBytes.of(this.tail);
  }

  write({ criterion, status, value, threshold, gap }: CriterionResult, out: JsonBytes): void {
    if (criterion.kind !== "leaf") {
      out.piece(this.groups[status]);
      return;
    }
    out.piece(this.heads[status]);
    out.value(value);
    const { open, whole } = this.behind.get(threshold) ?? this.behindValue(threshold);
    if (gap === Exact.zero) {
      out.piece(whole);
      return;
    }
    out.piece(open);
    out.value(gap);
    out.piece(this.tailBytes);
  }

  private behindValue(threshold: CriterionResult["threshold"]): BehindValue {
    const open = `,"threshold":${jsonValue(threshold)},"gap":`;
    const pieces = { open: JsonBytes.of(open), whole: JsonBytes.of(`${open}${jsonValue(Exact.zero)}${this.tail}`) };
    // A threshold that is worked out is everybody's own.
    if (this.behind.size === mostThresholds) this.behind.clear();
    this.behind.set(threshold, pieces);
    return pieces;
  }
}

function byStatus<T>(make: (status: Status) => T): ByStatus<T> {
  return { pass: make("pass"), fail: make("fail"), unknown: make("unknown") };
}
