import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchPlayer } from "../../../src/workbook/ahead/batch-player.ts";
import { BatchSink } from "../../../src/workbook/ahead/batch-sink.ts";
import { type CellBatch, capacity } from "../../../src/workbook/ahead/cell-batch.ts";
import type { SentRecords } from "../../../src/workbook/ahead/record-message.ts";
import type { RowBatch } from "../../../src/workbook/build/row-batch.ts";
import { readSheet } from "../../../src/workbook/read-sheet.ts";
import type { Sheet, SheetSink } from "../../../src/workbook/sheet.ts";
import type { Table } from "../../../src/workbook/table.ts";
import { deposits, loans } from "../reading.ts";

/** A number, a text, a boolean, an error (`#`) or a formula without a result (`=`); undefined: no cell. */
type Value = number | string | boolean | undefined;

interface Row {
  readonly cells: readonly Value[];
  readonly hidden?: boolean;
  /** Rows without a cell above it. */
  readonly gap?: number;
  /** The number format of its last cell. */
  readonly format?: string;
}

/** Sends rows as a workbook's reader does: texts of ASCII as bytes where the sink takes them so. */
function send(rows: readonly Row[], sink: SheetSink): void {
  let at = 0;
  for (const { cells, hidden = false, gap = 0, format = "General" } of rows) {
    at += 1 + gap;
    if (cells.every((value) => value === undefined)) continue;
    sink.row(at, hidden);
    for (const [column, value] of cells.entries()) {
      if (typeof value === "number") sink.number(column, value, column === cells.length - 1 ? format : "0.00");
      else if (typeof value === "boolean") sink.boolean(column, value);
      else if (value?.startsWith("#")) sink.error(column, value);
      else if (value?.startsWith("=")) sink.noResult(column, value);
      else if (value !== undefined) sendText(value, column, sink);
    }
  }
}

function sendText(value: string, column: number, sink: SheetSink): void {
  const isAscii = /^[\x20-\x7e]+$/.test(value);
  if (isAscii && sink.ascii) sink.ascii(column, Buffer.from(`>${value}<`), 1, 1 + value.length);
  else sink.text(column, value);
}

/** Sends rows in batches of so many codes, over to another thread and back. */
function play(rows: readonly Row[], most: number, sink: SheetSink): void {
  const batches: (CellBatch | SentRecords)[] = [];
  const sender = new BatchSink((batch) => batches.push(structuredClone(batch)), most);
  send(rows, sender);
  sender.flush();
  const player = new BatchPlayer(sink);
  for (const batch of batches) player.play(batch);
}

/** Somebody hears how many rows a sink is given at once. */
function listen(sink: SheetSink, tell: (rows: number) => void): SheetSink {
  const { rowBatch } = sink;
  if (rowBatch) {
    sink.rowBatch = (batch) => {
      tell(batch.rows);
      rowBatch.call(sink, batch);
    };
  }
  return sink;
}

const sheetOf = (read: (sink: SheetSink) => void): Sheet => ({
  name: "存款",
  state: "visible",
  async read(sink) {
    read(sink);
    return { merges: [], hiddenColumns: [], date1904: false, diagnostics: [] };
  },
});

async function tablesOf(read: (sink: SheetSink) => void) {
  const specs = [deposits, loans];
  const context = { file: "存款.xlsx", specs, mappings: [], alone: true, named: new Set<string>() };
  const all = await readSheet(sheetOf(read), context);
  return all.map(({ table, ...rest }) => ({ ...rest, table: table && contentOf(table) }));
}

function contentOf(table: Table) {
  const places = Array.from({ length: table.rows }, (_, row) => table.locate(row));
  const columns = [...table.columns.values()].map((column) => {
    const cells = Array.from({ length: table.rows }, (_, row) => column.cell(row));
    return { ...column, cell: undefined, raw: undefined, cells };
  });
  return { places, columns };
}

const headers = ["工号", "客户号", "本年日均", "上年日均"];
const figure = fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constantFrom(0, -0, 1e21));
const id = fc.oneof(fc.constantFrom("100001", "9号", "000353", 100_001, -5), fc.stringMatching(/^\d{6}$/));
const name = fc.constantFrom("西湖支行", "张三", "C0001", "ZHANG", "C-1", " 王", "制表人：", "备注", "3号");
const word = fc.constantFrom("小计", "西湖支行合计", "total", "Grand total", "sum", "是", "C0001", " ", "存款明细");
const long = fc.constantFrom("长".repeat(70), "a long remark ".repeat(8), `合计${"长".repeat(70)}`);
const any: fc.Arbitrary<Value> = fc.oneof(
  figure,
  id,
  name,
  word,
  long,
  fc.constantFrom(true, false, undefined, "#REF!", "=A1"),
  fc.string({ unit: fc.constantFrom("0", "9", ".", "C", "s", "t", "工", "𠮷", " "), minLength: 1, maxLength: 9 }),
);
/** Rows of one kind, as a table has them, each cell mostly of the same kind as that above. */
const stretch: fc.Arbitrary<Row[]> = fc
  .constantFrom<readonly fc.Arbitrary<Value>[]>(
    [id, name, figure, figure],
    [name, id, figure, figure],
    [fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^C\d{4}$/), figure, figure],
    [fc.constantFrom("张三", "李四"), fc.stringMatching(/^\d{6}$/), figure, any, figure],
    [fc.constant(undefined), fc.stringMatching(/^\d{6}$/), figure, fc.boolean()],
    [figure, fc.stringMatching(/^[\u4e00-\u4e10]{2}$/), any, figure],
    [fc.constantFrom("张三", "C1"), figure],
  )
  .chain((cells) =>
    fc.array(fc.record({ cells: fc.tuple(...cells), format: fc.constantFrom("General", "yyyy-mm-dd") }), {
      minLength: 1,
      maxLength: 14,
    }),
  );
const odd: fc.Arbitrary<Row[]> = fc.oneof(
  fc
    .constantFrom<readonly Value[]>(
      ["合计", undefined, 100],
      ["100001", "小计", 5],
      ["西湖支行小计", undefined, 5, 6],
      ["注:以下空白"],
      ["存款明细"],
      headers,
      ["贷款明细"],
      ["工号", "客户号", "本年日均", "贷款余额"],
      ["制表人:张三", "", ""],
    )
    .map((cells) => [{ cells }]),
  fc.record({ cells: fc.array(any, { maxLength: 7 }), hidden: fc.boolean(), gap: fc.nat(2) }).map((row) => [row]),
);
const body = fc
  .array(fc.oneof({ weight: 3, arbitrary: stretch }, { weight: 1, arbitrary: odd }), { minLength: 6, maxLength: 12 })
  .map((all) => all.flat());

describe("rows of one pattern at once", () => {
  it("give the same tables, rows left out, totals and diagnostics as cells one by one", async () => {
    const above = fc.constantFrom<Row[]>([], [{ cells: ["存款明细"] }], [{ cells: ["100001", "西湖支行"] }]);
    const most = fc.constantFrom(capacity, 1 << 7, 64, 23);
    let atOnce = 0;
    await fc.assert(
      fc.asyncProperty(above, fc.boolean(), body, most, async (titles, nameFirst, rows, size) => {
        const header = nameFirst ? ["客户号", "工号", ...headers.slice(2)] : headers;
        const all = [...titles, { cells: header }, ...Array(headRows).fill(usual), ...rows];
        const count = (found: number) => {
          atOnce += found;
        };
        const batched = await tablesOf((sink) => play(all, size, listen(sink, count)));
        expect(batched).toEqual(await tablesOf((sink) => send(all, sink)));
      }),
      { numRuns: 60 },
    );
    expect(atOnce).toBeGreaterThan(1000);
  });

  it("are found up to the end of a batch, but for a row that goes on in the next", () => {
    const rows = Array.from({ length: 40 }, (_, at): Row => ({ cells: [`${at}`, "是", at / 4] }));
    const runs = (most: number) => {
      const found: number[] = [];
      play(rows, most, { ...deaf, rowBatch: (batch) => found.push(batch.rows) });
      return found;
    };
    // Four codes a row, and in the first row a format more.
    expect(runs(capacity)).toEqual([39]);
    expect(runs(45)).toEqual([10, 11, 10, 6]);
    expect(runs(43)).toEqual([9, 10, 10, 8]);
  });

  it.each<[string, readonly Value[], boolean]>([
    ["a digit in front", ["1"], true],
    ["a number in front", [1, "西湖支行"], true],
    ["an error in front", ["#REF!", "西湖支行"], true],
    ["a digit in front of the id behind a name", ["西湖支行", "100001", 5], true],
    ["a number for the id behind a name", ["西湖支行", 100_001, 5], true],
    ["a digit in front of the id behind a code", ["C1", "100001", 5], true],
    ["a number below zero for the id", ["西湖支行", -1, 5], false],
    ["no digit", ["西湖支行", "A1", 5], false],
    ["a boolean for the id", ["西湖支行", true, 5], false],
    ["a blank in front", [" ", "100001", 5, 6], false],
    ["the id in front, and no digit", ["A1", "西湖支行", 5], false],
    ["a name and an id, and nothing more", ["西湖支行", "100001"], false],
    ["a name that a signature follows", ["制表人：", "100001", 5], false],
    ["a total behind its number", ["1", "小计", 5], false],
    ["a total in English", ["1", "Grand total", 5], false],
    ["a total among texts that are no words", ["1", `小计${"。".repeat(30)}`, 5], false],
  ])("a row is plain data at the first look or not: %s", (_name, cells, plain) => {
    const found: boolean[] = [];
    const rowBatch = (batch: RowBatch) => {
      for (let row = 0; row < batch.rows; row++) found.push(batch.isPlain(row, [1]));
    };
    play(Array(5).fill({ cells }), capacity, { ...deaf, rowBatch });
    expect(new Set(found)).toEqual(new Set([plain]));
  });
});

const headRows = 36;
const usual: Row = { cells: ["100001", "C0001", 1, 2] };
const nothing = () => {};
const deaf: SheetSink = {
  row: nothing,
  number: nothing,
  text: nothing,
  boolean: nothing,
  error: nothing,
  noResult: nothing,
};
