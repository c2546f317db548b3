import { describe, expect, it } from "vitest";
import { book, cellsOf, readBook, type Seen } from "./book.ts";

const texts =
  "<si><t>客户经理</t></si>" +
  '<si><t xml:space="preserve"> a </t></si>' +
  "<si><r><t>合</t></r><r><rPr><b/></rPr><t>计</t></r></si>" +
  "<si><t>東京</t><rPh sb='0' eb='2'><t>とうきょう</t></rPh><phoneticPr fontId='1'/></si>" +
  "<si><t>a_x000D_b_x005F_x0041_</t></si>" +
  "<si><t>R&amp;D &lt;1&gt; &#24037;&#x53f7;</t></si>" +
  "<si/><si><t/></si>" +
  "<si><t>__proto__</t></si>";
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/><numFmt numFmtId="57" formatCode="yyyy.m"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="14"/><xf/><xf numFmtId="999"/></cellXfs>';

const one = (cell: string): string => `<row r="1">${cell}</row>`;

describe("one cell, in each form", () => {
  it.each<[string, string, Seen | undefined]>([
    ["number", '<c r="A1"><v>42</v></c>', ["number", 42, "General"]],
    ["number, typed", '<c r="A1" t="n"><v>-0.5</v></c>', ["number", -0.5, "General"]],
    ["17 digits", '<c r="A1"><v>0.14999999999999999</v></c>', ["number", 0.15, "General"]],
    [
      "a double that is not 0.58",
      '<c r="A1"><v>0.57999999999999996</v></c>',
      ["number", 0.57999999999999996, "General"],
    ],
    ["exponent", '<c r="A1"><v>1.2345E+17</v></c>', ["number", 123450000000000000, "General"]],
    ["tiny", '<c r="A1"><v>-4.9406564584124654E-324</v></c>', ["number", -5e-324, "General"]],
    ["22 decimals", '<c r="A1"><v>0.0000000000000000000001</v></c>', ["number", 1e-22, "General"]],
    ["blanks around", '<c r="A1"><v> 7 </v></c>', ["number", 7, "General"]],
    ["no number", '<c r="A1"><v>1,5</v></c>', ["text", "1,5"]],
    ["not a number", '<c r="A1"><v>NaN</v></c>', ["text", "NaN"]],
    ["beyond doubles", '<c r="A1"><v>1e999</v></c>', ["text", "1e999"]],
    ["hexadecimal", '<c r="A1"><v>0x10</v></c>', ["text", "0x10"]],
    ["only a point", '<c r="A1"><v>.</v></c>', ["text", "."]],
    ["percent format", '<c r="A1" s="1"><v>0.985</v></c>', ["number", 0.985, "0.00%"]],
    ["own format", '<c r="A1" s="2"><v>1</v></c>', ["number", 1, '0.00"万元"']],
    ["built-in Chinese date", '<c r="A1" s="3"><v>46295</v></c>', ["number", 46295, 'yyyy"年"m"月"d"日"']],
    ["own format of a built-in number", '<c r="A1" s="4"><v>1</v></c>', ["number", 1, "yyyy.m"]],
    ["short date", '<c r="A1" s="5"><v>1</v></c>', ["number", 1, "yyyy/m/d"]],
    ["style without a format", '<c r="A1" s="6"><v>1</v></c>', ["number", 1, "General"]],
    ["format that is not there", '<c r="A1" s="7"><v>1</v></c>', ["number", 1, "General"]],
    ["style that is not there", '<c r="A1" s="99"><v>1</v></c>', ["number", 1, "General"]],
    ["shared string", '<c r="A1" t="s"><v>0</v></c>', ["text", "客户经理"]],
    ["blanks kept", '<c r="A1" t="s"><v>1</v></c>', ["text", " a "]],
    ["rich text", '<c r="A1" t="s"><v>2</v></c>', ["text", "合计"]],
    ["pronunciation left out", '<c r="A1" t="s"><v>3</v></c>', ["text", "東京"]],
    ["escapes", '<c r="A1" t="s"><v>4</v></c>', ["text", "a\rb_x0041_"]],
    ["entities", '<c r="A1" t="s"><v>5</v></c>', ["text", "R&D <1> 工号"]],
    ["empty shared item", '<c r="A1" t="s"><v>6</v></c>', undefined],
    ["empty shared string", '<c r="A1" t="s"><v>7</v></c>', undefined],
    ["a name like any other", '<c r="A1" t="s"><v>8</v></c>', ["text", "__proto__"]],
    ["inline", '<c r="A1" t="inlineStr"><is><t>工号</t></is></c>', ["text", "工号"]],
    ["inline, by references", '<c r="A1" t="inlineStr"><is><t>&#24037;&#21495;</t></is></c>', ["text", "工号"]],
    ["inline, beyond the plane", '<c r="A1" t="inlineStr"><is><t>&#x20BB7;𠮷</t></is></c>', ["text", "𠮷𠮷"]],
    ["inline, blanks kept", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>', ["text", " a"]],
    [
      "inline, rich",
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      ["text", "ab"],
    ],
    ["inline, empty", '<c r="A1" t="inlineStr"><is><t></t></is></c>', undefined],
    ["inline, nothing", '<c r="A1" t="inlineStr"></c>', undefined],
    ["inline, in a value", '<c r="A1" t="inlineStr"><v>a</v></c>', ["text", "a"]],
    ["line ends", '<c r="A1" t="inlineStr"><is><t>a\r\nb\rc\nd&#13;</t></is></c>', ["text", "a\nb\nc\nd\r"]],
    ["CDATA", '<c r="A1" t="inlineStr"><is><t>a<![CDATA[<b>&]]>c</t></is></c>', ["text", "a<b>&c"]],
    ["text result", '<c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c>', ["text", "yx"]],
    ["empty text result", '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
    ["text result with escapes", '<c r="A1" t="str"><f>A2</f><v>a_x000A_b</v></c>', ["text", "a\nb"]],
    ["number result", '<c r="A1"><f>1+1</f><v>2</v></c>', ["number", 2, "General"]],
    ["no result", '<c r="A1"><f>SUM(B1:B9)</f></c>', ["noResult", "SUM(B1:B9)"]],
    ["no result, empty value", '<c r="A1"><f>B1&lt;2</f><v></v></c>', ["noResult", "B1<2"]],
    ["no result, closed value", '<c r="A1" t="n"><f>B1</f><v/></c>', ["noResult", "B1"]],
    ["no text result", '<c r="A1" t="str"><f>B1</f></c>', ["noResult", "B1"]],
    ["formula of a table", '<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c>', ["number", 3, "General"]],
    ["true", '<c r="A1" t="b"><v>1</v></c>', ["boolean", true]],
    ["false, in a word", '<c r="A1" t="b"><v>false</v></c>', ["boolean", false]],
    ["no boolean", '<c r="A1" t="b"><v>2</v></c>', ["text", "2"]],
    ["error", '<c r="A1" t="e"><v>#REF!</v></c>', ["error", "#REF!"]],
    ["error result", '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ["error", "#DIV/0!"]],
    ["ISO date", '<c r="A1" s="5" t="d"><v>2026-09-30T00:00:00</v></c>', ["text", "2026-09-30T00:00:00"]],
    ["blank", '<c r="A1" s="1"/>', undefined],
    ["blank, with an end tag", '<c r="A1" s="1"></c>', undefined],
    ["blank value", '<c r="A1"><v></v></c>', undefined],
    ["single quotes", "<c r='A1' t='b'><v>0</v></c>", ["boolean", false]],
    ["small letters", '<c r="a1"><v>1</v></c>', ["number", 1, "General"]],
    ["attributes on lines", '<c\n r="A1"\n s="1"><v>1</v></c>', ["number", 1, "0.00%"]],
    ["a comment in it", '<c r="A1"><!-- <v>9</v></row> --><v>1</v></c>', ["number", 1, "General"]],
    ["an instruction in it", '<c r="A1"><?x </row>?><v>1</v></c>', ["number", 1, "General"]],
    ["metadata", '<c r="A1" cm="1" vm="2" ph="1"><v>1</v></c>', ["number", 1, "General"]],
    [
      "extensions",
      '<c r="A1"><v>1</v><extLst><ext uri="x"><v>2</v><t>y</t></ext></extLst></c>',
      ["number", 1, "General"],
    ],
  ])("%s", async (_, cell, expected) => {
    const want = expected ? { A1: expected, B1: ["boolean", true] } : { B1: ["boolean", true] };
    expect(await cellsOf(one(`${cell}<c r="B1" t="b"><v>1</v></c>`), { texts, styles })).toEqual(want);
  });
});

describe("places", () => {
  it("counts cells and rows that do not say where they are", async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const number = (value: number) => ["number", value, "General"];
    expect(await cellsOf(rows)).toEqual({ A1: number(1), D1: number(2), E1: number(3), A7: number(4), A8: number(5) });
  });

  it("reads the last cell that a sheet can have, and a million empty rows, without holding them", async () => {
    const empty = Array.from({ length: 1000 }, (_, i) => `<row r="${i + 2}"/>`).join("");
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`;
    const { sheets } = await readBook(book({ rows }));
    expect(sheets[0]!.rows).toEqual([1, 1048576]);
    expect(sheets[0]!.cells).toEqual({ A1: ["number", 1, "General"], XFD1048576: ["number", 2, "General"] });
  });

  it("says which rows are hidden, and does not send rows without a cell", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="true" ht="0"><c r="B3" t="b"><v>1</v></c></row>' +
      '<row r="4" hidden="0"><c r="A4"><v>1</v></c></row><row r="5" hidden="1"/><row r="6"><c r="A6" s="1"/></row>' +
      "<row r='7' hidden='1'><c r='A7'><v>1</v></c></row>";
    expect((await readBook(book({ rows }))).sheets[0]!.rows).toEqual([1, [2], [3], 4, [7]]);
  });

  it("gives merged ranges, hidden columns and the date system", async () => {
    const { sheets } = await readBook(
      book({
        head: '<cols><col min="1" max="2" width="9"/><col min="3" max="4" width="0" hidden="1"/><col min="6" max="6" hidden="true"/></cols>',
        rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
        tail: '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$3:$B$9"/></mergeCells>',
        workbookPr: '<workbookPr date1904="1"/>',
      }),
    );
    expect(sheets[0]!.end).toEqual({
      merges: [
        { top: 1, left: 0, bottom: 1, right: 2 },
        { top: 3, left: 1, bottom: 9, right: 1 },
      ],
      hiddenColumns: [2, 3, 5],
      date1904: true,
      diagnostics: [],
    });
  });
});

describe("shared formulas", () => {
  it("shows a child without a result its own references", async () => {
    const rows =
      '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+SUM(B1:B2)&amp;"A1"+\'A1\'!A1+LOG10(A1)</f><v>1</v></c></row>' +
      '<row r="2"><c r="C2"><f t="shared" si="0"/></c></row>' +
      '<row r="3"><c r="D3"><f t="shared" si="0"></f><v></v></c><c r="E3"><f t="shared" si="9"/></c><c r="F3"><f t="shared" si="0"/><v>5</v></c></row>';
    expect(await cellsOf(rows)).toEqual({
      C1: ["number", 1, "General"],
      C2: ["noResult", "A2*$B$1+SUM(B2:B3)&\"A1\"+'A1'!A2+LOG10(A2)"],
      D3: ["noResult", "B3*$B$1+SUM(C3:C4)&\"A1\"+'A1'!B3+LOG10(B3)"],
      E3: ["noResult", ""],
      F3: ["number", 5, "General"],
    });
  });
});
