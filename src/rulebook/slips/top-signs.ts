import type { Scalar } from "yaml";

/** Where a sign stands in a scalar outside brackets and quotation marks of the text's own: 金额（万元，含外币） has no such comma. */
export function topSigns({ range }: Scalar, text: string, sign: string): number[] {
  const places: number[] = [];
  let depth = 0;
  for (let at = range?.[0] ?? 0; at < (range?.[1] ?? 0); at++) {
    const char = text[at] ?? "";
    if ("([（【〔《“「".includes(char)) depth++;
    else if (")]）】〕》”」".includes(char)) depth--;
    else if (char === sign && depth === 0) places.push(at);
  }
  return places;
}
