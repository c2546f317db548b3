import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { type CellContext, CellWriter } from "../../../src/workbook/xlsx/cell-writer.ts";
import { Refusal } from "../../../src/workbook/xlsx/refusal.ts";
import { SharedTexts } from "../../../src/workbook/xlsx/shared-texts.ts";
import { SheetHandler } from "../../../src/workbook/xlsx/sheet-handler.ts";
import { readSheetPart } from "../../../src/workbook/xlsx/sheet-part.ts";
import { XmlReader } from "../../../src/workbook/xlsx/xml.ts";
import { recorder, worksheet } from "./book.ts";

const formats = ["General", "0.00%", "yyyy/m/d"];

function context(): CellContext {
  const texts = new SharedTexts();
  for (const text of ["甲", "乙", "", " c "]) texts.addText(text);
  return { file: "a.xlsx", limits: { ...defaultLimits, textLength: 40 }, texts, formats, cells: 0 };
}

/** Everything that a reading tells, or the code with which it was refused. */
type Told = { rows: unknown; cells: unknown; merges: unknown } | { refused: string };

function told(rows: unknown, cells: object, merges: unknown): Told {
  return { rows, cells: Object.entries(cells), merges };
}

function refused(error: unknown): Told {
  if (error instanceof Refusal) return { refused: error.diagnostic.code };
  throw error;
}

/** Both lanes, the bytes coming in chunks of these sizes. */
async function readBoth(xml: Buffer, sizes: readonly number[]): Promise<Told> {
  const { sink, rows, cells } = recorder();
  const ascii = (column: number, source: Buffer, from: number, to: number) =>
    sink.text(column, source.toString("ascii", from, to));
  // Every other time into a sink that takes texts of ASCII as bytes.
  const into = sizes.length % 2 === 0 ? sink : { ...sink, ascii };
  async function* chunks() {
    for (let at = 0, i = 0; at < xml.length; i++) {
      const size = sizes[i % sizes.length]!;
      yield xml.subarray(at, at + size);
      at += size;
    }
  }
  try {
    const { merges } = await readSheetPart(chunks(), "sheet1.xml", "s", context(), into);
    return told(rows, cells, merges);
  } catch (error) {
    return refused(error);
  }
}

/** saxes alone. */
function readSlow(xml: Buffer): Told {
  const { sink, rows, cells } = recorder();
  const handler = new SheetHandler("a.xlsx", "sheet1.xml", new CellWriter("s", context(), sink), defaultLimits);
  try {
    const reader = new XmlReader("a.xlsx", "s", "sheet1.xml", handler);
    reader.write(xml);
    reader.end();
    return told(rows, cells, handler.merges);
  } catch (error) {
    return refused(error);
  }
}

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value.toPrecision(17)),
  fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom(
    "0",
    "-0",
    "007",
    "5.",
    ".5",
    "-.5",
    ".",
    "-",
    "",
    "1e5",
    "1E+300",
    "1e999",
    "--1",
    "+1",
    " 1",
    "1 2",
    "NaN",
    "1,5",
  ),
);
const plainTexts = [
  "工号",
  "a",
  " ",
  "&amp;&lt;",
  "&#24037;",
  "&#x20BB7;",
  "&#13;",
  "a\r\nb\rc",
  "_x000D_",
  "_x005F_x0041_",
  "(),:",
  "]]&gt;",
  ">",
  "'\"",
];
const markedTexts = ["<![CDATA[<c>]]>", "<!-- </row> -->", "<?pi </row>?>"];
const refusedTexts = ["&nope;", "&", "]]>", "\u0001", "\uFFFE", "&#0;", "x".repeat(41)];
const text = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...plainTexts) },
  { weight: 4, arbitrary: fc.constantFrom(...markedTexts) },
  { weight: 1, arbitrary: fc.constantFrom(...refusedTexts) },
  { weight: 20, arbitrary: fc.string({ maxLength: 12 }).map((value) => value.replace(/[<&]/g, "?")) },
);
const texts = fc.array(text, { maxLength: 4 }).map((pieces) => pieces.join(""));
const style = fc.constantFrom("", "", ' s="1"', ' s="2"', ' s="99"', ' s=""', " s='1'", ' s="x"', ' s = "1"');
const sharedIndex = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom("0", "1", "2", "3", "01", "", " 1") },
  { weight: 1, arbitrary: fc.constantFrom("9", "x", "99999999999") },
);
const place = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom("in", "in", "in", "in", "none", "small", "single") },
  { weight: 1, arbitrary: fc.constantFrom("back", "row") },
);
const content = fc.oneof(
  { weight: 4, arbitrary: number.map((value) => ["", `<v>${value}</v>`] as const) },
  { weight: 1, arbitrary: number.map((value) => [' t="n"', `<v>${value}</v>`] as const) },
  { weight: 3, arbitrary: sharedIndex.map((value) => [' t="s"', `<v>${value}</v>`] as const) },
  { weight: 2, arbitrary: texts.map((value) => [' t="str"', `<v>${value}</v>`] as const) },
  { weight: 3, arbitrary: texts.map((value) => [' t="inlineStr"', `<is><t>${value}</t></is>`] as const) },
  {
    weight: 1,
    arbitrary: texts.map((value) => [' t="inlineStr"', `<is><t xml:space="preserve">${value}</t></is>`] as const),
  },
  {
    weight: 1,
    arbitrary: texts.map(
      (value) =>
        [
          ' t="inlineStr"',
          `<is><r><rPr><b/></rPr><t>a</t></r><r><t>${value}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>`,
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("0", "1", "true", "01", "2", "").map((value) => [' t="b"', `<v>${value}</v>`] as const),
  },
  { weight: 1, arbitrary: texts.map((value) => [' t="e"', `<v>${value}</v>`] as const) },
  { weight: 1, arbitrary: texts.map((value) => [' t="d"', `<v>${value}</v>`] as const) },
  { weight: 1, arbitrary: fc.constant([' t="odd"', "<v>1</v>"] as const) },
  { weight: 1, arbitrary: fc.constant(["", "<v/>"] as const) },
  { weight: 1, arbitrary: fc.constant(["", ""] as const) },
);
const formula = fc.oneof(
  { weight: 5, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: texts.map((value) => `<f>${value}</f>`) },
  { weight: 1, arbitrary: texts.map((value) => `<f t="shared" ref="A1:B9" si="0">A1+${value}</f>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<f t="shared" si="0"/>',
      "<f/>",
      "<f></f>",
      '<f t="array" ref="A1">1</f>',
      "<f ca='1'>A1</f>",
    ),
  },
);
const blank = fc.constantFrom("", "", "", "", "\n  ", "<!-- x -->", "<?pi?>");
const cell = fc
  .tuple(fc.nat(30), place, style, content, formula, blank, fc.boolean())
  .map(([step, place, styled, [type, value], form, between, closed]) => ({
    step,
    place,
    styled,
    type,
    value,
    form,
    between,
    closed,
  }));
const row = fc.record({
  step: fc.constantFrom(0, 0, 0, 1, 5),
  start: fc.constantFrom("<row", "<row", "<row", "<row", "<row\n", "<row "),
  numbered: fc.boolean(),
  more: fc.constantFrom(
    "",
    "",
    ' spans="1:9"',
    ' hidden="1"',
    ' hidden="0"',
    ' hidden="true"',
    " hidden='1'",
    ' x14ac:dyDescent="0.25"',
    ' note="1&lt;2"',
    ' note="a>b"',
  ),
  cells: fc.array(cell, { maxLength: 6 }),
  between: blank,
});
const rows = fc.array(row, { maxLength: 8 }).map((list) => {
  let number = 0;
  return list
    .map((one) => {
      number += 1 + (one.numbered ? one.step : 0);
      let column = 0;
      const cells = one.cells.map((at) => {
        column += at.place === "none" ? 1 : 1 + at.step;
        const name = `${letters(column)}${number}`;
        const reference = {
          in: ` r="${name}"`,
          none: "",
          small: ` r="${name.toLowerCase()}"`,
          single: ` r='${name}'`,
          back: ` r="A${number}"`,
          row: ` r="${name}0"`,
        }[at.place];
        const inside = at.form + at.between + at.value;
        return inside === "" && at.closed
          ? `<c${reference}${at.styled}${at.type}/>`
          : `<c${reference}${at.styled}${at.type}>${inside}</c>`;
      });
      return `${one.start}${one.numbered ? ` r="${number}"` : ""}${one.more}>${cells.join(one.between)}</row>${one.between}`;
    })
    .join("");
});

function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
const head = '<sheetPr/><!-- <sheetData><row r="9"> --><cols><col min="1" max="1" hidden="1"/></cols>';
const tail = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';

describe("the scanner and saxes", () => {
  it("tell the same of any sheet, however its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(rows, sizes, async (data, cuts) => {
        const xml = Buffer.from(worksheet(data, head, tail).replace("<worksheet", '<worksheet xmlns:x14ac="x"'));
        expect(await readBoth(xml, cuts)).toEqual(readSlow(xml));
      }),
      { numRuns: 200 },
    );
  });

  it("tell the same of a sheet whose elements have a prefix", async () => {
    const prefixed = (xml: string) =>
      xml
        .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
        .replace("xmlns=", "xmlns:x=")
        .replaceAll("<![CDATA[<x:", "<![CDATA[<x:y><x:");
    await fc.assert(
      fc.asyncProperty(rows, sizes, async (data, cuts) => {
        const xml = Buffer.from(prefixed(worksheet(data, head, tail)));
        expect(await readBoth(xml, cuts)).toEqual(readSlow(xml));
      }),
      { numRuns: 200 },
    );
  });

  it("tell the same of a damaged sheet that saxes still reads, and both refuse or read what it refuses", async () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("<", ">", '"', " ", "/", "c", "r", "v", "1", "\0", "&", "</row>", "<row>", ""),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    await fc.assert(
      fc.asyncProperty(rows, damage, sizes, async (data, changes, cuts) => {
        let text = worksheet(data, head, tail);
        for (const [at, piece] of changes) {
          const from = at % text.length;
          text = text.slice(0, from) + piece + text.slice(from + 1);
        }
        const xml = Buffer.from(text);
        const slow = readSlow(xml);
        const both = await readBoth(xml, cuts);
        if (!("refused" in slow)) expect(both).toEqual(slow);
      }),
      { numRuns: 200 },
    );
  });

  it("change over inside a row and back after it", async () => {
    const odd = '<c r="B2"><!-- --><v>2</v></c>';
    const data = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c>${odd}<c r="C2"><v>3</v></c></row><row r="3"><c r="A3"><v>4</v></c></row>`;
    expect(await readBoth(Buffer.from(worksheet(data)), [10_000])).toEqual({
      rows: [1, [2], 3],
      cells: [
        ["A1", ["number", 1, "General"]],
        ["A2", ["number", 1, "General"]],
        ["B2", ["number", 2, "General"]],
        ["C2", ["number", 3, "General"]],
        ["A3", ["number", 4, "General"]],
      ],
      merges: [],
    });
  });

  it.each([
    [
      "a row in a comment",
      '<row r="1"/><!-- <row r="2"><c r="A2"><v>1</v></c></row><row r="3"/> --><row r="4"><c r="A4"><v>1</v></c></row>',
    ],
    [
      "a row in a comment in a row",
      '<row r="1"><!-- </row><row r="2"><c r="A2"><v>1</v></c></row> --><c r="A1"><v>1</v></c></row>',
    ],
    [
      "a row in CDATA",
      '<row r="1"><c r="A1" t="str"><v><![CDATA[</v></c></row><row r="2"></row>]]></v></c></row><row r="3"/>',
    ],
    ["an end tag with a blank", '<row r="1"><c r="A1"><v>1</v></c></row ><row r="2"><c r="A2"><v>1</v></c></row>'],
    [
      "another element between rows",
      '<other><row r="1"><c r="A1"><v>9</v></c></row></other><row r="2"><c r="A2"><v>1</v></c></row>',
    ],
  ])("agree on %s", async (_, data) => {
    const xml = Buffer.from(worksheet(data));
    for (const size of [1, 7, 10_000]) expect(await readBoth(xml, [size])).toEqual(readSlow(xml));
  });
});
