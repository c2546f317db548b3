import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBySheetJs } from "../../../src/workbook/xls/sheetjs.ts";
import { see } from "../seen.ts";
import {
  biff5,
  biff8,
  cells,
  compound,
  double,
  hiddenColumns,
  hiddenRow,
  merges,
  record,
  results,
  wide,
  words,
} from "./biff.ts";

const one = (...records: readonly Buffer[]) => biff8({ sheets: [{ name: "存款", records }] });

describe("an old workbook", () => {
  it("is read cell by cell, values as they are stored", async () => {
    const rich = Buffer.concat([words(2), Buffer.from([0x09]), words(1), Buffer.from("合计", "utf16le"), words(1, 5)]);
    const narrow = Buffer.concat([words(3), Buffer.from([0]), Buffer.from("C01", "latin1")]);
    const stream = biff8({
      texts: [wide("001234"), rich, narrow],
      formats: { 164: '0.0000"倍"' },
      styles: [0, 10, 164, 31, 14, 4],
      sheets: [
        {
          name: "存款",
          records: [
            cells.shared(0, 0, 0),
            cells.shared(0, 1, 1),
            cells.shared(0, 2, 2),
            cells.number(1, 0, 0.1 + 0.2),
            cells.number(1, 1, 0.985, 1),
            cells.number(1, 2, 1.5, 2),
            cells.number(1, 3, 46_295, 3),
            cells.number(1, 4, 46_295.5, 4),
            // 12345.67 by a hundred, -3 as an integer, 1.5 as the upper half of a double.
            cells.shorts(2, 0, (1_234_567 << 2) | 3, (-3 << 2) | 2, 0x3ff80000),
            cells.short(2, 4, (29 << 2) | 3, 5),
            cells.label(3, 0, "换\n行"),
            cells.boolean(3, 1, true),
            cells.boolean(3, 2, false),
            cells.error(3, 3, 0x17),
            cells.formula(4, 0, double(-1e-300)),
            cells.formula(4, 1, results.string),
            cells.string("算出来的"),
            cells.formula(4, 2, results.boolean(true)),
            cells.formula(4, 3, results.error(0x07)),
            cells.formula(4, 4, results.empty),
            cells.blank(5, 0),
            cells.number(65_535, 255, 7),
          ],
        },
      ],
    });
    const { format, sheets, codes } = await see("a.xls", compound(stream));
    expect([format, codes]).toEqual(["xls", []]);
    expect(sheets[0]?.cells).toEqual({
      A1: "001234",
      B1: "合计",
      C1: "C01",
      A2: 0.30000000000000004,
      B2: [0.985, "0.00%"],
      C2: [1.5, '0.0000"倍"'],
      D2: [46_295, 'yyyy"年"m"月"d"日"'],
      E2: [46_295.5, "yyyy/m/d"],
      A3: 12_345.67,
      B3: -3,
      C3: 1.5,
      E3: [0.29, "#,##0.00"],
      A4: "换\n行",
      B4: true,
      C4: false,
      D4: { error: "#REF!" },
      A5: -1e-300,
      B5: "算出来的",
      C5: true,
      D5: { error: "#DIV/0!" },
      IV65536: 7,
    });
  });

  it("tells merged ranges, hidden rows, columns and sheets, and days from 1904; charts are no sheets", async () => {
    const stream = biff8({
      date1904: true,
      sheets: [
        {
          name: "甲",
          records: [
            hiddenColumns(1, 2),
            hiddenRow(1),
            cells.label(0, 0, "a"),
            cells.label(1, 0, "b"),
            merges([0, 2, 0, 0], [4, 4, 1, 3]),
          ],
        },
        { name: "图", kind: 2, records: [cells.number(0, 0, 1)] },
        { name: "乙", state: 1, records: [cells.number(0, 0, 1)] },
        { name: "丙", state: 2, records: [] },
      ],
    });
    const { sheets, codes } = await see("a.et", compound(stream));
    expect(codes).toEqual([]);
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ["甲", "visible"],
      ["乙", "hidden"],
      ["丙", "hidden"],
    ]);
    expect(sheets[0]?.hiddenRows).toEqual([2]);
    expect(sheets[0]?.end).toEqual({
      merges: [
        { top: 1, left: 0, bottom: 3, right: 0 },
        { top: 5, left: 1, bottom: 5, right: 3 },
      ],
      hiddenColumns: [1, 2],
      date1904: true,
      diagnostics: [],
    });
  });

  it("of Excel 5 has its texts in the codepage of its machine", async () => {
    const gbk = (hex: string) => Buffer.from(hex, "hex");
    const label = (row: number, text: Buffer) => record(0x0204, [row, 0, 0, text.length], text);
    const stream = biff5(936, gbk("b4e6bfee"), [label(0, gbk("b9a4bac5")), cells.number(1, 0, 12.5)]);
    const { sheets, codes } = await see("a.xls", compound(stream, "Book"));
    expect(codes).toEqual([]);
    expect(sheets.map(({ name, cells }) => [name, cells])).toEqual([["存款", { A1: "工号", A2: 12.5 }]]);
  });

  it("of Excel 2 comes without a compound file", async () => {
    const text = Buffer.from("id", "latin1");
    const stream = Buffer.concat([
      record(0x0009, [2, 0x10]),
      record(0x0004, [0, 0], Buffer.from([0, 0, 0, text.length]), text),
      record(0x0003, [1, 0], Buffer.alloc(3), double(0.1)),
      record(0x000a),
    ]);
    expect((await see("a.xls", stream)).sheets.map(({ cells }) => cells)).toEqual([{ A1: "id", A2: 0.1 }]);
  });

  it("in a large file has its stream in many sectors, its shared texts over several records", async () => {
    const texts = Array.from({ length: 1500 }, (_, index) => `客户${index}`);
    const head = Buffer.concat([words(texts.length, 0, texts.length, 0)]);
    const parts: Buffer[] = [head];
    const records: Buffer[] = [];
    for (const text of texts) {
      const last = Buffer.concat(parts);
      if (last.length + text.length * 2 + 3 > 8000) {
        records.push(record(records.length === 0 ? 0x00fc : 0x003c, last));
        parts.length = 0;
      }
      parts.push(wide(text));
    }
    records.push(record(0x003c, ...parts));
    const sheet = texts.map((_, index) => cells.shared(index, 0, index));
    const bytes = compound(biff8({ sheets: [{ name: "a", records: sheet }], more: [Buffer.concat(records)] }));
    const { sheets, codes } = await see("a.xls", bytes);
    expect(codes).toEqual([]);
    expect(Object.values(sheets[0]?.cells ?? {})).toEqual(texts);
  });

  it("that LibreOffice wrote is the workbook that it was made from", async () => {
    const old = await see("a.xls", readFileSync("fixtures/odd/存款.xls"));
    const original = await see("a.xlsx", readFileSync("fixtures/odd/存款.xlsx"));
    expect([old.codes, original.codes]).toEqual([[], []]);
    expect(old.sheets.map(({ name, state, hiddenRows }) => [name, state, hiddenRows])).toEqual(
      original.sheets.map(({ name, state, hiddenRows }) => [name, state, hiddenRows]),
    );
    const bare = (seen: typeof old) =>
      seen.sheets.map(({ cells }) =>
        Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, Array.isArray(cell) ? cell[0] : cell])),
      );
    expect(bare(old)).toEqual(bare(original));
    expect(old.sheets.map(({ end }) => end.merges)).toEqual(original.sheets.map(({ end }) => end.merges));
  });
});

describe("an old workbook that is not whole", () => {
  const good = compound(one(cells.label(0, 0, "工号"), cells.number(1, 0, 1)));

  it.each<[string, Buffer, string]>([
    ["a password", compound(biff8({ sheets: [], more: [record(0x002f, [0, 1, 2, 3])] })), "encrypted"],
    ["a formula's text that is not there", compound(one(cells.formula(0, 0, results.string))), "damaged"],
    ["a shared text that is not there", compound(one(cells.shared(0, 0, 9))), "damaged"],
    ["a sheet without its end", compound(one(cells.number(0, 0, 1)).subarray(0, -4)), "damaged"],
    ["a record cut off", compound(one(cells.number(0, 0, 1)).subarray(0, -10)), "damaged"],
    ["no sheet", compound(biff8({ sheets: [] })), "no-sheets"],
    ["a file cut short", good.subarray(0, good.length - 1024), "damaged"],
    ["a chain that goes in circles", patched(good, 512 + 1 * 4, 1), "damaged"],
    ["a sector beyond the end", patched(good, 512 + 3 * 4, 9999), "damaged"],
  ])("is refused: %s", async (_, bytes, code) => {
    expect(await see("a.xls", bytes)).toEqual({ sheets: [], codes: [code] });
  });

  it.each<[string, Parameters<typeof see>[2], string]>([
    ["its bytes", { heldBytes: 1000 }, "old-too-large"],
    ["its cells", { cells: 1 }, "too-many-cells"],
    ["a text", { textLength: 1 }, "text-too-long"],
    ["its rows", { rows: 1 }, "too-many-rows"],
  ])("is refused beyond the limit on %s", async (_, limits, code) => {
    expect((await see("a.xls", good, limits)).codes).toEqual([code]);
  });

  it("cannot hold up the program", async () => {
    const rows = Array.from({ length: 65_536 }, (_, row) => cells.shorts(row, 0, ...Array(8).fill(6)));
    const stream = one(...rows);
    expect(await readBySheetJs(stream, false, { ms: 1, memoryMiB: 448 })).toEqual({ stopped: "time" });
    expect(await readBySheetJs(stream, false, { ms: 60_000, memoryMiB: 16 })).toEqual({ stopped: "memory" });
  });
});

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, at);
  return copy;
}
