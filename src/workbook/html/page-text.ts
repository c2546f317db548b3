import { isUtf8 } from "node:buffer";
import { encodingNamed, survey } from "../csv/encoding.ts";
import type { CsvOptions } from "../csv/open.ts";
import type { Source } from "../source.ts";
import { refusal } from "../xlsx/refusal.ts";

/** A page decoded. */
export interface PageText {
  readonly text: string;
  readonly encoding: string;
  readonly sha256: string;
}

/**
 * Decodes a page strictly: as the user says, else by its mark, else by what its `meta` says if the bytes agree, else as a text
 * file would be. Systems that export GBK under a `meta` of UTF-8, and the reverse, are common.
 *
 * @throws Refusal for bytes that no encoding fits
 */
export async function decodePage(file: string, source: Source, options: CsvOptions): Promise<PageText> {
  const { sha256, encoding } = await survey(source);
  const bytes = await source.read(0, source.size);
  const sure = encoding.mark > 0 || (encoding.name === "utf-8" && isSurelyUtf8(bytes));
  const said = sure ? undefined : metaCharset(bytes);
  const labels = options.encoding !== undefined ? [options.encoding] : said ? [said, encoding.name] : [encoding.name];
  let tried = encoding;
  for (const label of labels) {
    const named = await encodingNamed(label, source);
    if (!named && label === options.encoding) throw refusal("workbook/unknown-encoding", { file }, { name: label });
    if (!named) continue;
    tried = named;
    try {
      const text = new TextDecoder(named.name, { fatal: true }).decode(bytes);
      // GBK's decoder reads all of GB18030.
      return { text, encoding: named.name === "gbk" ? "gb18030" : named.name, sha256 };
    } catch {}
  }
  const [before = ""] = new TextDecoder(tried.name).decode(bytes).split("\uFFFD");
  const line = before.split(/\r\n|\r|\n/).length;
  throw refusal("workbook/undecodable", { file, line }, { encoding: tried.name });
}

/** Bytes that are all UTF-8, with so many Chinese characters: GBK can be UTF-8 by chance for a word or two (联通 is). */
function isSurelyUtf8(bytes: Buffer): boolean {
  let characters = 0;
  // The first of three bytes.
  for (let at = 0; at < bytes.length && characters < 8; at++) if (((bytes[at] ?? 0) & 0xf0) === 0xe0) characters++;
  return characters >= 8 && isUtf8(bytes);
}

/** `<meta charset=gb2312>`, or the same in a content type. */
function metaCharset(bytes: Buffer): string | undefined {
  const head = bytes.toString("latin1", 0, 8192);
  const label = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1];
  // A page that was read as far as its meta, byte by byte, is not in UTF-16 whatever it says.
  return label === undefined || /^utf-?16/iu.test(label) ? undefined : label;
}
