import type { Input } from "../input.ts";
import type { Names } from "./names.ts";
import { figureName, type Slots } from "./slots.ts";

/** Declares the subject's columns by their own names, and those of one-row and whole inputs as `quality.npl`. */
export function declareColumns(names: Names, slots: Slots, inputs: readonly Input[]): void {
  for (const input of inputs) {
    for (const column of input.columns) {
      const path = ["inputs", input.id, "columns", column.name];
      if (input.role === "subject") {
        const { type, slot } = column;
        names.declare(column.name, "column", path, () => ({
          type,
          tierScoped: false,
          get: (frame) => frame.columns[slot] as never,
        }));
      } else if (input.role !== "detail" && column !== input.refers) {
        const figure = slots.add(`${input.id}.${column.name}`, column.label, column.type, false);
        names.declareDotted(figure.name, figureName(figure, names.tiers.order));
      }
    }
  }
}
