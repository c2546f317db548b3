/** A stored number as XML Schema writes a double, blanks around it allowed. Undefined for anything else: `1,5`, `0x10`, `NaN`, `1e999`. */
export function parseDouble(text: string): number | undefined {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
