import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../scripts/gb18030.js";
import { see } from "../seen.ts";

const page = (body: string, head = "") => Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`);
const table = (rows: string) => page(`<table>${rows}</table>`);
const cellsOf = async (bytes: Uint8Array) => (await see("a.xls", bytes)).sheets.map(({ cells }) => cells);

describe("a page of HTML", () => {
  it.each<[string, string, Record<string, unknown>]>([
    ["cells by their text", "<tr><th>工号</th><td> 001 234\n </td></tr>", { A1: "工号", B1: "001 234" }],
    ["nothing closed", "<tr><td>a<td>b<tr><td>c", { A1: "a", B1: "b", A2: "c" }],
    ["cells without a row", "<td>a</td><td>b</td>", { A1: "a", B1: "b" }],
    ["blank cells, as &nbsp; too", "<tr><td></td><td>&nbsp;</td><td>x</td></tr>", { C1: "x" }],
    ["entities and marks within", "<tr><td>A&amp;B <b>&lt;丙&gt;</b>&#20013;</td></tr>", { A1: "A&B <丙>中" }],
    ["line breaks", "<tr><td>一<br>二<p>三</p></td></tr>", { A1: "一\n二\n三" }],
    ["no script, no style", "<tr><td>a<script>alert('b')</script><style>.c{}</style></td></tr>", { A1: "a" }],
    ["no key to sort by that is not shown", '<tr><td><span style="display:none">0012</span>12</td></tr>', { A1: "12" }],
    ["sections", "<thead><tr><td>h</tr></thead><tbody><tr><td>1</tr></tbody>", { A1: "h", A2: "1" }],
    ["a table within a cell, apart", "<tr><td>外<table><tr><td>内</td></tr></table>边</td></tr>", { A1: "外边" }],
  ])("%s", async (_, rows, expected) => {
    expect((await cellsOf(table(rows)))[0]).toEqual(expected);
  });

  it("lays cells out around those that span columns and rows, and tells them as merged ranges", async () => {
    const { sheets } = await see(
      "a.xls",
      table(
        '<tr><td rowspan="2">机构</td><td colspan="2">存款</td><td rowspan=2>备注</td></tr>' +
          "<tr><td>本年</td><td>上年</td></tr><tr><td rowspan=3>西湖</td><td>1</td><td>2</td></tr><tr><td>3</td></tr>",
      ),
    );
    expect(sheets[0]?.cells).toEqual({
      A1: "机构",
      B1: "存款",
      D1: "备注",
      B2: "本年",
      C2: "上年",
      A3: "西湖",
      B3: "1",
      C3: "2",
      B4: "3",
    });
    expect(sheets[0]?.end.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
      { top: 3, left: 0, bottom: 5, right: 0 },
    ]);
  });

  it.each<[string, string, unknown]>([
    ["Excel's number", '<td x:num="1234.5678">1,234.57</td>', 1234.5678],
    ["Excel's number as it is shown", "<td x:num>12</td>", 12],
    ["with the format of its class", '<td class="xl65 b" x:num="0.985">98.5%</td>', [0.985, "0.0%"]],
    [
      "with a name for its format",
      "<td style='mso-number-format:\"Short Date\"' x:num=46295>x</td>",
      [46_295, "yyyy/m/d"],
    ],
    ["with an escaped format", '<td class=xl66 x:num="46295">x</td>', [46_295, 'yyyy"年"m"月"']],
    ["that is none after all", "<td x:num>约12</td>", "约12"],
    ["Excel's text", '<td x:str="001">1</td>', "001"],
    ["Excel's boolean", '<td x:bool="TRUE">是</td>', true],
    ["Excel's error", '<td x:err="#REF!">#REF!</td>', { error: "#REF!" }],
    ["LibreOffice's number", '<td sdval="0.985" sdnum="2052;0;0.00%">98.50%</td>', [0.985, "0.00%"]],
    ["LibreOffice's text of digits", '<td sdnum="2052;0;@">001234</td>', "001234"],
    ["SheetJS's number", '<td data-t="n" data-v="1.5" data-z="0.0">1.5</td>', [1.5, "0.0"]],
    ["a text with a style for text", "<td style=\"mso-number-format:'\\@'\">001234</td>", "001234"],
  ])("takes the exact value where the writer put it beside: %s", async (_, cell, expected) => {
    const style =
      '<style><!-- .xl65 {mso-number-format:"0\\.0%";} td.xl66{mso-number-format:"yyyy\\0022年\\0022m\\0022月\\0022"} --></style>';
    expect((await cellsOf(page(`<table><tr>${cell}</tr></table>`, style)))[0]).toEqual({ A1: expected });
  });

  it("several tables are several sheets; text above one is its first rows", async () => {
    const { sheets } = await see(
      "a.xls",
      page("<h1>存款明细</h1><p>单位:万元<table><tr><td>a</table><table></table><p>贷款<table><tr><td>b</table>以上"),
    );
    expect(sheets.map(({ name, cells }) => [name, cells])).toEqual([
      ["#1", { A1: "存款明细", A2: "单位:万元", A3: "a" }],
      ["#2", { A1: "贷款", A2: "b" }],
    ]);
  });

  it("has the names that Excel gives its sheets", async () => {
    const sheet = (name: string, more = "") => `<x:ExcelWorksheet><x:Name>${name}</x:Name>${more}</x:ExcelWorksheet>`;
    const xml = sheet("存&amp;款") + sheet("旧", "<x:Visible>SheetHidden</x:Visible>");
    const head = `<!--[if gte mso 9]><xml><x:ExcelWorkbook>${xml}<x:Date1904/></x:ExcelWorkbook></xml><![endif]-->`;
    const { sheets } = await see("a.xls", page("<table><tr><td>a</table><table><tr hidden><td>b</table>", head));
    expect(sheets.map(({ name, state, hiddenRows, end }) => [name, state, hiddenRows, end.date1904])).toEqual([
      ["存&款", "visible", [], true],
      ["旧", "hidden", [1], true],
    ]);
  });

  const gbk = (meta: string) => encodeGb18030(`<html><meta charset="${meta}"><table><tr><td>工号</table>`);
  it.each<[string, Uint8Array, string]>([
    ["as its meta says", gbk("gb2312"), "gb18030"],
    ["against what its meta says", gbk("utf-8"), "gb18030"],
    ["whatever is not known", gbk("x-unknown"), "gb18030"],
    [
      "UTF-8 against its meta",
      Buffer.from("<html><meta charset=gb2312><table><tr><td>工号</td><td>本年日均存款余额"),
      "utf-8",
    ],
    ["its mark first", Buffer.from("\ufeff<meta charset=gbk><table><tr><td>工号</table>"), "utf-8"],
    ["UTF-16", Buffer.from("\ufeff<table><tr><td>工号</table>", "utf16le"), "utf-16le"],
    [
      "Big5",
      Buffer.concat([Buffer.from("<meta charset=big5><table><tr><td>"), Buffer.from("a475b8b9", "hex")]),
      "big5",
    ],
  ])("is decoded %s", async (_, bytes, encoding) => {
    const seen = await see("a.xls", bytes);
    expect([seen.encoding, seen.sheets[0]?.cells.A1]).toEqual([encoding, encoding === "big5" ? "工號" : "工号"]);
  });

  it("is decoded as the user says", async () => {
    expect((await see("a.html", gbk("utf-8"), {}, { encoding: "gbk" })).codes).toEqual([]);
    expect((await see("a.html", gbk("gbk"), {}, { encoding: "utf-8" })).codes).toEqual(["undecodable"]);
    expect((await see("a.html", gbk("gbk"), {}, { encoding: "utf-9" })).codes).toEqual(["unknown-encoding"]);
  });

  it("that LibreOffice wrote has the values of the workbook", async () => {
    const { sheets, codes } = await see("存款.xls", readFileSync("fixtures/odd/存款网页.xls"));
    expect(codes).toEqual(["not-as-named"]);
    expect(sheets[0]?.cells).toMatchObject({
      A4: "001234",
      C4: 1234.56,
      D5: [0.58, "0.00%"],
      E4: [46_295, 'YYYY"年"M"月"D"日"'],
      D4: 0.3,
    });
  });
});

describe("a page that is no table, or more than one can be", () => {
  const spans = (count: number, span: string) => table(`<tr><td ${span}>a</td></tr>`.repeat(count));
  it.each<[string, Uint8Array, Parameters<typeof see>[2], string]>([
    ["a login page", page("<form><input name=user></form>"), {}, "no-table"],
    ["tables without a cell", page("<table><tr><td></table>"), {}, "no-table"],
    ["too large", table("<tr><td>a"), { heldBytes: 20 }, "old-too-large"],
    ["elements in elements without end", page("<div>".repeat(2000)), {}, "damaged"],
    ["too many columns", table(`<tr>${"<td colspan=1000>a".repeat(20)}`), {}, "too-many-columns"],
    [
      "spans that ask for more places than cells may be",
      spans(50, "colspan=1000"),
      { cells: 10_000 },
      "too-many-cells",
    ],
    ["too many merged cells", spans(3, "colspan=2"), { merges: 2 }, "too-many-merges"],
    ["a long text", table(`<tr><td>${"x".repeat(40_000)}`), {}, "text-too-long"],
  ])("%s", async (_, bytes, limits, code) => {
    expect((await see("a.html", bytes, limits)).codes).toEqual([code]);
  });
});
