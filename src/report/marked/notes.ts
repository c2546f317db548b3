import { escapeXml } from "../../text/escape.ts";
import { cellText } from "../xlsx/cell-text.ts";
import { linesOf } from "../xlsx/shared-texts.ts";
import type { NoteText } from "./note-text.ts";

/** A note on a cell; row from 1, column from 0. */
export interface Note {
  readonly ref: string;
  readonly row: number;
  readonly column: number;
  readonly text: NoteText;
}

/** A note's width in points, and in characters of half width. */
const width = 270;
const characters = 46;
const lineHeight = 13;

/** The part with the notes' texts. */
export function* commentsXml(notes: readonly Note[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>dingji</author></authors><commentList>';
  for (const { ref, text } of notes) {
    yield `<comment ref="${ref}" authorId="0"><text>${run(text.head, "<b/>")}${run(`\n${text.body}`, "")}</text></comment>`;
  }
  yield "</commentList></comments>";
}

/** The part with the notes' boxes, which Excel wants in its old drawing language. */
export function* drawingXml(notes: readonly Note[], sheet: number): Generator<string> {
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [index, { row, column, text }] of notes.entries()) {
    const lines = 1 + linesOf(cellText(text.head), characters) + linesOf(cellText(text.body), characters);
    const height = Math.min(lines * lineHeight + 8, 330);
    const anchor = `${column + 1}, 12, ${Math.max(row - 2, 0)}, 4, ${column + 5}, 40, ${row - 1 + Math.ceil(height / 15)}, 4`;
    yield `<v:shape id="_x0000_s${sheet * 1024 + index + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:${width}pt;height:${height}pt;z-index:${index + 1};visibility:hidden" fillcolor="#fffdf2" o:insetmode="auto"><v:fill color2="#fffdf2"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield "</xml>";
}

function run(text: string, more: string): string {
  return `<r><rPr>${more}<sz val="9"/><color indexed="81"/><rFont val="微软雅黑"/><family val="2"/><charset val="134"/></rPr><t xml:space="preserve">${escapeXml(cellText(text))}</t></r>`;
}
