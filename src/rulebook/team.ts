import type { Criterion } from "../formula/criterion.ts";
import type { Text } from "../text/text.ts";
import type { TeamFrame } from "./frame.ts";
import type { Column } from "./input.ts";

/** A check over everyone to whom the rulebook applies. */
export interface TeamCheck {
  readonly id: string;
  readonly label: Text;
  readonly cite: string | undefined;
  readonly assumed: boolean;
  /** A rule of thumb: reported, and no more. */
  readonly advice: boolean;
  /** Checked for the whole, and for each value of this column too. */
  readonly by: Column | undefined;
  readonly criterion: Criterion<TeamFrame>;
}
