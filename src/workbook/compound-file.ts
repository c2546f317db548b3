import type { FileKind } from "./sniff.ts";
import type { Source } from "./source.ts";

/** What a compound file (OLE2) is, by the names in its directory. */
export function kindOfCompoundFile(names: readonly string[]): FileKind {
  if (names.includes("EncryptedPackage")) return "encrypted";
  return names.some((name) => name === "Workbook" || name === "Book") ? "xls" : "ole";
}

// A workbook's directory has some ten entries; the streams asked for are in its first sectors.
const mostSectors = 32;
const entrySize = 128;

/** The names in a compound file's directory, as far as it can be followed (MS-CFB, 2.2 to 2.6). */
export async function directoryNames(source: Source): Promise<readonly string[]> {
  const header = await source.read(0, 512);
  if (header.length < 512) return [];
  const sectorSize = 2 ** Math.min(header.readUInt16LE(30), 12);
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < mostSectors && sector < 0xfffffff0; count++) {
    const entries = await source.read((sector + 1) * sectorSize, sectorSize);
    for (let at = 0; at + entrySize <= entries.length; at += entrySize) {
      const length = entries.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(entries.toString("utf16le", at, at + length - 2));
    }
    const next = await nextSector(source, header, sector, sectorSize);
    if (next === undefined) break;
    sector = next;
  }
  return names;
}

/** The sector after this one, by the allocation table, whose first 109 sectors the header lists. */
async function nextSector(
  source: Source,
  header: Buffer,
  sector: number,
  sectorSize: number,
): Promise<number | undefined> {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return undefined;
  const tableSector = header.readUInt32LE(76 + table * 4);
  const entry = await source.read((tableSector + 1) * sectorSize + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : undefined;
}
