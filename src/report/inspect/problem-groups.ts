import { compareText, sortDiagnostics } from "../../diagnostic/collect.ts";
import type { Diagnostic, Severity } from "../../diagnostic/diagnostic.ts";
import type { Table } from "../../workbook/table.ts";
import { type CellGrid, cellGrid } from "./cell-grid.ts";

/** All problems of one code. */
export interface ProblemGroup {
  readonly code: Diagnostic["code"];
  readonly severity: Severity;
  /** With the cells that a later stage counted without naming them. */
  readonly count: number;
  /** By file, sheet and cell. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly diagnostic: Diagnostic;
  /** Of the first few of a group, if they are cells of data. */
  readonly grid?: CellGrid;
}

/** So many cells of a code are shown among their neighbours. */
const grids = 3;
const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Problems by code, the worst first: errors before warnings, then whatever there is most of. */
export function groupProblems(diagnostics: readonly Diagnostic[], tables: readonly Table[]): ProblemGroup[] {
  const byCode = new Map<Diagnostic["code"], Diagnostic[]>();
  for (const one of sortDiagnostics(diagnostics)) {
    const list = byCode.get(codeOf(one));
    if (list) list.push(one);
    else byCode.set(codeOf(one), [one]);
  }
  const groups = [...byCode].map(([code, list]): ProblemGroup => {
    const [first] = list as [Diagnostic, ...Diagnostic[]];
    return {
      code,
      severity: first.severity,
      count: list.reduce((sum, one) => sum + countOf(one), 0),
      problems: list.map((diagnostic, index) => {
        const grid = index < grids ? cellGrid(diagnostic.location, tables) : undefined;
        return grid ? { diagnostic, grid } : { diagnostic };
      }),
    };
  });
  return groups.sort(
    (a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count || compareText(a.code, b.code),
  );
}

/** A line that counts further cells belongs with those that it counts. */
function codeOf({ code, args }: Diagnostic): Diagnostic["code"] {
  return code === "facts/more-cells" ? (args.code as Diagnostic["code"]) : code;
}

function countOf({ code, args }: Diagnostic): number {
  return code === "facts/more-cells" ? Number(args.count) : 1;
}
