import type { Exact } from "../number/exact.ts";

/** When a currency's rate to another is in force, one version after another. */
export interface DatedRate {
  /** `USD→CNY`. */
  readonly pair: string;
  /** The first day that has a rate. */
  readonly from: string;
  /** Oldest first; `to` is the last day, undefined: until the next; `factor`: what one unit is worth. */
  readonly versions: readonly { readonly from: string; readonly to: string | undefined; readonly factor: Exact }[];
}
