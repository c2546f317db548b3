import type { Exact } from "../number/exact.ts";
import type { Unit } from "../number/unit.ts";
import type { Span } from "./formula.ts";

/** A piece of a formula's text. `text` is canonical: half-width, `>=` for ≥; a text literal's is what is between the quotes. */
export type Token =
  | { readonly kind: "figure"; readonly text: string; readonly value: Exact; readonly unit?: Unit; readonly span: Span }
  | {
      readonly kind: "date" | "text" | "name" | "keyword" | "sign" | "end";
      readonly text: string;
      readonly span: Span;
    };

/** Words that can never be names. `period`, `none`, `tier` and the functions are names by their place. */
export const keywords: ReadonlySet<string> = new Set(["and", "or", "not", "in", "between", "as", "at"]);
