import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { Type } from "./type.ts";
import type { Result, Unknown } from "./value.ts";

/** Where a formula stands: which names, operators and functions it may use. */
export type Context =
  /** An aggregate's argument or `where`: no division, no aggregates. */
  | "row"
  /** A scope's `keep`: aggregates over the group's rows, and params. */
  | "scope"
  /** A metric's value, a rule's condition: names only. */
  | "person"
  /** A team check: aggregates over people. */
  | "team"
  /** A threshold or a param's value: literals, params and dates. */
  | "constant";

/** A name that a formula can use. `F` is what it is evaluated against: a row, a person, a group, a team. */
export interface Name<F> {
  readonly type: Type;
  /** Has one value a tier: a by-tier param, or whatever is measured from one. */
  readonly tierScoped: boolean;
  /** A param or `as_of`: set by the rulebook or the run, not measured. A criterion compares a name with such a constant. */
  readonly constant?: boolean;
  get(frame: F): Result;
  /** The same at a given tier; undefined for what is not tier-scoped. The getter gives that tier's id ("" is none). */
  at?(tierOf: (frame: F) => Result): (frame: F) => Result;
  /** The same at a held level (`factor at recommended_level`), for a by-level param; undefined for what is not by level. */
  atLevel?(stage: "current" | "qualified" | "recommended"): (frame: F) => Result;
}

/** What a formula is checked and compiled against. */
export interface Environment<F> {
  readonly context: Context;
  /** The rulebook's own currency: a bare figure opposite money is in it. */
  readonly currency: string;
  /** Tier ids, labels and aliases → tier id, for words opposite a tier. */
  readonly tierWords: ReadonlyMap<string, string>;
  /** Tier ids, highest first: the order of tiers. */
  readonly tierOrder: readonly string[];
  /** `deposits`, `quality.npl`, `as_of`, `tier`, `current`. */
  resolve(name: string): Name<F> | undefined;
  /** All names that `resolve` answers, for "did you mean". */
  names(): readonly string[];
  /** Why a name that the rulebook has cannot be used here ("a score: metrics are measured before scores"); optional. */
  unseen?(name: string): Text | undefined;
  /** Both ends of the period that is graded. */
  period?(frame: F): { readonly from: string; readonly to: string };
  /** The factor from one currency to another, in force on the day of assessment; undefined: the rulebook has no such rate. */
  rate?(from: string, to: string): ((frame: F) => Exact | undefined) | undefined;
  /**
   * What an aggregate ranges over: in a scope the group's rows of the named input, in a team the people (input undefined).
   * Undefined where there is no such input.
   */
  elements?(input: string | undefined): Elements<F> | undefined;
}

/** The elements of an aggregate. The frame given to `each` is reused from call to call: keep nothing of it. */
export interface Elements<F> {
  // biome-ignore lint/suspicious/noExplicitAny: the element's frame type is the environment's own business
  readonly environment: Environment<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  each(frame: F, visit: (element: any) => void): void;
  /** Why nothing can be said of the elements at all (the sheet was not supplied): every aggregate over them is unknown. */
  absent?(frame: F): Unknown | undefined;
}
