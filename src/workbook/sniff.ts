import { directoryNames, kindOfCompoundFile } from "./compound-file.ts";
import type { Source } from "./source.ts";
import { utf16WithoutMark } from "./utf16.ts";

/** What a file is, by its bytes and not by its name. */
export type FileKind =
  | "empty"
  /** Any zip but an OpenDocument one; `openXlsx` says what else it may be. */
  | "xlsx"
  | "ods"
  /** BIFF, as Excel 97 and WPS (.et) write it. */
  | "xls"
  /** A password-protected workbook. */
  | "encrypted"
  /** Another compound file; from `nameTheFile`, also one whose directory is not among the bytes. */
  | "ole"
  | "html"
  /** A web page in one file, .mht. */
  | "mhtml"
  /** Excel 2003's XML. */
  | "xml-spreadsheet"
  | "pdf"
  | "picture"
  /** rar, 7z, gzip. */
  | "archive"
  | "binary"
  | "text";

const headSize = 64 * 1024;

/** Says what a file is from its first bytes: 4 KiB or more, or all of it. */
export function nameTheFile(head: Uint8Array): FileKind {
  if (head.length === 0) return "empty";
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headSize));
  const latin = bytes.toString("latin1");
  for (const [start, kind] of signatures) if (latin.startsWith(start)) return kind;
  if (latin.startsWith("PK\x03\x04") || latin.startsWith("PK\x05\x06")) return kindOfZip(latin);
  if (latin.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return kindOfCompoundFile(namesAnywhere(bytes));
  return kindOfText(bytes, latin);
}

/** As `nameTheFile`, but looks into a compound file's directory, wherever in the file it is. */
export async function nameTheFileAt(source: Source): Promise<FileKind> {
  const kind = nameTheFile(await source.read(0, headSize));
  return kind === "ole" ? kindOfCompoundFile(await directoryNames(source)) : kind;
}

const signatures: readonly (readonly [string, FileKind])[] = [
  ["%PDF", "pdf"],
  ["\x89PNG", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["GIF8", "picture"],
  ["Rar!", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["\x1f\x8b", "archive"],
  // BIFF 2 to 5 came without a compound file around it.
  ["\x09\x00\x04\x00", "xls"],
  ["\x09\x02\x06\x00", "xls"],
  ["\x09\x04\x06\x00", "xls"],
  ["\x09\x08\x08\x00\x00\x05", "xls"],
];

/** An OpenDocument file begins with an entry `mimetype` that is stored as it is. */
function kindOfZip(latin: string): FileKind {
  return /^.{30}mimetype.{0,64}application\/vnd\.oasis\.opendocument/s.test(latin) ? "ods" : "xlsx";
}

/** Names of streams that a workbook's compound file would have, found without reading its directory. */
function namesAnywhere(bytes: Buffer): readonly string[] {
  return ["EncryptedPackage", "Workbook", "Book"].filter((name) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")));
}

function kindOfText(bytes: Buffer, latin: string): FileKind {
  const wide = latin.startsWith("\xff\xfe") ? bytes.toString("utf16le") : undefined;
  if (!wide && !latin.startsWith("\xfe\xff") && isBinary(bytes)) return "binary";
  const start = (wide ?? latin).replace(/^(?:\uFEFF|\xef\xbb\xbf)?\s*/, "").slice(0, 4096);
  if (/^mime-version:/i.test(start)) return "mhtml";
  if (/^<\?xml/i.test(start) && /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel.Sheet"/.test(start)) {
    return "xml-spreadsheet";
  }
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style|div)\b/is.test(start)
  ) {
    return "html";
  }
  return "text";
}

/** Only UTF-16 has NULs. */
function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) && utf16WithoutMark(bytes) === undefined;
}
