import { setFlagsFromString } from "node:v8";
import type { Format } from "./format.ts";

/** By how many percent memory may grow between two looks: a page leaves more behind while it is written than a workbook. */
const growth: Partial<Record<Format | "forms", number>> = { xlsx: 70, html: 30 };

/**
 * Lets memory grow in small steps where a workbook or a page is to be written. V8 lets it grow fourfold between two looks for
 * what is no longer used; with all results of 10,000 people held, that is 300 MB of rubbish. Costs some processor time.
 */
export function spareMemory(formats: readonly (Format | "forms" | undefined)[]): void {
  const percents = formats.flatMap((format) => (format && growth[format]) || []);
  if (percents.length > 0) setFlagsFromString(`--heap-growing-percent=${Math.min(...percents)}`);
}
