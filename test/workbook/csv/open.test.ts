import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../scripts/gb18030.js";
import { openCsv } from "../../../src/workbook/csv/open.ts";
import { defaultLimits, type Limits } from "../../../src/workbook/limits.ts";
import { chunked, Recorder } from "../recorder.ts";

async function read(bytes: Uint8Array | string, options = {}, sizes = [1 << 16], limits: Limits = defaultLimits) {
  const opened = await openCsv("a.csv", chunked(Buffer.from(bytes as Uint8Array), sizes), limits, options);
  const recorder = new Recorder();
  const end = await opened.workbook?.sheets[0]?.read(recorder);
  return { workbook: opened.workbook, rows: recorder.rows, diagnostics: end?.diagnostics ?? opened.diagnostics };
}

const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const mark = (...bytes: number[]) => Buffer.from(bytes);
const text = "工号,姓名\n001,张三\n";

describe("the encoding", () => {
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(text)]), "utf-8"],
    ["plain ASCII", Buffer.from("id,name\n001,Zhang\n"), "utf-8"],
    ["GB18030", encodeGb18030(text), "gb18030"],
    ["UTF-16 with a mark", Buffer.concat([mark(0xff, 0xfe), utf16le(text)]), "utf-16le"],
    ["UTF-16 without one", utf16le(text), "utf-16le"],
    ["big-endian UTF-16 with a mark", Buffer.concat([mark(0xfe, 0xff), utf16be(text)]), "utf-16be"],
    ["big-endian UTF-16 without one", utf16be(text), "utf-16be"],
  ])("%s is detected, whatever the chunks", async (name, bytes, encoding) => {
    for (const sizes of [[1], [3, 2], [1 << 16]]) {
      const { workbook, rows, diagnostics } = await read(bytes, {}, sizes);
      expect(workbook?.encoding).toBe(encoding);
      expect(diagnostics).toEqual([]);
      expect(rows.map((row) => row.cells)).toEqual(
        name === "plain ASCII"
          ? [
              { 0: "id", 1: "name" },
              { 0: "001", 1: "Zhang" },
            ]
          : [
              { 0: "工号", 1: "姓名" },
              { 0: "001", 1: "张三" },
            ],
      );
    }
  });

  it.each([
    ["two GBK characters that no frequency would tell", "工号\n甲\n"],
    ["GBK whose second bytes are ASCII letters and `|`", "|俊|镕|\n"],
  ])("short: %s", async (_name, short) => {
    const { workbook, rows } = await read(encodeGb18030(short), { delimiter: "," });
    expect(workbook?.encoding).toBe("gb18030");
    expect(rows.map((row) => row.cells[0])).toEqual(short.trim().split("\n"));
  });

  it("splits GBK at `|` by its characters, not its bytes", async () => {
    // The second byte of 東 is that of `|`.
    const lines = "姓名|机构\n東|西湖\n王|东湖\n";
    const { workbook, rows } = await read(encodeGb18030(lines));
    expect(workbook?.delimiter).toBe("|");
    expect(rows[1]?.cells).toEqual({ 0: "東", 1: "西湖" });
  });

  it.each([
    ["far down", "甲,乙\n".repeat(50_000), 50_001],
    ["early", "工号,姓名,机构,现等级\n001,张三,西湖,一级\n", 3],
  ])("one bad byte in UTF-8 is reported at its cell: %s", async (_name, good, line) => {
    const { workbook, diagnostics } = await read(Buffer.concat([Buffer.from(good), mark(0x31, 0x2c, 0xff, 0x0a)]));
    expect(workbook?.encoding).toBe("utf-8");
    expect(diagnostics).toMatchObject([
      { code: "workbook/undecodable", location: { cell: `B${line}`, line }, args: { encoding: "utf-8" } },
    ]);
  });

  it("GBK that is UTF-8 for a word is GBK", async () => {
    const { workbook, rows } = await read(encodeGb18030("联通\n联通\n移动\n"));
    expect(workbook?.encoding).toBe("gb18030");
    expect(rows.map((row) => row.cells[0])).toEqual(["联通", "联通", "移动"]);
  });

  it("says which cell has bytes that the named encoding does not have", async () => {
    const { diagnostics } = await read(encodeGb18030(text), { encoding: "utf-8" });
    expect(diagnostics).toMatchObject([
      { code: "workbook/undecodable", location: { file: "a.csv", cell: "A1", line: 1 }, args: { encoding: "utf-8" } },
    ]);
  });

  it("says which line of UTF-16 is broken", async () => {
    const bytes = Buffer.concat([mark(0xff, 0xfe), utf16le("甲,乙\n丙,丁\n"), mark(0x00, 0xdc), utf16le("戊\n")]);
    const { diagnostics } = await read(bytes);
    expect(diagnostics).toMatchObject([{ code: "workbook/undecodable", location: { file: "a.csv", line: 3 } }]);
  });

  it("takes the encoding that is named", async () => {
    const big5 = Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x0a]);
    const { workbook, rows } = await read(big5, { encoding: "Big5" });
    expect([workbook?.encoding, rows[0]?.cells[0]]).toEqual(["big5", "中文"]);
  });

  it("refuses an encoding that does not exist", async () => {
    const { workbook, diagnostics } = await read("a\n", { encoding: "gb3000" });
    expect(workbook).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "workbook/unknown-encoding", location: { file: "a.csv" }, args: { name: "gb3000" } },
    ]);
  });

  it("gives the SHA-256 of the file's bytes, its mark included", async () => {
    // printf '\357\273\277a\n' | sha256sum
    const { workbook } = await read(Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from("a\n")]), {}, [1]);
    expect(workbook?.sha256).toBe("be4fccb045869c7ad387b9081a44cfd495b37efc020da4b44542de0d980c747f");
  });
});

describe("the delimiter", () => {
  it.each([
    [",", "a,b,c\n1,2,3\n"],
    [";", "a;b;c\n1,5;2;3\n"],
    ["\t", "a\tb\n1,234.5\t2\n"],
    ["|", "a|b|c\n1|2|3\n"],
    [",", "one column\n1\n2\n"],
    [",", "2026年;三季度;存款\n单位:万元\na,b,c\n1,2,3\n4,5,6\n"],
    [";", '"x,y,z,w";b\n"1,2,3";4\n'],
    [";", "sep=;\na;b,c,d\n"],
  ])("%j in %j", async (delimiter, content) => {
    expect((await read(content)).workbook?.delimiter).toBe(delimiter);
  });

  it("takes the one that is named", async () => {
    const { rows } = await read("a:b,c\n", { delimiter: ":" });
    expect(rows[0]?.cells).toEqual({ 0: "a", 1: "b,c" });
  });
});

describe("records", () => {
  const cases: [name: string, content: string, rows: [number, number, Record<number, string>][]][] = [
    [
      "no line break at the end",
      "a,b\n1,2",
      [
        [1, 1, { 0: "a", 1: "b" }],
        [2, 2, { 0: "1", 1: "2" }],
      ],
    ],
    [
      "CRLF",
      "a,b\r\n1,2\r\n",
      [
        [1, 1, { 0: "a", 1: "b" }],
        [2, 2, { 0: "1", 1: "2" }],
      ],
    ],
    [
      "old Mac's CR",
      "a,b\r1,2\r",
      [
        [1, 1, { 0: "a", 1: "b" }],
        [2, 2, { 0: "1", 1: "2" }],
      ],
    ],
    [
      "blank cells and lines count, but are not sent",
      "a,,c\n\n,2,\n",
      [
        [1, 1, { 0: "a", 2: "c" }],
        [2, 2, {}],
        [3, 3, { 1: "2" }],
      ],
    ],
    ["blanks are kept", " a ,b\n", [[1, 1, { 0: " a ", 1: "b" }]]],
    ["quotes", 'a,"b,c","d""e"\n', [[1, 1, { 0: "a", 1: "b,c", 2: 'd"e' }]]],
    ["an empty quoted cell", '"",b\n', [[1, 1, { 1: "b" }]]],
    [
      "a line break in quotes",
      'a,"b\nc"\n"d\r\ne",f\nx,y\n',
      [
        [1, 1, { 0: "a", 1: "b\nc" }],
        [2, 3, { 0: "d\r\ne", 1: "f" }],
        [3, 5, { 0: "x", 1: "y" }],
      ],
    ],
    ["blanks around quotes", 'a, "b,c" ,d\n', [[1, 1, { 0: "a", 1: "b,c", 2: "d" }]]],
    [
      "quoted and plain lines in turn",
      '1,2\n"3",4\n5,6\n"7","8"\n',
      [
        [1, 1, { 0: "1", 1: "2" }],
        [2, 2, { 0: "3", 1: "4" }],
        [3, 3, { 0: "5", 1: "6" }],
        [4, 4, { 0: "7", 1: "8" }],
      ],
    ],
  ];
  it.each(cases)("%s", async (_name, content, expected) => {
    for (const sizes of [[1], [4, 1], [1 << 16]]) {
      const { rows, diagnostics } = await read(content, {}, sizes);
      expect(rows.map(({ number, line, cells }) => [number, line, cells])).toEqual(expected);
      expect(diagnostics).toEqual([]);
    }
  });

  it.each([
    ["an inch sign", 'x,y\n1,5"管\n2,3\n', { 0: "1", 1: '5"管' }, 2],
    ["a word in quotes at the start", 'x,y\n"甲"乙,2\n', { 0: '"甲"乙', 1: "2" }, 2],
    ["two inch signs, a proper quote after them", 'x,y\n5"管,6"\n"a,b",c\n', { 0: '5"管', 1: '6"' }, 2],
  ])("a stray quote is a character, and said: %s", async (_name, content, cells, line) => {
    const { rows, diagnostics } = await read(content);
    expect(rows[1]?.cells).toEqual(cells);
    expect(rows).toHaveLength(content.trim().split("\n").length);
    expect(diagnostics).toMatchObject([{ code: "workbook/stray-quote", location: { cell: "A2", line } }]);
  });

  it.each([
    ["at the end of the file", 'a,b\n1,"2\n3,4\n', "B2", 2],
    ["before another quote", 'a,b\n"1,2\n3,4\n"5",6\n7,8\n', "A2", 2],
    ["in a record of several lines", 'a,b\n"1\n1","2\n3,4\n', "B2", 3],
    ["after a line that only looks even", 'a,b\n1"x,"y\n3,4\n', "B2", 2],
    ["far from the end", `a,b\n1,"2\n${"3,4\n".repeat(400_000)}`, "B2", 2],
  ])("an unclosed quote is reported where it opened: %s", async (_name, content, cell, line) => {
    const { diagnostics } = await read(content);
    expect(diagnostics.at(-1)).toMatchObject({
      code: "workbook/unclosed-quote",
      location: { file: "a.csv", cell, line },
      args: { line },
    });
  });

  it.each([
    ["text-too-long", { textLength: 5 }, "ok,12345\nab,123456\n", { cell: "B2", line: 2 }],
    ["too-many-columns", { columns: 2 }, "a,b\n1,2,3\n", { cell: "C2", line: 2 }],
    ["too-many-cells", { cells: 3 }, "a,b\n1,2\n", { cell: "B2", line: 2 }],
  ])("beyond a limit: %s", async (code, limits, content, location) => {
    const { diagnostics } = await read(content, {}, [1 << 16], { ...defaultLimits, ...limits });
    expect(diagnostics).toMatchObject([{ code: `workbook/${code}`, location }]);
  });

  it("refuses a line without end", async () => {
    const { diagnostics } = await read(Buffer.alloc(33 * 2 ** 20, 0x61));
    expect(diagnostics).toMatchObject([{ code: "workbook/endless-line" }]);
  });

  it("agrees with csv-parse on whatever is properly quoted, whatever the chunks", async () => {
    const field = fc.stringMatching(/^[ab工,"\n 1.]{0,6}$/);
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    const quoted = (value: string) => (/[",\n]|^ | $/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (records, sizes) => {
        const content = records.map((record) => `${record.map(quoted).join(",")}\n`).join("");
        const { rows, diagnostics } = await read(content, { delimiter: "," }, sizes);
        const expected = (parse(content, { relax_column_count: true }) as string[][]).map((record) =>
          Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "")),
        );
        expect(rows.map((row) => row.cells)).toEqual(expected);
        expect(diagnostics).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
