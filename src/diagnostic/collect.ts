import { type Diagnostic, isError, type Severity } from "./diagnostic.ts";
import type { CellLocation, Location, SpanLocation } from "./location.ts";

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Where stages put what they find. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  add(...found: readonly Diagnostic[]): void {
    for (const one of found) this.list.push(one);
  }

  get hasErrors(): boolean {
    return this.list.some(isError);
  }
}

/** Worst first, then by file, sheet, line and cell, then by code: the same list in whatever order the files were named. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  return [...list].sort(
    (a, b) =>
      weight[a.severity] - weight[b.severity] ||
      compareLocations(a.location, b.location) ||
      compareText(a.code, b.code) ||
      compareText(JSON.stringify(a.args), JSON.stringify(b.args)),
  );
}

function compareLocations(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  const [left, right] = [a as CellLocation & SpanLocation, b as CellLocation & SpanLocation];
  return (
    compareText(left.file, right.file) ||
    compareText(left.sheet ?? "", right.sheet ?? "") ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    compareCells(left.cell ?? "", right.cell ?? "")
  );
}

/** By row, then by column: B2 before A10, Z1 before AA1. */
function compareCells(a: string, b: string): number {
  const [, columnA = "", rowA = "0"] = /^([A-Z]*)(\d*)$/.exec(a) ?? [];
  const [, columnB = "", rowB = "0"] = /^([A-Z]*)(\d*)$/.exec(b) ?? [];
  return Number(rowA) - Number(rowB) || columnA.length - columnB.length || compareText(columnA, columnB);
}

/** By code unit, never by locale: the order must not depend on the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
