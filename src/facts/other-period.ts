import { basename } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import { type Period, parsePeriod } from "../rulebook/period.ts";
import type { FileReport } from "../workbook/sheet-report.ts";

/** 2026年三季度, 2026年第3季度, 2026Q3, 2026年下半年: months and days are left out, since they may tell when a sheet was filled in. */
const pattern = /(20\d\d)\s*(?:年度?\s*第?\s*([一二三四1-4])\s*季度|年?\s*[Qq]([1-4])(?!\d)|年?\s*([上下])半年)/u;

/**
 * Files of another quarter than the run grades, by what their names, the names of their sheets in use or the titles over the
 * tables say: said once a file. Last quarter's roster among this quarter's figures is easily taken along.
 */
export function otherPeriods(files: readonly FileReport[], period: Period): Diagnostic[] {
  return files.flatMap((file) => {
    for (const { text, location } of sayings(file)) {
      const [named, year = "", quarter, letter, half] = pattern.exec(text.normalize("NFKC")) ?? [];
      if (named === undefined) continue;
      const number = quarter === undefined ? letter : String("一二三四".indexOf(quarter) + 1 || quarter);
      const said = parsePeriod(half ? `${year}H${half === "上" ? 1 : 2}` : `${year}Q${number}`);
      if (!said || (said.from <= period.to && period.from <= said.to)) continue;
      return [diagnose("facts/other-period", location, { named, period: period.label })];
    }
    return [];
  });
}

/** What may name a period in a file, in the order in which a person sees it. */
function* sayings({ file, sheets }: FileReport): Generator<{ readonly text: string; readonly location: CellLocation }> {
  const used = sheets.filter(({ input }) => input !== undefined);
  if (used.length === 0) return;
  yield { text: basename(file), location: { file } };
  for (const { name, leftOut } of used) {
    const place = name === undefined ? { file } : { file, sheet: name };
    if (name !== undefined) yield { text: name, location: place };
    for (const { reason, row, text } of leftOut) {
      if (reason === "title") yield { text, location: { ...place, cell: `A${row}` } };
    }
  }
}
