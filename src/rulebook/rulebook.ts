import type { Formula } from "../formula/formula.ts";
import type { Text } from "../text/text.ts";
import type { TableSpec } from "../workbook/table-spec.ts";
import type { DatedRate } from "./dated-rate.ts";
import type { Benefit, Decision, Param } from "./decision.ts";
import type { Figure, Metric, Scope } from "./figure.ts";
import type { PersonFrame } from "./frame.ts";
import type { Input } from "./input.ts";
import type { Levels } from "./levels.ts";
import type { Quotas } from "./quota.ts";
import type { Reading } from "./reading.ts";
import type { TeamCheck } from "./team.ts";
import type { Standing, Tier } from "./tier.ts";

/** A grading system, checked and compiled: what every stage reads. */
export interface Rulebook {
  readonly id: string;
  readonly title: Text;
  /** As named by the user, and the SHA-256 of its bytes, hexadecimal. */
  readonly file: string;
  readonly sha256: string;
  readonly currency: string;
  /** First and last day it is in force; undefined: open. */
  readonly effective: { readonly from: string | undefined; readonly to: string | undefined };
  readonly source: Text | undefined;
  /** The input whose rows are graded; `inputs[0]`. */
  readonly subject: Input;
  readonly inputs: readonly Input[];
  readonly tableSpecs: readonly TableSpec[];
  /** Whom it applies to; undefined: everyone on the roster. */
  readonly appliesTo: Formula<PersonFrame> | undefined;
  readonly params: readonly Param[];
  /** `USD→CNY`, each with the days that it has a rate for. */
  readonly rates: readonly DatedRate[];
  readonly scopes: readonly Scope[];
  /** All figures by slot: one-row columns, metrics, scores, standing. */
  readonly figures: readonly Figure[];
  /** Metrics, then scores, in the order in which they can be measured. */
  readonly metrics: readonly Metric[];
  /** Highest first. */
  readonly tiers: readonly Tier[];
  /** Levels within the tiers; undefined: the tiers have none. */
  readonly levels: Levels | undefined;
  readonly standing: readonly Standing[];
  /** Undefined: the rulebook only measures, and every action is null. */
  readonly decision: Decision | undefined;
  readonly quotas: Quotas | undefined;
  readonly benefits: readonly Benefit[];
  readonly team: readonly TeamCheck[];
  readonly readings: readonly Reading[];
  /** Ids of everything marked `assumed`, in the rulebook's order. */
  readonly assumed: readonly string[];
}

export function tierOf(rulebook: Rulebook, id: string | null | undefined): Tier | undefined {
  return id ? rulebook.tiers.find((tier) => tier.id === id) : undefined;
}
