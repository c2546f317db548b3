/** How the rulebook reads a place where the policy's text is defective. Declared openly, shown in every report. */
export interface Reading {
  readonly id: string;
  readonly cite: string | undefined;
  /** What the policy prints. */
  readonly printed: string;
  /** What is adopted, in words; undefined where several candidates stand. */
  readonly adopted: string | undefined;
  readonly why: string | undefined;
  /** Criteria, scopes or metrics that it touches, by id: `third.business.a`, `scopes.counted`. */
  readonly touches: readonly string[];
  /** The formulas of the candidates, as written. */
  readonly candidates: readonly string[];
}
