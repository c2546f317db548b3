import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";

/**
 * A workbook as text, by a reader that had no part in writing it: every cell with its value and number format, merges, and the
 * comments. What a person sees, so that a golden file of it can be read and reviewed.
 */
export async function dumpWorkbook(bytes: Uint8Array): Promise<string> {
  const book = await readXlsx(bytes);
  const parts = unzipSync(bytes);
  const lines: string[] = [];
  for (const [index, sheet] of book.sheets.entries()) {
    lines.push(`=== ${sheet.name}`);
    for (const [r, row] of sheet.rows.entries()) {
      const cells = row.flatMap((value, c) => {
        if (value === null || value === undefined || value === "") return [];
        return [`${letters(c)}${r + 1} ${shown(value)}`];
      });
      if (cells.length > 0) lines.push(cells.join(" | "));
    }
    const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
    const merges = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref);
    if (merges.length > 0) lines.push(`merged ${merges.join(" ")}`);
    const page = /<pageSetup [^>]*>/.exec(xml)?.[0];
    if (page) lines.push(`page ${page}`);
  }
  for (const [name, content] of Object.entries(parts)
    .filter(([path]) => /comments\d*\.xml$/.test(path))
    .sort()) {
    lines.push(`=== ${name}`);
    for (const [, ref, inner = ""] of strFromU8(content).matchAll(
      /<comment ref="([^"]+)"[^>]*>([\s\S]*?)<\/comment>/g,
    )) {
      const text = [...inner.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, part]) => part).join("");
      lines.push(`${ref} ${JSON.stringify(text)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function shown(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : value instanceof Date
      ? value.toISOString()
      : String(value);
}

function letters(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
