import type { Merge, Sheet, SheetSink } from "./sheet.ts";
import type { TableSpec } from "./table-spec.ts";

/** A part of a sheet that is a table of its own; rows 1-based, columns 0-based, all ends included. */
export interface TableWindow {
  readonly spec: TableSpec;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Rows above this one (titles, units) belong to all tables that stand side by side below them. */
  readonly header: number;
}

/** The part of a sheet as a sheet. Its cells keep their places. */
export function windowOf(sheet: Sheet, window: TableWindow): Sheet {
  return {
    name: sheet.name,
    state: sheet.state,
    async read(sink) {
      const end = await sheet.read(windowSink(window, sink));
      return { ...end, merges: end.merges.filter((merge) => touches(window, merge)) };
    },
  };
}

/** A row is announced before its first cell within, as sheets do. */
function windowSink({ top, bottom, left, right, header }: TableWindow, sink: SheetSink): SheetSink {
  let announce: (() => void) | undefined;
  let [first, last] = [left, right];
  let within = false;
  const takes = (column: number): boolean => {
    if (!within || column < first || column > last) return false;
    announce?.();
    announce = undefined;
    return true;
  };
  return {
    row(number, hidden, line) {
      within = number >= top && number <= bottom;
      [first, last] = number < header ? [0, Number.POSITIVE_INFINITY] : [left, right];
      announce = within ? () => sink.row(number, hidden, line) : undefined;
    },
    number: (column, value, format) => takes(column) && sink.number(column, value, format),
    text: (column, text) => takes(column) && sink.text(column, text),
    boolean: (column, value) => takes(column) && sink.boolean(column, value),
    error: (column, text) => takes(column) && sink.error(column, text),
    noResult: (column, formula) => takes(column) && sink.noResult(column, formula),
  };
}

function touches({ top, bottom, left, right }: TableWindow, merge: Merge): boolean {
  return merge.bottom >= top && merge.top <= bottom && merge.right >= left && merge.left <= right;
}
