import { type CsvOptions, openCsv } from "./csv/open.ts";
import type { Limits } from "./limits.ts";
import { nameTheFileAt } from "./sniff.ts";
import { openSource, type Source } from "./source.ts";
import { type OpenedWorkbook, openXlsx } from "./xlsx/open.ts";

/**
 * Opens a file as what its bytes are, whatever its name says: text as CSV, anything else as a workbook, or as what it is
 * refused for.
 *
 * @param file the file as named to the user
 * @param from a path on disk, the bytes, or where they come from
 * @throws the file system's error, if it fails in the middle
 */
export async function openWorkbook(
  file: string,
  from: string | Uint8Array | Source,
  limits: Limits,
  options: CsvOptions = {},
): Promise<OpenedWorkbook> {
  const source = await openSource(from).catch(() => undefined);
  if (source && source.size <= limits.fileBytes && (await isText(source))) {
    return openCsv(file, source, limits, options);
  }
  return openXlsx(file, from, limits);
}

async function isText(source: Source): Promise<boolean> {
  return (await nameTheFileAt(source)) === "text";
}
