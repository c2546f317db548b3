/** The stretch of time that a run grades: a year, half-year, quarter or month. Both ends are included. */
export interface Period {
  /** The same however it was typed: `2026`, `2026H2`, `2026Q4`, `2026-11`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** The period ends with the year, so that a rulebook with `appoint: year` moves tiers. */
  readonly endsYear: boolean;
}

/** Reads `2026Q4`, `2026年4季度`, `2026H2`, `2026-11`, `2026`. Undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})年?(?:[-\s]?(?:[Qq]([1-4])|第?([1-4])季度?|[Hh]([12])|(0[1-9]|1[0-2])月?))?$/.exec(
    text.normalize("NFKC").trim(),
  );
  if (!match) return undefined;
  const [, year = "", quarter, quarterZh, half, month] = match;
  const [first, last] = months(quarter ?? quarterZh, half, month);
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return {
    label: year + labelOf(quarter ?? quarterZh, half, month),
    from: `${year}-${two(first)}-01`,
    to: `${year}-${two(last)}-${two(lastDay)}`,
    endsYear: last === 12,
  };
}

function labelOf(quarter?: string, half?: string, month?: string): string {
  if (quarter) return `Q${quarter}`;
  if (half) return `H${half}`;
  return month ? `-${month}` : "";
}

function months(quarter?: string, half?: string, month?: string): [number, number] {
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (half) return [Number(half) * 6 - 5, Number(half) * 6];
  if (month) return [Number(month), Number(month)];
  return [1, 12];
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
