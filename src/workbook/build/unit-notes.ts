import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import { type UnitWords, unitMeaning, unitWords } from "../header/unit-words.ts";
import type { LeftOutRow } from "../sheet-report.ts";
import type { SheetRow } from "./sheet-row.ts";

/** A text around a table that names units of money. */
export interface UnitNote extends UnitWords {
  readonly text: string;
  readonly at: Pick<CellLocation, "cell" | "line">;
}

/** So much of a text is enough to find it again. */
const shown = 60;
/** No more texts of different meaning are kept: a sheet of a million notes must not be. */
const most = 20;

/** What the cells of a row say of units; a cell that `passes` does not let through says nothing. */
export function unitNotes(row: SheetRow, passes: (text: string, column: number) => boolean = () => true): UnitNote[] {
  const columns = row.columns.filter((column) => row.textOf(column) !== "" && !row.isBlank(column));
  const texts = columns.map((column) => row.textOf(column));
  return columns.flatMap((column, index) => {
    const text = texts[index] as string;
    if (text.length > 2000 || !passes(text, column)) return [];
    const words = unitWords(text, texts[index + 1]);
    if (words.named.length + words.partial.length + words.mentioned.length === 0) return [];
    const line = row.line === 0 ? {} : { line: row.line };
    return [{ ...words, text: brief(text), at: { cell: `${columnName(column)}${row.number}`, ...line } }];
  });
}

/** The texts of rows below the header that are no data, as they come: of those that say the same, the first. */
export class NotesBelow {
  private readonly found = new Map<string, UnitNote>();

  add(row: SheetRow, reason: LeftOutRow["reason"]): void {
    // What a next page repeats was seen above.
    if (this.found.size >= most || reason === "title" || reason === "repeated-header") return;
    // What a total says (合计(万元)) is about its own figures, and a word in it may be of a name.
    const isTotal = reason === "total" || reason === "subtotal";
    for (const note of unitNotes(row)) {
      const own = isTotal ? { ...note, named: [], partial: [...note.named, ...note.partial], mentioned: [] } : note;
      const key = [own.named, own.partial, own.mentioned].map((units) => units.map(unitMeaning).join()).join("\n");
      if (key !== "\n\n" && !this.found.has(key)) this.found.set(key, own);
    }
  }

  get notes(): readonly UnitNote[] {
    return [...this.found.values()];
  }
}

function brief(text: string): string {
  const line = text.trim().replace(/\s+/gu, " ");
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
}
