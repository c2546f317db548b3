import { describe, expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { refuseKind } from "../../src/workbook/refused-kind.ts";
import { type FileKind, nameTheFile, nameTheFileAt } from "../../src/workbook/sniff.ts";
import { openSource } from "../../src/workbook/source.ts";
import { zip } from "./zip.ts";

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

describe("nameTheFile", () => {
  it.each<[string, FileKind, Uint8Array]>([
    ["nothing", "empty", Buffer.alloc(0)],
    ["a workbook", "xlsx", zip({ "[Content_Types].xml": "<Types/>" })],
    ["an empty zip", "xlsx", zip({})],
    [
      "an OpenDocument sheet",
      "ods",
      zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true }]),
    ],
    ["BIFF 5 without a compound file", "xls", Buffer.from("0908080000051000d30dcc07", "hex")],
    ["BIFF 2", "xls", Buffer.from("0900040002001000", "hex")],
    ["a page", "html", Buffer.from('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ["a page with a mark and a type", "html", Buffer.from("\ufeff  <!DOCTYPE html>\n<html>")],
    ["a table only", "html", Buffer.from("<table border=1><tr><td>工号</td></tr></table>")],
    ["a page in UTF-16", "html", utf16("<html><body>")],
    ["a page after a comment", "html", Buffer.from('<?xml version="1.0"?><!-- x --><html/>')],
    ["a page in one file", "mhtml", Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related")],
    [
      "Excel 2003 XML",
      "xml-spreadsheet",
      Buffer.from(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
    ],
    ["PDF", "pdf", Buffer.from("%PDF-1.7")],
    ["PNG", "picture", Buffer.from("89504e470d0a1a0a", "hex")],
    ["JPEG", "picture", Buffer.from("ffd8ffe000104a46", "hex")],
    ["rar", "archive", Buffer.from("Rar!\x1a\x07\x00", "latin1")],
    ["gzip", "archive", Buffer.from("1f8b0800", "hex")],
    ["noise", "binary", Buffer.from("00010000000003000007", "hex")],
    ["CSV", "text", Buffer.from("工号,姓名\n001,王")],
    ["CSV in UTF-16 with a mark", "text", utf16("工号,a\n")],
    ["CSV in UTF-16 without one", "text", Buffer.from("工号,a\n", "utf16le")],
    ["CSV in GBK", "text", Buffer.from("b9a4bac52c610a", "hex")],
    ["a text with angle brackets", "text", Buffer.from("a<b,c\n")],
    ["XML of no known kind", "text", Buffer.from('<?xml version="1.0"?><rows/>')],
  ])("%s is %s", (_, kind, bytes) => {
    expect(nameTheFile(bytes)).toBe(kind);
  });
});

describe("a compound file", () => {
  it.each<[string, FileKind, readonly string[]]>([
    ["Excel 97", "xls", ["Root Entry", "Workbook", "\x05SummaryInformation"]],
    ["Excel 5", "xls", ["Root Entry", "Book"]],
    ["a workbook with a password", "encrypted", ["Root Entry", "EncryptionInfo", "EncryptedPackage"]],
    ["a Word document", "ole", ["Root Entry", "WordDocument"]],
    ["one whose stream is in the directory's second sector", "xls", ["Root Entry", "a", "b", "c", "Workbook"]],
  ])("that is %s is %s, wherever its directory is", async (_, kind, names) => {
    for (const sector of [0, 3, 300]) {
      const bytes = compoundFile(names, sector);
      expect(await nameTheFileAt(await openSource(bytes))).toBe(kind);
      if (sector < 100) expect(nameTheFile(bytes)).toBe(kind);
    }
  });

  it("that is cut or goes in circles is named without an end or a crash", async () => {
    const bytes = compoundFile(["Root Entry", "x"], 3);
    for (const length of [8, 60, 511, 600, bytes.length - 1]) {
      expect(await nameTheFileAt(await openSource(bytes.subarray(0, length)))).toBe("ole");
    }
    bytes.writeUInt32LE(3, 512 + 3 * 4);
    expect(await nameTheFileAt(await openSource(bytes))).toBe("ole");
    bytes.writeUInt16LE(65_535, 30);
    expect(await nameTheFileAt(await openSource(bytes))).toBe("ole");
  });
});

describe("refuseKind", () => {
  it("says in words what the file is", () => {
    const said = (kind: FileKind) => [refuseKind("a", kind).code, message(refuseKind("a", kind), "zh")];
    expect(said("encrypted")).toEqual(["workbook/encrypted", "文件设有打开密码，读不了"]);
    expect(said("pdf")).toEqual(["workbook/not-a-workbook", "这不是工作簿，而是PDF"]);
    expect(said("ods")[0]).toBe("workbook/ods");
    expect(said("empty")[0]).toBe("workbook/empty-file");
  });
});

/** A compound file with sectors of 512 bytes whose directory begins at a sector; its first allocation table is sector 0 or, then, 5. */
function compoundFile(names: readonly string[], start: number): Buffer {
  const directorySectors = Math.ceil(names.length / 4);
  const tables = Math.ceil((start + directorySectors + 1) / 128);
  const firstTable = start === 0 ? 5 : start > 100 ? 10 : 0;
  const file = Buffer.alloc(512 * (Math.max(start + directorySectors, firstTable + tables) + 1));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(start, 48);
  for (let i = 0; i < tables; i++) file.writeUInt32LE(firstTable + i, 76 + i * 4);
  names.forEach((name, i) => {
    const at = 512 * (start + 1) + i * 128;
    file.write(name, at, "utf16le");
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
  });
  for (let i = 0; i < directorySectors; i++) {
    const sector = start + i;
    const at = 512 * (firstTable + Math.floor(sector / 128) + 1) + (sector % 128) * 4;
    file.writeUInt32LE(i === directorySectors - 1 ? 0xfffffffe : sector + 1, at);
  }
  return file;
}
