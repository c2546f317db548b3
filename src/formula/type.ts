/** The kind of a value, with its unit: what two operands must agree on. */
export type Type =
  | { readonly kind: "money"; readonly currency: string }
  | { readonly kind: "ratio" }
  /** `bare`: a figure, or a param of figures, written without a unit; it becomes money, a number or a count by its counterpart. */
  | { readonly kind: "number"; readonly unit?: string; readonly bare?: true }
  | { readonly kind: "count"; readonly unit?: string }
  /** Years and months are one measure (base unit: the year); days are another. */
  | { readonly kind: "duration"; readonly base: "year" | "day" }
  | { readonly kind: "date" }
  | { readonly kind: "text" }
  | { readonly kind: "boolean" }
  | { readonly kind: "enum"; readonly name: string; readonly values: readonly string[]; readonly ordered: boolean }
  | { readonly kind: "tier" }
  | { readonly kind: "level" }
  | { readonly kind: "id" };
