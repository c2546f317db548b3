import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchPlayer } from "../../../src/workbook/ahead/batch-player.ts";
import { BatchSink } from "../../../src/workbook/ahead/batch-sink.ts";
import type { CellBatch } from "../../../src/workbook/ahead/cell-batch.ts";
import type { SentRecords } from "../../../src/workbook/ahead/record-message.ts";
import { openCsv } from "../../../src/workbook/csv/open.ts";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import type { SheetSink } from "../../../src/workbook/sheet.ts";
import { chunked, Recorder } from "../recorder.ts";

type Call = readonly [
  name: Exclude<keyof SheetSink, "records" | "rowBatch" | "span" | "ascii">,
  ...args: readonly unknown[],
];

function recorder(calls: Call[]): SheetSink {
  const note =
    (name: Exclude<keyof SheetSink, "records" | "rowBatch" | "span" | "ascii">) =>
    (...args: readonly unknown[]) =>
      calls.push([name, ...args]);
  return {
    row: (number, hidden, line) => note("row")(number, hidden, ...(line === undefined ? [] : [line])),
    number: note("number"),
    text: note("text"),
    boolean: note("boolean"),
    error: note("error"),
    noResult: note("noResult"),
  };
}

/** Sends calls in batches and gives what comes out at the other end. */
function carried(calls: readonly Call[]): { calls: Call[]; batches: (CellBatch | SentRecords)[] } {
  const batches: (CellBatch | SentRecords)[] = [];
  const sink = new BatchSink((batch) => batches.push(batch));
  for (const [name, ...args] of calls) (sink[name] as (...args: readonly unknown[]) => void)(...args);
  sink.flush();
  const played: Call[] = [];
  const player = new BatchPlayer(recorder(played));
  for (const batch of batches) player.play(structuredClone(batch));
  return { calls: played, batches };
}

const column = fc.integer({ min: 0, max: 16_383 });
const word = fc.oneof(fc.constantFrom("否", "是", "100007"), fc.string({ unit: "binary" }));
const call: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(fc.constant("row" as const), fc.integer({ min: 1, max: 2_000_000 }), fc.boolean()),
  fc.tuple(fc.constant("row" as const), fc.integer({ min: 1 }), fc.boolean(), fc.integer({ min: 1 })),
  fc.tuple(
    fc.constant("number" as const),
    column,
    fc.double({ noNaN: true }),
    fc.constantFrom("General", "0.00%", "@"),
  ),
  fc.tuple(fc.constant("text" as const), column, word),
  fc.tuple(fc.constant("boolean" as const), column, fc.boolean()),
  fc.tuple(fc.constant("error" as const), column, fc.constantFrom("#REF!", "#N/A")),
  fc.tuple(fc.constant("noResult" as const), column, word),
);

describe("cells in batches", () => {
  it("are sent before long texts make a batch of a gigabyte", () => {
    const long = "长".repeat(30_000);
    const calls = Array.from({ length: 140 }, (_, at): Call => ["text", 0, `${at}${long}`]);
    const { calls: played, batches } = carried(calls);
    expect(played).toEqual(calls);
    // The first 34 are words, which are counted apart.
    expect(batches.map((batch) => "texts" in batch && batch.texts.length > 1_000_000)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(batches.map((batch) => ("words" in batch ? batch.words.length : 0))).toEqual([34, 0, 0, 0]);
  });

  it("come out as they went in", () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 200 }), (calls) => {
        expect(carried(calls).calls).toEqual(calls);
      }),
    );
  });

  it("keep texts, repeated texts and formats over the end of a batch", () => {
    const calls = Array.from({ length: 12_000 }, (_, index): Call[] => [
      ["row", index + 1, index % 7 === 0],
      ["text", 0, index % 5 === 0 ? `行${index}` : "西湖支行"],
      ["number", 1, index / 100, index % 3 === 0 ? "0.00" : "General"],
      ["text", 2, "否"],
    ]).flat();
    const { calls: played, batches } = carried(calls);
    expect(batches.length).toBeGreaterThan(2);
    expect(played).toEqual(calls);
  });

  it("carry texts of ASCII as bytes, which a sink may take as they are", () => {
    const rows = Array.from({ length: 9000 }, (_, row) => [`C${row}`, "", "x".repeat(row % 40), "100007"]);
    const batches: (CellBatch | SentRecords)[] = [];
    const sink = new BatchSink((batch) => batches.push(batch));
    for (const [row, cells] of rows.entries()) {
      sink.row(row + 1, false);
      for (const [column, text] of cells.entries()) sink.ascii(column, Buffer.from(` ${text}.`), 1, 1 + text.length);
    }
    sink.flush();
    expect(batches.length).toBeGreaterThan(2);
    const read = (spans: boolean) => {
      const found: string[][] = [];
      let [spanned, sources] = [0, new Set<Buffer>()];
      const take = (column: number, text: string) => {
        (found.at(-1) as string[])[column] = text;
      };
      const span = (column: number, source: Buffer, from: number, to: number) => {
        spanned++;
        sources.add(source);
        // All spans of a row lie in the same bytes.
        expect(sources.size).toBe(1);
        take(column, source.toString("latin1", from, to));
      };
      const row = () => {
        sources = new Set();
        found.push([]);
      };
      const player = new BatchPlayer({ ...recorder([]), row, text: take, ...(spans ? { span } : {}) });
      for (const batch of batches) player.play(structuredClone(batch));
      expect(found).toEqual(rows);
      return spanned;
    };
    expect(read(true)).toBeGreaterThan(35_000);
    expect(read(false)).toBe(0);
  });

  it("carry a text of ASCII longer than usual", () => {
    const text = "long ".repeat(40_000);
    const batches: (CellBatch | SentRecords)[] = [];
    const sink = new BatchSink((batch) => batches.push(batch));
    for (const column of [0, 1]) sink.ascii(column, Buffer.from(text), 0, text.length);
    sink.flush();
    const calls: Call[] = [];
    for (const batch of batches) new BatchPlayer(recorder(calls)).play(batch);
    expect(calls).toEqual([
      ["text", 0, text],
      ["text", 1, text],
    ]);
  });

  it("are none for a sheet without cells", () => {
    expect(carried([])).toEqual({ calls: [], batches: [] });
  });

  it("carry a text file's regular records in their bytes, and the others between them", async () => {
    const lines = Array.from({ length: 3000 }, (_, row) => `${row},是,"a${row % 9}"`);
    for (const row of [70, 700, 702, 2900]) lines[row] = `${row},否, "两""行\n字" `;
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    const { workbook } = await openCsv("a.csv", chunked(bytes, [9000]), defaultLimits, { delimiter: "," });
    const batches: (CellBatch | SentRecords)[] = [];
    const sink = new BatchSink((batch) => batches.push(batch));
    await workbook?.sheets[0]?.read(sink);
    sink.flush();
    const [here, there] = [new Recorder(), new Recorder()];
    await workbook?.sheets[0]?.read(here);
    const player = new BatchPlayer(there);
    for (const batch of batches) player.play(structuredClone(batch));
    expect(new Set(batches.map((batch) => "codes" in batch))).toEqual(new Set([true, false]));
    expect(there.rows).toEqual(here.rows);
    expect(there.rows[701]).toEqual({ number: 702, line: 704, cells: { 0: "701", 1: "是", 2: "a8" } });
  });
});
