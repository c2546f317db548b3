import type { Criterion } from "../rulebook/criterion.ts";
import { JsonBytes } from "./json-bytes.ts";
import type { Way } from "./nearest.ts";
import { unitOf } from "./tree.ts";
import type { Need } from "./way-cost.ts";

/** What never changes of a comparison in a way: before its gap, and behind it by what it needs. */
interface FixedParts {
  readonly head: Uint8Array;
  readonly tails: Readonly<Record<Need, Uint8Array>>;
}

/** Writes the nearest ways to a tier as JSON objects. `needs` says what kind of thing each asks for: see `Need`. */
export class WaysJson {
  private readonly fixed = new Map<Criterion, FixedParts>();

  write({ leaves, provisional }: Way, out: JsonBytes): void {
    out.piece(start);
    for (let at = 0; at < leaves.length; at++) {
      const leaf = leaves[at];
      if (!leaf) continue;
      const { head, tails } = this.partsOf(leaf.result.criterion);
      if (at > 0) out.comma();
      out.piece(head);
      out.value(leaf.result.gap);
      out.piece(tails[leaf.need]);
    }
    out.piece(provisional ? endProvisional : end);
  }

  private partsOf(criterion: Criterion): FixedParts {
    const known = this.fixed.get(criterion);
    if (known) return known;
    const unit = JSON.stringify(criterion.kind === "leaf" ? unitOf(criterion.type) : null);
    const tail = (need: Need) => JsonBytes.of(`,"unit":${unit},"needs":"${need}"}`);
    const parts = {
      head: JsonBytes.of(`{"id":${JSON.stringify(criterion.id)},"gap":`),
      tails: { amount: tail("amount"), time: tail("time"), condition: tail("condition"), unknown: tail("unknown") },
    };
    this.fixed.set(criterion, parts);
    return parts;
  }
}

const start = JsonBytes.of('{"criteria":[');
const end = JsonBytes.of("]}");
const endProvisional = JsonBytes.of('],"provisional":true}');
