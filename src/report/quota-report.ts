import type { QuotaResult } from "../decide/quotas.ts";
import type { PersonReport } from "./person-report.ts";

/** How a tier's cap came out, with the people themselves. */
export interface QuotaReport extends Pick<QuotaResult, "tier" | "share" | "base" | "seats" | "holders"> {
  /** Beyond the seats, in ranking order. */
  readonly over: readonly PersonReport[];
  /** Whether they have a seat cannot be said. */
  readonly open: readonly PersonReport[];
}

export function quotaReports(results: readonly QuotaResult[], people: readonly PersonReport[]): QuotaReport[] {
  if (results.length === 0) return [];
  const byIndex = new Map(people.map((one) => [one.index, one]));
  const found = (indexes: readonly number[]) => indexes.flatMap((index) => byIndex.get(index) ?? []);
  return results.map(({ over, open, ...rest }) => ({ ...rest, over: found(over), open: found(open) }));
}
