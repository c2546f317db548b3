import { setFlagsFromString } from "node:v8";
import type { Format } from "./format.ts";

const whole: ReadonlySet<Format | "forms"> = new Set<Format | "forms">(["xlsx", "html"]);

/**
 * Lets memory grow in small steps where a workbook or a page is to be written. V8 lets it grow fourfold between two looks for
 * what is no longer used; with all results of 10,000 people held, that is 300 MB of rubbish. Costs some processor time.
 */
export function spareMemory(formats: readonly (Format | "forms" | undefined)[]): void {
  if (formats.some((format) => format && whole.has(format))) setFlagsFromString("--heap-growing-percent=30");
}
