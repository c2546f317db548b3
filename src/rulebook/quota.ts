import type { Result } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { PersonFrame } from "./frame.ts";

/** How many may hold a tier (职数). */
export interface Quotas {
  /** `graded`: everyone with a tier of the ladder; `all`: everyone to whom the rulebook applies. */
  readonly base: "graded" | "all";
  /** By tier id: the greatest share of the base. Seats are the whole part of share × base. */
  readonly caps: ReadonlyMap<string, Exact>;
  /** Who comes first, by the first figure, then the next; higher is better. */
  readonly rank: readonly RankFigure[];
  /** `flag` names who is beyond the seats; `lower` gives them the next tier down. */
  readonly over: "flag" | "lower";
  readonly cite: string | undefined;
}

export interface RankFigure {
  readonly name: string;
  readonly label: Text;
  value(frame: PersonFrame): Result;
}
