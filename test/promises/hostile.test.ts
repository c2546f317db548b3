import { constants, crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Folder } from "../scenarios/quarter.ts";
import { book, bookWith, main, office, parts, relations, worksheet } from "../workbook/xlsx/book.ts";
import { type ZipPart, zip } from "../workbook/zip.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-inspect.ts";
import "../../src/report/inspect/json.ts";

const mebibyte = 2 ** 20;
const sheet1 = "xl/worksheets/sheet1.xml";
const inline = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
const top = `<row r="1">${inline("A1", "工号")}${inline("B1", "客户号")}${inline("C1", "本年日均(元)")}</row>`;
const data = (row: number) => `<row r="${row}">${inline(`A${row}`, "1001")}${inline(`B${row}`, "C1")}<c r="C${row}"><v>5</v></c></row>`; // biome-ignore format: a line

/** Small, since it is compiled for every command. */
const rulebook = `dingji: 1
id: small
title: 试行办法
subject: managers
currency: CNY
inputs:
  managers:
    sheet: 客户经理
    key: manager
    columns:
      manager: {type: id, header: 工号}
      name: {type: text, header: 姓名}
      current: {type: tier, header: 现等级}
      years: {type: duration, unit: 年, header: 营销年限}
      joined: {type: date, header: 入职日期}
      exam: {type: boolean, header: 考试}
      violations: {type: count, header: 违规次数}
  deposits:
    sheet: 存款
    columns:
      manager: {type: id, header: 工号, refers: managers}
      customer: {type: id, header: 客户号}
      average: {type: money, header: 本年日均}
tiers: [{id: high, label: 一级}, {id: low, label: 二级}]
`;

interface Said {
  readonly files: readonly { readonly sheets: readonly { readonly rowsRead: number; readonly rowsInFile: number }[] }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly problems: readonly { readonly location?: { readonly cell?: string; readonly line?: number } }[];
  }[];
}

/** Inspects a file of 存款 by the program: its exit code, the errors with the first one's cell, the rows read, and the time. */
async function inspect(file: string, bytes: Uint8Array, options = "") {
  const folder = new Folder().write(file, bytes).write("small.yml", rulebook);
  const { code, out, err } = await folder.run(`inspect ${file} -r small.yml -f json ${options}`);
  expect(err).toBe("");
  const said = JSON.parse(out) as Said;
  const errors = said.problems.filter(({ severity }) => severity === "error");
  const sheets = said.files.flatMap((one) => one.sheets);
  return {
    code,
    errors: errors.map((group) => group.code),
    cell: errors[0]?.problems[0]?.location?.cell,
    rowsRead: sheets.map((sheet) => sheet.rowsRead),
    rowsInFile: sheets.map((sheet) => sheet.rowsInFile),
  };
}

/** A part packed already, with its true size and checksum. */
interface Packed {
  readonly packed: Uint8Array;
  readonly size: number;
  readonly checksum: number;
}

/** A text in which a piece is repeated so many times, packed without ever being whole: each piece ends on a byte's border. */
function packed(before: string, piece: string, times: number, behind: string): Packed {
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const bytes = Buffer.concat([flushed(before), ...Array(times).fill(flushed(piece)), deflateRawSync(behind)]);
  const size = Buffer.byteLength(before) + times * Buffer.byteLength(piece) + Buffer.byteLength(behind);
  let checksum = crc32(before);
  // A large part is refused before its checksum matters.
  if (size < 32 * mebibyte) for (let at = 0; at < times; at++) checksum = crc32(piece, checksum);
  return { packed: bytes, size, checksum: crc32(behind, checksum) };
}

/** A book whose one part is packed already. */
function bookOf(part: string, of: Packed): Buffer {
  const list = Object.entries(parts({ rows: `${top}<row r="2"><c r="A2" t="s"><v>0</v></c></row>`, texts: "<si/>" }));
  return zip(list.map(([name, data]): ZipPart => (name === part ? { name, data: "", ...of } : { name, data })));
}

describe("a bomb", () => {
  const [before, behind] = worksheet(`${top}${data(2)}«`).split("«") as [string, string];
  const blanks = " ".repeat(mebibyte);

  it.each<[what: string, part: string, before: string, behind: string]>([
    ["a sheet", sheet1, before, behind],
    ["the shared texts", "xl/sharedStrings.xml", `<sst xmlns="${main}">`, "</sst>"],
  ])("of a GiB in %s whose size is forged is refused by the bytes that come", async (_, part, open, close) => {
    const bytes = bookOf(part, { ...packed(open, blanks, 1024, close), size: 1000 });
    const refused = async (limits: string, code: string) =>
      expect(await inspect("存款.xlsx", bytes, limits)).toMatchObject({ code: 2, errors: [`workbook/${code}`] });
    await refused("", "zip-bomb");
    await refused("--limit ratio=0 --limit entry=8MiB --limit part=8MiB", "part-too-large");
    await refused("--limit ratio=0 --limit total=8MiB", "unpacked-too-large");
  });

  it("that is a sound sheet of many blanks is read where the limit says so", async () => {
    const text = before + blanks.repeat(8) + behind;
    const bytes = book({ sheet: text });
    expect(await inspect("存款.xlsx", bytes)).toMatchObject({ code: 2, errors: ["workbook/zip-bomb"] });
    expect(await inspect("存款.xlsx", bytes, "--limit ratio=0.0001")).toMatchObject({
      code: 0,
      errors: [],
      rowsRead: [1],
    });
  });

  it("of a zip within a zip within a zip is never unpacked", async () => {
    let nested = zip({ "0.xml": blanks.repeat(4) });
    for (let depth = 1; depth < 6; depth++) nested = zip(Array.from({ length: 16 }, (_, at) => ({ name: `${at}.zip`, data: nested, stored: depth < 3 }))); // biome-ignore format: a line
    expect(await inspect("存款.xlsx", nested)).toMatchObject({ code: 2, errors: ["workbook/not-a-workbook"] });
    // Beside a sound sheet it is a part that nobody reads.
    const beside = bookWith({ rows: top + data(2) }, { "xl/embeddings/oleObject1.bin": nested });
    expect(await inspect("存款.xlsx", beside)).toMatchObject({ code: 0, errors: [], rowsRead: [1] });
  });

  it("of tags within tags is refused, as XML that no workbook has", async () => {
    const deep = book({ sheet: worksheet(top, "<a>".repeat(100_000)) });
    expect(await inspect("存款.xlsx", deep)).toMatchObject({ code: 2, errors: ["workbook/bad-xml"] });
  });

  it("of many entries is refused, and read where the limit says so", async () => {
    const more = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`xl/media/${at}.png`, ""]));
    const bytes = zip({ ...parts({ rows: top + data(2) }), ...more });
    expect(await inspect("存款.xlsx", bytes)).toMatchObject({ code: 2, errors: ["workbook/too-many-parts"] });
    expect(await inspect("存款.xlsx", bytes, "--limit entries=3000")).toMatchObject({ code: 0, rowsRead: [1] });
  });

  it("of one entry that the directory names many times is refused", async () => {
    const list = Object.entries(parts({ rows: top + data(2) })).map(([name, text]): ZipPart => ({ name, data: text }));
    expect(await inspect("存款.xlsx", zip([...list, ...list.slice(-3)]))).toMatchObject({ code: 2, errors: ["workbook/damaged"] }); // biome-ignore format: a line
  });

  it("of two long texts that all cells repeat costs two texts, whatever the column", async () => {
    const long = ["长", "久"].map((word) => `<si><t> ${`${word}x `.repeat(10_000)}</t></si>`).join("");
    const headers = ["工号", "姓名", "机构", "现等级", "营销年限", "入职日期", "考试", "违规次数"];
    const head = headers.map((text, at) => inline(`${"ABCDEFGH"[at]}1`, text)).join("");
    const row = (at: number) => `<row><c t="s"><v>2</v></c>${`<c t="s"><v>${at % 2}</v></c>`.repeat(7)}</row>`;
    const rows = Array.from({ length: 3000 }, (_, at) => row(at)).join("");
    const of = { rows: `<row>${head}</row>${rows}`, texts: `${long}<si><t>1001</t></si>` };
    const names = parts(of)["xl/workbook.xml"]!.toString().replace("存款", "客户经理");
    const bytes = bookWith(of, { "xl/workbook.xml": names });
    const before = process.memoryUsage().heapUsed;
    const read = await inspect("客户经理.xlsx", bytes);
    expect([read.code, read.rowsRead, read.errors]).toEqual([
      1,
      [3000],
      expect.arrayContaining(["facts/unknown-word"]),
    ]);
    // Each cell by itself would be 60 KB: 1.2 GB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * mebibyte);
  });
});

describe("a DOCTYPE", () => {
  const entities = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c "${"&b;".repeat(10)}">]>`;
  it.each([
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    sheet1,
    "xl/sharedStrings.xml",
    "xl/styles.xml",
  ])("in %s is refused, and no file is read by it", async (part) => {
    const of = { rows: top + data(2) };
    const text = parts(of)
      [part]!.toString()
      .replace(/^<\?xml[^>]*>\n/, "");
    for (const doctype of [entities, '<!DOCTYPE a SYSTEM "file:///etc/passwd">'])
      expect(await inspect("存款.xlsx", bookWith(of, { [part]: doctype + text }))).toMatchObject({
        code: 2,
        errors: ["workbook/doctype"],
      });
  });

  it("in a page is no more than that", async () => {
    const page = `${entities}<html><table><tr><td>工号<td>客户号<td>本年日均(元)</tr><tr><td>1001<td>&c;<td>5</tr></table></html>`;
    const { code, rowsRead } = await inspect("存款.xls", Buffer.from(`<!DOCTYPE html>${page.slice(entities.length)}`));
    expect([code, rowsRead]).toEqual([0, [1]]);
  });
});

describe("a far cell", () => {
  const far = (cell: string) =>
    book({ rows: `${top}${data(2)}<row r="${cell.replace(/\D/g, "")}">${inline(cell, "远")}</row>` });

  it("at XFD1048576 is read, in the memory of one cell", async () => {
    expect(await inspect("存款.xlsx", far("XFD1048576"))).toMatchObject({ code: 1, rowsRead: [2], rowsInFile: [3], cell: "A1048576" }); // biome-ignore format: a line
  });

  it.each<[cell: string, code: string, limit: string, read: [exit: number, errors: string[]]]>([
    ["A1048577", "workbook/too-many-rows", "rows=2000000", [0, []]],
    ["XFE3", "workbook/too-many-columns", "columns=18278", [1, ["facts/blank-id"]]],
    ["ZZZ9999999", "workbook/too-many-rows", "rows=9999999 --limit columns=18278", [1, ["facts/blank-id"]]],
  ])("at %s is refused as %s, and read with --limit %s", async (cell, code, limit, read) => {
    expect(await inspect("存款.xlsx", far(cell))).toMatchObject({ code: 2, errors: [code] });
    const raised = await inspect("存款.xlsx", far(cell), `--limit ${limit}`);
    expect([raised.code, raised.errors, raised.rowsRead]).toEqual([...read, [2]]);
  });

  it.each(["AAAA1", "A99999999", "A0", "1", "A-1", "A1B2"])("at %s is damage", async (cell) => {
    const bytes = book({ rows: `<row>${inline(cell, "x")}</row>` });
    expect((await inspect("存款.xlsx", bytes)).code).toBe(2);
  });

  it("of a merged range over all cells is one range", async () => {
    const tail = '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>';
    expect(await inspect("存款.xlsx", book({ rows: top + data(2) + data(3), tail }))).toMatchObject({ code: 0, rowsRead: [2] }); // biome-ignore format: a line
  });
});

describe("a million empty rows", () => {
  const [before, behind] = worksheet(`${top}${data(2)}«`).split("«") as [string, string];
  // Rows without a number are counted on: some hundred less than 2^20.
  const rows = (row: string) => bookOf(sheet1, packed(before, row.repeat(8065), 130, behind));

  it.each([
    ["without cells", "<row/>", "rows"],
    ["with a border on a cell", '<row><c s="0"/></row>', "cells"],
  ])("%s are read over, or refused where the limit says so", async (_, row, limit) => {
    const bytes = rows(row);
    const read = await inspect("存款.xlsx", bytes, "--limit ratio=0.0001");
    expect([read.code, read.errors, read.rowsRead]).toEqual([0, [], [1]]);
    const bounded = await inspect("存款.xlsx", bytes, `--limit ratio=0.0001 --limit ${limit}=1000`);
    expect([bounded.code, bounded.errors]).toEqual([2, [`workbook/too-many-${limit}`]]);
  });

  it("that are numbered, as Excel writes them, are read over without a word", async () => {
    let text = "";
    for (let number = 3; number <= 1_048_576; number++) text += `<row r="${number}"/>`;
    const all = before + text + behind;
    const of = { packed: deflateRawSync(all, { level: 1 }), size: Buffer.byteLength(all), checksum: crc32(all) };
    expect(await inspect("存款.xlsx", bookOf(sheet1, of))).toMatchObject({ code: 0, errors: [], rowsRead: [1], rowsInFile: [2] }); // biome-ignore format: a line
  });

  it("of commas in a csv are left out", async () => {
    const bytes = Buffer.concat([
      Buffer.from("工号,客户号,本年日均(元)\n1001,C1,5\n"),
      Buffer.alloc(3_000_000, ",,\n"),
    ]);
    const read = await inspect("存款.csv", bytes);
    expect([read.code, read.errors, read.rowsRead]).toEqual([0, [], [1]]);
  });
});

describe("a text of 100 MB", () => {
  const mega = "长".repeat(mebibyte / 4);
  const times = 134;
  const inSheet = worksheet(`${top}<row r="2">${inline("A2", "«")}</row>`).split("«") as [string, string];

  it.each<[what: string, part: string, before: string, behind: string, cell: string | undefined]>([
    ["in a cell", sheet1, ...inSheet, "A2"],
    [
      "in a formula's result",
      sheet1,
      ...(worksheet(`${top}<row r="2"><c r="A2" t="str"><v>«</v></c></row>`).split("«") as [string, string]),
      "A2",
    ],
    [
      "in a formula",
      sheet1,
      ...(worksheet(`${top}<row r="2"><c r="A2"><f>«</f><v>1</v></c></row>`).split("«") as [string, string]),
      "A2",
    ],
    [
      "in an attribute",
      sheet1,
      ...(worksheet(`${top}<row r="2"><c r="A2" s="«"/></row>`).split("«") as [string, string]),
      undefined,
    ],
    ["in a comment", sheet1, ...(worksheet("<!-- « -->").split("«") as [string, string]), undefined],
    ["in the shared texts", "xl/sharedStrings.xml", `<sst xmlns="${main}"><si><t>`, "</t></si></sst>", undefined],
    [
      "in a style",
      "xl/styles.xml",
      `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="`,
      '"/></numFmts></styleSheet>',
      undefined,
    ],
    [
      "in a sheet's name",
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="`,
      '" r:id="r1"/></sheets></workbook>',
      undefined,
    ],
    [
      "in a relationship",
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${relations}"><Relationship Id="`,
      '"/></Relationships>',
      undefined,
    ],
  ])("%s is refused before it is whole", async (_, part, before, behind, cell) => {
    const bytes = bookOf(part, packed(before, mega, times, behind));
    const read = await inspect("存款.xlsx", bytes, "--limit ratio=0");
    expect(read).toMatchObject({ code: 2, errors: ["workbook/endless-text"] });
    if (cell) expect(read.cell).toBe(cell);
  });

  it("in a csv is refused beyond the bound of a line, quoted or not", async () => {
    const long = Buffer.alloc(34 * mebibyte, "a");
    const head = Buffer.from("工号,客户号,本年日均(元)\n1001,");
    const plain = await inspect("存款.csv", Buffer.concat([head, long, Buffer.from(",5\n")]));
    expect([plain.code, plain.errors]).toEqual([2, ["workbook/endless-line"]]);
    const quoted = await inspect("存款.csv", Buffer.concat([head, Buffer.from('"'), long, Buffer.from('",5\n')]));
    expect([quoted.code, quoted.errors]).toEqual([2, ["workbook/endless-line"]]);
  });

  it.each(["xlsx", "csv"])("of 40,000 characters in %s is read where the limit says so", async (format) => {
    const long = "长".repeat(40_000);
    const row = `<row r="2">${inline("A2", "1001")}${inline("B2", long)}<c r="C2"><v>5</v></c></row>`;
    const bytes =
      format === "xlsx" ? book({ rows: top + row }) : Buffer.from(`工号,客户号,本年日均(元)\n1001,${long},5\n`);
    expect(await inspect(`存款.${format}`, bytes)).toMatchObject({
      code: 2,
      errors: ["workbook/text-too-long"],
      cell: "B2",
    });
    expect(await inspect(`存款.${format}`, bytes, "--limit text=40000")).toMatchObject({ code: 0, rowsRead: [1] });
  });
});
