import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellColumn } from "../../../src/workbook/build/cell-column.ts";
import { TextPacker } from "../../../src/workbook/build/packed-text.ts";
import { RowNumbers } from "../../../src/workbook/build/row-numbers.ts";
import { TextStore } from "../../../src/workbook/build/text-store.ts";

describe("CellColumn", () => {
  it("gives every kind of cell back", () => {
    const column = new CellColumn(new TextStore());
    column.addBlank();
    column.addNumber(0.985, "0.00%");
    column.addNumber(-0, "General");
    column.addNumber(1e300, "0.00%");
    column.addText("西湖支行");
    column.addText("000353");
    column.addBoolean(true);
    column.addBoolean(false);
    column.addError("#REF!");
    column.addNoResult("A1+1");
    column.finish();
    expect(Array.from({ length: column.length }, (_, index) => column.cell(index))).toEqual([
      { kind: "blank" },
      { kind: "number", value: 0.985, format: "0.00%" },
      { kind: "number", value: -0, format: "General" },
      { kind: "number", value: 1e300, format: "0.00%" },
      { kind: "text", text: "西湖支行" },
      { kind: "text", text: "000353" },
      { kind: "boolean", value: true },
      { kind: "boolean", value: false },
      { kind: "error", text: "#REF!" },
      { kind: "no-result", formula: "A1+1" },
    ]);
  });

  it("tells by its tag what a cell's number is: a figure, and not what shows a date or a time", () => {
    const column = new CellColumn(new TextStore());
    const formats = ["General", "yyyy/m/d", "0.00", "[h]:mm", "0.00%", "yyyy/m/d", "General"];
    for (const [index, format] of formats.entries()) column.addNumber(index + 0.5, format);
    column.addText("2020");
    column.addBlank();
    column.finish();
    const { tags, values, isFigure } = column.raw();
    expect(Array.from(tags, (tag, row) => (isFigure(tag) ? values[row] : "none"))).toEqual([
      0.5,
      "none",
      2.5,
      "none",
      4.5,
      "none",
      6.5,
      "none",
      "none",
    ]);
    expect(column.cell(1)).toEqual({ kind: "number", value: 1.5, format: "yyyy/m/d" });
  });

  it("tells words by number, and digits behind a word by the number that they are", () => {
    const column = new CellColumn(new TextStore());
    for (const text of ["是", "C0012", "否", "是", "12.50", "7"]) column.addText(text);
    column.finish();
    const { tags, values, wordTag, parts } = column.raw();
    expect(Array.from(tags, (tag) => tag === wordTag)).toEqual([true, false, true, true, false, false]);
    expect(values[0]).toBe(values[3]);
    expect(values[0]).not.toBe(values[2]);
    expect(parts(tags[0]!)).toBeUndefined();
    expect([parts(tags[1]!), values[1]]).toEqual([{ prefix: "C", digits: 4, decimals: 0 }, 12]);
    expect([parts(tags[4]!), values[4]]).toEqual([{ prefix: "", digits: 4, decimals: 2 }, 1250]);
    expect([parts(tags[5]!), values[5]]).toEqual([{ prefix: "", digits: 1, decimals: 0 }, 7]);
  });

  it("gives its cells at once however many chunks they fill", () => {
    const column = new CellColumn(new TextStore());
    for (let index = 0; index < 140_000; index++) column.addNumber(index, "General");
    column.finish();
    expect(column.raw().values).toEqual(Float64Array.from({ length: 140_000 }, (_, index) => index));
  });

  it("gives any text back as it was, however many there are", () => {
    const figure = fc.stringMatching(/^[-+¥C]{0,2}\d{0,17}\.?\d{0,4}$/);
    const any = fc.oneof(
      figure,
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "007", "-0.50", "5.", ".5", "1,234", "\ud800"),
    );
    fc.assert(
      fc.property(fc.array(any), (texts) => {
        const column = new CellColumn(new TextStore());
        for (const text of texts) column.addText(text);
        column.finish();
        expect(texts.map((_, index) => column.cell(index))).toEqual(texts.map((text) => ({ kind: "text", text })));
      }),
    );
  });

  it("copies a cell to another row, from one chunk to the next", () => {
    const column = new CellColumn(new TextStore());
    for (let index = 0; index < 70_000; index++) column.addText(`${index}`);
    column.finish();
    expect(column.length).toBe(70_000);
    column.copy(65_535, 65_536);
    column.copy(65_537, 10);
    expect([10, 65_535, 65_536, 65_537, 69_999].map((index) => column.cell(index))).toEqual(
      ["65537", "65535", "65535", "65537", "69999"].map((text) => ({ kind: "text", text })),
    );
    expect(column.isBlank(70_000)).toBe(true);
  });

  it("keeps texts apart beyond the words that it remembers", () => {
    const column = new CellColumn(new TextStore());
    const name = (index: number) =>
      `客户${String.fromCharCode(0x4e00 + (index % 20_000))}${"甲".repeat(index % 30)}${index}号`;
    for (let index = 0; index < 80_000; index++) column.addText(name(index));
    column.addText("长".repeat(1_000_000));
    column.addText(name(79_999));
    column.finish();
    for (const index of [0, 65_535, 65_536, 70_001, 79_999])
      expect(column.cell(index)).toEqual({ kind: "text", text: name(index) });
    expect(column.cell(80_000)).toEqual({ kind: "text", text: "长".repeat(1_000_000) });
    expect(column.cell(80_001)).toEqual({ kind: "text", text: name(79_999) });
  });

  it("knows more formats than there is room for only as General", () => {
    const column = new CellColumn(new TextStore());
    column.addNumber(1, "General");
    for (let index = 0; index < 33_000; index++) column.addNumber(index, `0"${index}"`);
    column.finish();
    expect(column.cell(1)).toMatchObject({ value: 0, format: '0"0"' });
    expect(column.cell(33_000)).toMatchObject({ value: 32_999, format: "General" });
  });
});

describe("TextPacker", () => {
  it.each(["1", "000353", "C00012", "-12.50", "0.1", "123456789012345", "客户000001", "¥1.00"])("packs %s", (text) => {
    const packer = new TextPacker();
    const tag = packer.tag(text);
    expect(tag).toBeGreaterThan(0);
    expect(packer.text(tag, packer.value)).toBe(text);
  });

  it.each(["", "甲", "1.", "1.2.3", "1,234.5", "12a", "1234567890123456", "abcdefghi1", "12%", "1 "])(
    "leaves %j",
    (text) => {
      expect(new TextPacker().tag(text)).toBe(0);
    },
  );

  it("has room for 127 prefixes", () => {
    const packer = new TextPacker();
    const tags = Array.from({ length: 130 }, (_, index) => packer.tag(`${String.fromCharCode(0x4e00 + index)}1`));
    expect(tags.filter((tag) => tag === 0)).toHaveLength(3);
  });
});

describe("RowNumbers", () => {
  it("finds the first data row at or below a row", () => {
    const numbers = new RowNumbers();
    for (const row of [3, 4, 7, 9]) numbers.add(row, row + 1);
    numbers.trim();
    expect([1, 3, 5, 7, 9, 10].map((row) => numbers.from(row))).toEqual([0, 0, 2, 2, 3, 4]);
    expect([numbers.row(2), numbers.line(2), numbers.row(9)]).toEqual([7, 8, 0]);
  });
});
