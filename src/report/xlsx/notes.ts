import { columnName } from "../../diagnostic/location.ts";
import { escapeXml } from "../../text/escape.ts";

/** A note at a cell. */
export interface CellNote {
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/**
 * The comments part with the notes in the place of the one that the library has laid out as a pattern. Twenty thousand notes
 * held as the library's objects would take more memory than all the rest of a workbook.
 */
export function* withComments(xml: string, notes: Iterable<CellNote>): Generator<string> {
  const start = xml.indexOf("<comment ");
  const end = xml.indexOf("</commentList>");
  const look = /<rPr>.*?<\/rPr>/su.exec(xml)?.[0] ?? "";
  yield xml.slice(0, start);
  for (const { row, column, text } of notes) {
    const ref = `${columnName(column)}${row}`;
    yield `<comment ref="${ref}" authorId="0"><text><r>${look}<t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`;
  }
  yield xml.slice(end);
}

/** So many columns to the right and rows down a note reaches. */
const reach = { columns: 6, rows: 10 };

/** The drawing part of the notes, each with a box that is large enough for a list of sources. */
export function* withBoxes(vml: string, notes: Iterable<Pick<CellNote, "row" | "column">>): Generator<string> {
  const start = vml.indexOf("<v:shape ");
  const end = vml.lastIndexOf("</xml>");
  const pattern = vml
    .slice(start, end)
    .replace(/width:[\d.]+pt;height:[\d.]+pt/, "width:340pt;height:170pt")
    .replace(/(<v:shape id=")[^"]*"/, '$1@id"')
    .replace(/<x:Anchor>[^<]*</, "<x:Anchor>@anchor<")
    .replace(/<x:Row>[^<]*</, "<x:Row>@row<")
    .replace(/<x:Column>[^<]*</, "<x:Column>@column<");
  const [head, toAnchor, toRow, toColumn, tail] = pattern.split(/@(?:id|anchor|row|column)/) as [
    string,
    string,
    string,
    string,
    string,
  ];
  yield vml.slice(0, start);
  let id = 1025;
  for (const { row, column } of notes) {
    const [left, top] = [column + 1, Math.max(row - 2, 0)];
    const anchor = `${left}, 6, ${top}, 14, ${left + reach.columns}, 2, ${top + reach.rows}, 16`;
    yield `${head}_x0000_s${id++}${toAnchor}${anchor}${toRow}${row - 1}${toColumn}${column}${tail}`;
  }
  yield vml.slice(end);
}
