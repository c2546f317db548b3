import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../scripts/gb18030.js";
import { isPlainData } from "../../../src/workbook/build/plain-data.ts";
import { CellDecoder } from "../../../src/workbook/csv/cell-decoder.ts";
import { openCsv } from "../../../src/workbook/csv/open.ts";
import { type RecordBatch, sendEach } from "../../../src/workbook/csv/record-batch.ts";
import { RecordScanner } from "../../../src/workbook/csv/record-scanner.ts";
import { defaultLimits, type Limits } from "../../../src/workbook/limits.ts";
import { readSheet } from "../../../src/workbook/read-sheet.ts";
import type { SheetSink } from "../../../src/workbook/sheet.ts";
import { deposits, loans, read, values } from "../reading.ts";
import { chunked, Recorder } from "../recorder.ts";

/** Takes regular records at once, and writes them down as if they had come one by one. */
class BatchRecorder extends Recorder {
  batches = 0;

  records(batch: RecordBatch): void {
    this.batches++;
    sendEach(batch, cellByCell(this));
  }
}

/** The same sink, without a way to take records at once. */
const cellByCell = (sink: SheetSink): SheetSink => ({
  row: (...args) => sink.row(...args),
  text: (...args) => sink.text(...args),
  number: (...args) => sink.number(...args),
  boolean: (...args) => sink.boolean(...args),
  error: (...args) => sink.error(...args),
  noResult: (...args) => sink.noResult(...args),
});

interface Reading {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sizes?: readonly number[];
  readonly limits?: Limits;
}

const opened = (bytes: Buffer, { encoding = "utf-8", delimiter = ",", sizes = [1 << 16], limits }: Reading) =>
  openCsv("a.csv", chunked(bytes, sizes), limits ?? defaultLimits, { encoding, delimiter });

async function recorded(bytes: Buffer, reading: Reading, recorder: Recorder = new BatchRecorder()) {
  const { workbook, diagnostics } = await opened(bytes, reading);
  const end = await workbook?.sheets[0]?.read(recorder);
  return { rows: recorder.rows, diagnostics: end?.diagnostics ?? diagnostics };
}

/** What a scan finds: the records' cells, and what it leaves. */
function scanned(text: string, delimiter = ",", lineFeed = "\n") {
  const bytes = Buffer.from(text);
  const scanner = new RecordScanner(delimiter.charCodeAt(0), lineFeed.charCodeAt(0));
  const rest = bytes.subarray(scanner.scan(bytes)).toString();
  const { cells, ends, records } = scanner;
  let at = 0;
  const rows = Array.from(ends.subarray(0, records), (end) => {
    const row: string[] = [];
    for (; at < end; at++) {
      const start = cells[2 * at] as number;
      const text = bytes.toString("utf8", start < 0 ? ~start : start, cells[2 * at + 1]);
      row.push(start < 0 ? text.replaceAll('""', '"') : text);
    }
    return row;
  });
  return { rows, rest, lines: [...scanner.lines.subarray(0, records), scanner.lineCount] };
}

describe("a scan for regular records", () => {
  it.each([
    ["plain cells, blank ones and blank lines", "a,,c\n\n,\n", [["a", "", "c"], [""], ["", ""]], ""],
    [
      "cells in quotes",
      '"a","是",""\n"1","2","3"\n',
      [
        ["a", "是", ""],
        ["1", "2", "3"],
      ],
      "",
    ],
    ["both kinds in one line", '1,"2,3",4\n', [["1", "2,3", "4"]], ""],
    [
      "CRLF",
      'a,b\r\n"c","d"\r\n',
      [
        ["a", "b"],
        ["c", "d"],
      ],
      "",
    ],
    ["a CR that ends no line", "a\rb,c\r\r\n", [["a\rb", "c\r"]], ""],
    [
      "two quotes for one",
      '"c","d""e",""""\n"""",g\n',
      [
        ["c", 'd"e', '"'],
        ['"', "g"],
      ],
      "",
    ],
    ["stops at a quote within a cell", 'a\nb,5"\n', [["a"]], 'b,5"\n'],
    ["stops at blanks around quotes", 'a\nb, "c"\n', [["a"]], 'b, "c"\n'],
    ["stops at a blank behind a quote", 'a\n"b" ,c\n', [["a"]], '"b" ,c\n'],
    ["stops at a CR behind a quote that ends no line", 'a\n"b"\r,c\n', [["a"]], '"b"\r,c\n'],
    ["stops at a quote that does not close", 'a\n"b\n', [["a"]], '"b\n'],
  ])("%s", (_name, text, rows, rest) => {
    expect(scanned(text)).toMatchObject({ rows, rest });
  });

  it("counts the lines of line breaks in quotes", () => {
    expect(scanned('a,"b\nc"\n"d\r\n\ne",f\r\ng\n5"\n')).toEqual({
      rows: [["a", "b\nc"], ["d\r\n\ne", "f"], ["g"]],
      rest: '5"\n',
      lines: [0, 2, 5, 6],
    });
    expect(scanned('"a\rb\nc"\rd\r', ",", "\r").lines).toEqual([0, 2, 3]);
  });

  it.each([";", "\t", "|", " ", "~"])("splits at %j", (delimiter) => {
    const text = ["1", '"2"', "-3.5", "是"].join(delimiter);
    expect(scanned(`${text}\n`, delimiter)).toMatchObject({ rows: [["1", "2", "-3.5", "是"]], rest: "" });
  });

  it("splits lines that end with CR alone", () => {
    expect(scanned('1,"2"\r3,4\r', ",", "\r")).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      rest: "",
    });
  });

  it("finds more cells than there is room for at first", () => {
    const rows = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 9 }, (_, column) => `${row * column}`));
    expect(scanned(`${rows.map((row) => row.join(",")).join("\n")}\n`)).toMatchObject({ rows, rest: "" });
  });

  it("finds only what csv-parse finds, and nothing of what it refuses", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "1", '"', '"', ",", "\n", "\r", " ", "是"), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom(",", " ", "a"), (content, delimiter) => {
        const { rows, rest } = scanned(`${content}\n`, delimiter);
        const regular = `${content}\n`.slice(0, `${content}\n`.length - rest.length);
        const options = { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n"] };
        expect(rows).toEqual(parse(regular, options));
      }),
      { numRuns: 1000 },
    );
  });
});

const cell = fc.oneof(
  fc.constantFrom("", "001234", "-12.50", "C00012", "是", "西湖支行", "2026-09-30", "5.", " 7", "合计", "total", "3号"),
  fc.string({ unit: fc.constantFrom("0", "9", ".", "-", "C", "工", "𠮷", " ", "\r"), maxLength: 12 }),
);
/** Mostly as programs write it, and now and then as nobody should. */
const written = fc.oneof(
  { weight: 6, arbitrary: cell },
  { weight: 6, arbitrary: cell.map((text) => `"${text}"`) },
  { weight: 1, arbitrary: cell.map((text) => `"${text}""\n${text}"`) },
  { weight: 1, arbitrary: cell.map((text) => `"""${text}""""${text}\r\n"`) },
  { weight: 1, arbitrary: cell.map((text) => ` "${text}" `) },
  { weight: 1, arbitrary: fc.constantFrom('5"', '"甲"乙', '"', '""', '"""') },
);
const table = fc.array(fc.array(written, { maxLength: 6 }), { minLength: 1, maxLength: 12 });
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

describe("regular records", () => {
  it("are the same by their bytes as by their text, whatever stands between them, however they are cut", async () => {
    await fc.assert(
      fc.asyncProperty(table, lineEnd, fc.boolean(), sizes, async (rows, end, ended, cut) => {
        const text = rows.map((row) => row.join(",")).join(end) + (ended ? end : "");
        // UTF-16 is decoded before it is cut into lines, and whatever has a quote goes through csv-parse.
        const byText = await recorded(Buffer.from(text, "utf16le"), { encoding: "utf-16le", sizes: cut });
        const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
        expect(await recorded(marked, { sizes: cut })).toEqual(byText);
        expect(await recorded(Buffer.from(text), {}, new Recorder())).toEqual(byText);
        const gb = encodeGb18030(text.replaceAll("𠮷", "吉"));
        const same = JSON.parse(JSON.stringify(byText).replaceAll("𠮷", "吉"));
        expect(JSON.parse(JSON.stringify(await recorded(gb, { encoding: "gb18030", sizes: cut })))).toEqual(same);
      }),
      { numRuns: 100 },
    );
  });

  it("stop at the same cell as cells one by one, when beyond a limit or undecodable", async () => {
    const bad = fc.constantFrom(Buffer.from([0xff]), Buffer.from([0x41]));
    const limit = fc.record({
      textLength: fc.integer({ min: 1, max: 12 }),
      columns: fc.integer({ min: 1, max: 6 }),
      cells: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(table, limit, bad, fc.nat(200), async (rows, few, byte, place) => {
        const text = Buffer.from(`${rows.map((row) => row.join(",")).join("\n")}\n`);
        const bytes = Buffer.concat([text.subarray(0, place), byte, text.subarray(place)]);
        for (const limits of [defaultLimits, { ...defaultLimits, ...few }]) {
          const reading = { limits };
          expect(await recorded(bytes, reading)).toEqual(await recorded(bytes, reading, new Recorder()));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("come at once where most of a file is such", async () => {
    const recorder = new BatchRecorder();
    const lines = Array.from({ length: 2000 }, (_, row) =>
      row % 500 === 0 ? ` "${row}" ,1` : `"${row}","${"1".repeat(20)}"`,
    );
    const { rows } = await recorded(Buffer.from(lines.join("\n")), {}, recorder);
    expect(rows.map(({ cells }) => cells[0])).toEqual(Array.from({ length: 2000 }, (_, row) => `${row}`));
    expect(recorder.batches).toBe(4);
  });

  it("are split at a delimiter that is not ASCII, too", async () => {
    const { rows } = await recorded(Buffer.from('工号，姓名\n"1"，张三\n'), { delimiter: "，" });
    expect(rows.map(({ cells }) => cells)).toEqual([
      { 0: "工号", 1: "姓名" },
      { 0: "1", 1: "张三" },
    ]);
  });
});

describe("a table of regular records", () => {
  const id = fc.constantFrom("100001", "2", "9号", "100001", "");
  const name = fc.constantFrom(
    "西湖支行",
    "C0001",
    "张三",
    "C-1",
    " 王",
    "制表人：",
    "备注",
    "存款明细",
    "B",
    "小计",
    "sum",
  );
  const line = fc.oneof(
    { weight: 9, arbitrary: fc.tuple(id, name, cell, cell).map((all) => [...all]) },
    { weight: 2, arbitrary: fc.array(written, { minLength: 1, maxLength: 7 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ["合计", "", "100"],
        ["3", "小计", "5"],
        ["注:以下空白"],
        ["存款明细"],
        ["2026年存款明细"],
        ["工号", "客户号", "本年日均", "上年日均"],
        ["贷款明细"],
        ["工号", "客户号", "本年日均", "贷款余额"],
        ["制表人:张三", "", ""],
        ["1", "Total", "5", "6", "7", "8"],
      ),
    },
  );

  it("is the same as from cells one by one", async () => {
    const specs = [deposits, loans];
    const title = fc.constantFrom("存款明细", "2026年存款明细", "100001,西湖支行,1,2", "西湖支行,100001,1,2");
    const long = { minLength: 40, maxLength: 60 };
    const context = { file: "存款.csv", specs, mappings: [], alone: true, named: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(fc.boolean(), title, fc.array(line, long), sizes, async (nameFirst, above, lines, cut) => {
        const all = [["工号", "客户号", "本年日均", "上年日均"], ...lines];
        const ordered = all.map(([a = "", b = "", ...rest]) =>
          (nameFirst ? [b, a, ...rest] : [a, b, ...rest]).join(","),
        );
        const text = `${above}\n${ordered.join("\n")}\n`;
        const { workbook } = await opened(Buffer.from(text), { sizes: cut.map((size) => size * 20) });
        const sheet = workbook?.sheets[0];
        if (!sheet) throw new Error("no sheet");
        const [atOnce, byCell] = [
          await readSheet(sheet, context),
          await readSheet({ ...sheet, read: (sink) => sheet.read(cellByCell(sink)) }, context),
        ];
        const content = (all: typeof atOnce) =>
          all.map(({ table, ...rest }) => ({
            ...rest,
            cells: table && values(table),
            places: table && Array.from({ length: table.rows }, (_, row) => table.locate(row)),
          }));
        expect(content(atOnce)).toEqual(content(byCell));
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ["a digit in front", "1,", true],
    ["a digit in front of the id behind a name", "西湖支行,100001,5", true],
    ["a digit in front of the id behind a code", "C1,100001,5", true],
    ["no digit", "西湖支行,A1,5", false],
    ["a blank in front", ",100001,5,6", false],
    ["a name and an id, and nothing more", "西湖支行,100001,", false],
    ["a name that a signature follows", "制表人：,100001,5", false],
    ["a total behind its number", "1,小计,5", false],
    ["a total in English", "1,Grand total,5", false],
    ["no cell at all", "", false],
  ])("a row is plain data at the first look or not: %s", (_name, text, plain) => {
    const source = Buffer.from(`${text}\n`);
    const scanner = new RecordScanner(0x2c, 0x0a);
    scanner.scan(source);
    const { cells, ends, records, lines } = scanner;
    const words = new CellDecoder("utf-8").words(source, cells, ends[0] ?? 0) ?? [];
    const batch = { source, cells, ends, records, row: 1, line: 1, lines, encoding: "utf-8", words };
    expect(isPlainData(batch, 0, [1])).toBe(plain);
  });

  it("keeps every text as it was, whatever its bytes", async () => {
    const figure = fc.string({ unit: fc.constantFrom("0", "1", "9", ".", "-", "C"), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(figure, figure), { minLength: 40, maxLength: 60 }), async (pairs) => {
        const lines = pairs.map(([customer, amount], at) => `9${at},${customer},${amount},1`);
        const bytes = Buffer.from(`工号,客户号,本年日均,上年日均\n${lines.join("\n")}\n`);
        const { tables } = await read([{ name: "存款.csv", bytes }], [deposits]);
        expect(values(tables[0]).map((row) => [row.客户号, row.本年日均])).toEqual(pairs);
      }),
      { numRuns: 40 },
    );
  });
});
