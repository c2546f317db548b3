import { Exact } from "../number/exact.ts";
import { parseQuantity } from "../number/quantity.ts";

/** A share of a line, written `5%` or `0.05`: from 0 to 100 %. Undefined for anything else; a bare 5 is no share. */
export function parseMargin(text: string): Exact | undefined {
  const quantity = parseQuantity(text);
  if (!quantity || (quantity.unit && !quantity.unit.ratio)) return undefined;
  const { value } = quantity;
  return value.sign >= 0 && value.compare(Exact.one) <= 0 ? value : undefined;
}
