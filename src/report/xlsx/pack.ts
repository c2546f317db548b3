import { strFromU8, unzipSync } from "fflate";
import type { StreamedSheet } from "./draft.ts";
import { type CellNote, withBoxes, withComments } from "./notes.ts";
import { SharedTexts } from "./shared-texts.ts";
import { StableZip } from "./stable-zip.ts";
import type { StyleName } from "./style.ts";

/**
 * Zips a laid-out workbook for good, in pieces: streamed rows put in their places, parts in a fixed order, every time in the
 * zip the same. Compressed by Node's zlib, quickly: a JavaScript one took longer than all the rest of a long workbook.
 */
export async function* pack(laidOut: Uint8Array, streamed: readonly StreamedSheet[]): AsyncGenerator<Uint8Array> {
  const parts = unzipSync(laidOut);
  const laidOutTexts = strFromU8(parts[textsPart]!);
  const texts = new SharedTexts(Number(/uniqueCount="(\d+)"/.exec(laidOutTexts)?.[1] ?? 0));
  const rowsOf = new Map(streamed.map((one) => [`xl/worksheets/sheet${one.sheet.id}.xml`, one]));
  const zip = new StableZip();
  const places = new NotePlaces();
  const content = (name: string): Iterable<string | Uint8Array> => {
    const bytes = parts[name]!;
    const one = rowsOf.get(name);
    const noted = notedBy(name, streamed);
    if (one) return withRows(strFromU8(bytes), one, texts);
    if (name === textsPart) return withTexts(laidOutTexts, texts);
    if (noted && name.endsWith(".vml")) return places.boxes(strFromU8(bytes), noted);
    if (noted) return places.comments(strFromU8(bytes), noted);
    if (name.startsWith("xl/worksheets/") || name.startsWith("xl/tables/")) return [mended(strFromU8(bytes))];
    return [bytes];
  };
  const names = Object.keys(parts).filter((name) => !name.endsWith("/"));
  for (const name of names.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))) {
    const part = zip.open(name);
    for (const piece of content(name)) {
      part.write(piece);
      if (zip.isBusy) yield* await zip.take();
    }
    part.end();
  }
  yield* await zip.finish();
}

/** A short workbook, zipped as a whole. */
export function packWhole(laidOut: Uint8Array): Promise<Uint8Array> {
  return whole(pack(laidOut, []));
}

/** All pieces put together. */
export async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const textsPart = "xl/sharedStrings.xml";

/** Readers look for the content types first; the texts are known when all sheets are written. */
function order(name: string): number {
  if (name === textsPart) return 3;
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}

/** The workbook's texts, and after them those of streamed cells. The counts are optional, and were of the former only. */
function* withTexts(xml: string, texts: SharedTexts): Generator<string> {
  yield xml.slice(0, xml.lastIndexOf("</sst>")).replace(/ count="\d+" uniqueCount="\d+"/, "");
  yield* texts.xml();
  yield "</sst>";
}

/** The sheet's XML with its rows from the pattern row on replaced by the streamed ones. */
function* withRows(xml: string, one: StreamedSheet, texts: SharedTexts): Generator<string | Uint8Array> {
  const start = xml.indexOf(`<row r="${one.firstRow}"`);
  const end = xml.indexOf("</sheetData>");
  const pattern = xml.slice(start, xml.indexOf("</row>", start));
  const ids = new Map<StyleName, number>();
  for (const [index, [, id]] of [...pattern.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?/g)].entries()) {
    const name = one.patterns[index];
    if (name !== undefined) ids.set(name, Number(id ?? 0));
  }
  const styleId = (name: StyleName): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no such style on the sheet: ${name}`);
    return id;
  };
  yield mended(xml.slice(0, start)).replace(/<dimension ref="[^"]*"\/>/, "");
  yield* one.rows(texts, styleId);
  yield mended(xml.slice(end));
}

/**
 * Mends what exceljs writes beside the mark: an empty id behind a gradient data bar, which Excel repairs; no lengths, so
 * that a bar for 0 is a tenth; words for a totals row that a table has not.
 */
function mended(xml: string): string {
  return xml
    .replace(/<extLst><ext [^>]*><x14:id\/><\/ext><\/extLst>/g, "")
    .replaceAll("<dataBar>", '<dataBar minLength="0" maxLength="100">')
    .replace(/ totalsRowShown="1"/, ' totalsRowShown="0"')
    .replace(/ totalsRow(?:Label|Function)="[^"]*"/g, "");
}

/** The sheet whose notes a comments or a drawing part holds: the library numbers both by the sheet. */
function notedBy(name: string, streamed: readonly StreamedSheet[]): StreamedSheet | undefined {
  const [, id] = /^xl\/(?:comments|drawings\/vmlDrawing)(\d+)\.(?:xml|vml)$/.exec(name) ?? [];
  return streamed.find(({ sheet, notes }) => notes && String(sheet.id) === id);
}

/** The places of notes, kept as they are written: their texts are made once, for the comments, which come first. */
class NotePlaces {
  private readonly places = new Map<StreamedSheet, { row: number; column: number }[]>();

  *comments(xml: string, one: StreamedSheet): Generator<string> {
    const places: { row: number; column: number }[] = [];
    this.places.set(one, places);
    function* noted(): Generator<CellNote> {
      for (const note of one.notes?.() ?? []) {
        places.push({ row: note.row, column: note.column });
        yield note;
      }
    }
    yield* withComments(xml, noted());
  }

  boxes(vml: string, one: StreamedSheet): Iterable<string> {
    return withBoxes(vml, this.places.get(one) ?? []);
  }
}
