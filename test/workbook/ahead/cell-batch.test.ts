import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchPlayer, BatchSink, type CellBatch } from "../../../src/workbook/ahead/cell-batch.ts";
import type { SheetSink } from "../../../src/workbook/sheet.ts";

type Call = readonly [name: Exclude<keyof SheetSink, "span">, ...args: readonly unknown[]];

function recorder(calls: Call[]): SheetSink {
  const note =
    (name: Exclude<keyof SheetSink, "span">) =>
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
function carried(calls: readonly Call[]): { calls: Call[]; batches: CellBatch[] } {
  const batches: CellBatch[] = [];
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

  it("are none for a sheet without cells", () => {
    expect(carried([])).toEqual({ calls: [], batches: [] });
  });
});
