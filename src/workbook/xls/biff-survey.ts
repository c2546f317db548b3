/** What the records of a BIFF stream tell by their headers and a few of their bytes, read apart from the library. */
export interface BiffSurvey {
  /** 8 is Excel 97 and later; before it, texts are in the codepage of the machine. */
  readonly version: number;
  readonly encrypted: boolean;
  /** Worksheets in the order of their tabs. Empty below version 5, where a file is one sheet. */
  readonly sheets: readonly SheetSurvey[];
  /** What is broken in it: a record is cut, or a part has no end. */
  readonly broken: string | undefined;
}

export interface SheetSurvey {
  /** Where its records begin in the stream, as the directory of sheets says. */
  readonly start: number;
  readonly hidden: boolean;
  /** Cells that hold something. */
  cells: number;
  readonly hiddenColumns: number[];
  /** Its records have come to their end. */
  whole: boolean;
}

const bof = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const eof = 0x000a;
const filePass = 0x002f;
const boundSheet = 0x0085;
const columnInfo = 0x007d;
const severalNumbers = 0x00bd;
/** Formula, number, label, boolean or error, rich text, shared text, short number. */
const oneCell = new Set([0x0006, 0x0203, 0x0204, 0x0205, 0x00d6, 0x00fd, 0x027e, 0x0206, 0x0406]);

/**
 * Walks all records of a BIFF stream (MS-XLS 2.1.4). It counts what the library must find, so that cells that it drops
 * in silence are noticed.
 */
export function surveyBiff(stream: Buffer): BiffSurvey {
  const sheets: SheetSurvey[] = [];
  const version = versionOf(stream);
  let encrypted = false;
  let broken: string | undefined;
  let depth = 0;
  let sheet: SheetSurvey | undefined;
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const data = stream.subarray(at + 4, at + 4 + length);
    // Behind the last part there may be padding.
    if (depth === 0 && !bof.has(type)) break;
    if (data.length < length) {
      broken = "a record is cut off";
      break;
    }
    if (bof.has(type)) {
      if (depth++ === 0) sheet = sheets.find(({ start }) => start === at);
    } else if (type === eof) {
      if (--depth === 0 && sheet) sheet.whole = true;
    } else if (type === filePass) encrypted = true;
    else if (type === boundSheet && version >= 5 && length >= 6 && data[5] === 0) {
      const hidden = ((data[4] ?? 0) & 3) !== 0;
      sheets.push({ start: data.readUInt32LE(0), hidden, cells: 0, hiddenColumns: [], whole: false });
    } else if (sheet && depth === 1) readInSheet(sheet, type, data);
    at += 4 + length;
  }
  if (depth !== 0) broken ??= "a sheet has no end";
  if (sheets.some(({ whole }) => !whole)) broken ??= "a sheet is missing";
  return { version, encrypted, sheets, broken };
}

function readInSheet(sheet: SheetSurvey, type: number, data: Buffer): void {
  if (oneCell.has(type)) sheet.cells++;
  else if (type === severalNumbers) sheet.cells += Math.max(0, Math.floor((data.length - 6) / 6));
  else if (type === columnInfo && data.length >= 10 && (data.readUInt16LE(8) & 1) === 1) {
    const [first, last] = [data.readUInt16LE(0), Math.min(data.readUInt16LE(2), 255)];
    for (let column = first; column <= last; column++) sheet.hiddenColumns.push(column);
  }
}

function versionOf(stream: Buffer): number {
  if (stream.length < 6) return 0;
  const type = stream.readUInt16LE(0);
  if (type !== 0x0809) return { 9: 2, 521: 3, 1033: 4 }[type] ?? 0;
  return stream.readUInt16LE(4) === 0x0600 ? 8 : 5;
}
