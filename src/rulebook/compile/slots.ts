import type { Name } from "../../formula/environment.ts";
import type { Type } from "../../formula/type.ts";
import type { Text } from "../../text/text.ts";
import type { Figure } from "../figure.ts";
import type { PersonFrame } from "../frame.ts";
import { blank, tierScopedName } from "./names.ts";

/** Gives every figure its place in a person's frame. */
export class Slots {
  readonly figures: Figure[] = [];

  add(name: string, label: Text, type: Type, tierScoped: boolean): Figure {
    const figure: Figure = { name, slot: this.figures.length, label, type, tierScoped };
    this.figures.push(figure);
    return figure;
  }
}

/** The name by which formulas read a figure. */
export function figureName({ name, slot, type, tierScoped }: Figure, order: readonly string[]): Name<PersonFrame> {
  if (tierScoped) return tierScopedName(name, type, order, (frame, tier) => frame.byTier[tier]?.[slot]);
  const nothing = blank(name);
  return { type, tierScoped: false, get: (frame) => frame.shared[slot] ?? nothing };
}
