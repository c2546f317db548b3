import exceljs from "exceljs";
import { unzipSync, zipSync } from "fflate";
import type { FixtureFile, Sheet } from "./fixture.ts";

/** Any day will do, as long as it is always the same: the files must not differ from run to run. */
const printed = new Date("2026-01-05T00:00:00Z");

/** The bytes of one file. */
export async function bytesOf(file: FixtureFile): Promise<Uint8Array> {
  return "sheets" in file ? await workbook(file.sheets) : text(file.sheet, file.encoding);
}

async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.created = printed;
  book.modified = printed;
  for (const { name, above = [], header, rows } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of above) sheet.addRow([...row]);
    sheet.addRow([...header]).font = { bold: true };
    for (const row of rows) {
      const added = sheet.addRow([...row]);
      for (const [index, cell] of row.entries()) {
        if (cell instanceof Date) added.getCell(index + 1).numFmt = "yyyy-mm-dd";
      }
    }
  }
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  // The writer stamps every part with the time of day.
  return zipSync(parts, { mtime: "1990-01-01T00:00:00" });
}

function text({ above = [], header, rows }: Sheet, encoding: "utf-8" | "utf-8-bom" | "gb18030"): Uint8Array {
  const lines = [...above, header, ...rows].map((row) => row.map(field).join(","));
  const whole = `${lines.join("\r\n")}\r\n`;
  if (encoding === "gb18030") return gb(whole);
  return new TextEncoder().encode(encoding === "utf-8-bom" ? `\uFEFF${whole}` : whole);
}

function field(cell: Sheet["rows"][number][number]): string {
  if (cell === undefined) return "";
  const plain = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The platform only decodes GB18030: its table of two-byte characters is read backwards. */
function gb(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (trail !== 0x7f && char.length === 1 && char !== "\uFFFD") codes.set(char, [lead, trail]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : codes.get(char);
      if (!code) throw new Error(`no GB18030 code for ${char}`);
      return code;
    }),
  );
}
