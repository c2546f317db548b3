import { diagnose } from "../../diagnostic/diagnostic.ts";
import { readHeader } from "../../workbook/header/header-text.ts";
import type { Path } from "../document.ts";
import type { Column } from "../input.ts";
import type { InputSource } from "../schema/input.ts";
import type { Session } from "./session.ts";

/**
 * Reports headers that two columns of one input name: the sheet has one such column, and both would be read from it. Headers
 * are compared as the sheets are read, so 余额(元) and 余额（万元） are one. A column may name a header twice.
 */
export function reportSharedHeaders(session: Session, input: string, written: InputSource, columns: readonly Column[]) {
  const owners = new Map<string, { readonly column: Column; readonly path: Path }>();
  for (const column of columns) {
    const isList = Array.isArray(written.columns[column.name]?.header);
    for (const [index, header] of column.headers.entries()) {
      const { key } = readHeader(header);
      const path = ["inputs", input, "columns", column.name, "header", ...(isList ? [index] : [])];
      const owner = owners.get(key);
      if (!owner) owners.set(key, { column, path });
      else if (owner.column !== column) {
        const { document } = session;
        const args = { column: column.name, other: owner.column.name, header };
        const note = { zh: `列“${owner.column.name}”的表头`, en: `the header of "${owner.column.name}"` };
        const related = [{ note, location: document.at(owner.path) }];
        session.report(diagnose("rulebook/shared-header", document.at(path), args, related));
      }
    }
  }
}
