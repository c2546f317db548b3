import type { CriterionResult, Status } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import { jsonValue } from "./json-value.ts";
import { eachBelow, unitOf } from "./tree.ts";

/**
 * Writes criteria as JSON objects. What never changes of a criterion (id, unit, clause) is serialised once, and of a
 * compound node that is everything: 2,000 people have half a million nodes.
 */
export class CriteriaJson {
  private readonly fixed = new Map<Criterion, FixedParts>();

  /** All nodes below a tier's root, parents before parts, joined by commas. */
  below(root: CriterionResult): string {
    let text = "";
    eachBelow(root, (node) => {
      text += text === "" ? this.node(node) : `,${this.node(node)}`;
    });
    return text;
  }

  node(result: CriterionResult): string {
    let parts = this.fixed.get(result.criterion);
    if (!parts) {
      parts = new FixedParts(result.criterion);
      this.fixed.set(result.criterion, parts);
    }
    return parts.write(result);
  }
}

class FixedParts {
  private readonly heads: Readonly<Record<Status, string>>;
  private readonly tail: string;
  private readonly leaf: boolean;
  private lastThreshold: CriterionResult["threshold"];
  private lastThresholdJson = "null";

  constructor(criterion: Criterion) {
    const id = JSON.stringify(criterion.id);
    this.leaf = criterion.kind === "leaf";
    const head = (status: Status) => `{"id":${id},"status":"${status}","value":`;
    this.heads = { pass: head("pass"), fail: head("fail"), unknown: head("unknown") };
    const unit = criterion.kind === "leaf" ? unitOf(criterion.type) : null;
    this.tail = `,"unit":${JSON.stringify(unit)},"cite":${JSON.stringify(criterion.cite ?? null)}}`;
  }

  write({ status, value, threshold, gap }: CriterionResult): string {
    if (!this.leaf) return `${this.heads[status]}null,"threshold":null,"gap":null${this.tail}`;
    if (threshold !== this.lastThreshold) {
      this.lastThreshold = threshold;
      this.lastThresholdJson = jsonValue(threshold);
    }
    const distance = gap === undefined ? "null" : gap.n === 0n ? '"0"' : jsonValue(gap);
    return `${this.heads[status]}${jsonValue(value)},"threshold":${this.lastThresholdJson},"gap":${distance}${this.tail}`;
  }
}
