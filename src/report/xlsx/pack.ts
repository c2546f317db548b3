import { strFromU8, unzipSync } from "fflate";
import type { StreamedSheet } from "./draft.ts";
import { SharedTexts } from "./shared-texts.ts";
import { StableZip } from "./stable-zip.ts";
import type { StyleName } from "./style.ts";

/**
 * Zips a laid-out workbook for good: streamed rows put in their places, parts in a fixed order, every time in the zip the
 * same, compressed by plain JavaScript (native zlibs differ in their bytes from machine to machine).
 */
export function pack(laidOut: Uint8Array, streamed: readonly StreamedSheet[]): Uint8Array {
  const parts = unzipSync(laidOut);
  const laidOutTexts = strFromU8(parts[textsPart]!);
  const texts = new SharedTexts(Number(/uniqueCount="(\d+)"/.exec(laidOutTexts)?.[1] ?? 0));
  const rowsOf = new Map(streamed.map((one) => [`xl/worksheets/sheet${one.sheet.id}.xml`, one]));
  const zip = new StableZip();
  const names = Object.keys(parts).filter((name) => !name.endsWith("/"));
  for (const name of names.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))) {
    const bytes = parts[name]!;
    const part = zip.open(name);
    const one = rowsOf.get(name);
    if (one) for (const text of withRows(strFromU8(bytes), one, texts)) part.write(text);
    else if (name === textsPart) for (const text of withTexts(laidOutTexts, texts)) part.write(text);
    else if (name.endsWith(".vml")) part.write(roomyNotes(strFromU8(bytes)));
    else if (name.startsWith("xl/worksheets/") || name.startsWith("xl/tables/")) part.write(mended(strFromU8(bytes)));
    else part.write(bytes);
    part.end();
  }
  return zip.finish();
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
function* withRows(xml: string, one: StreamedSheet, texts: SharedTexts): Generator<string> {
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

/** exceljs makes every note four rows high and two columns wide; ours list sources. */
function roomyNotes(vml: string): string {
  return vml
    .replaceAll("width:97.8pt;height:59.1pt", "width:340pt;height:170pt")
    .replace(/<x:Anchor>(\d+), 6, (\d+), 14, (\d+), 2, (\d+), 16<\/x:Anchor>/g, (_, left, top, right, bottom) => {
      const [toRight, toBottom] = [Number(right) + 4, Number(bottom) + 6];
      return `<x:Anchor>${left}, 6, ${top}, 14, ${toRight}, 2, ${toBottom}, 16</x:Anchor>`;
    });
}
