import fc from "fast-check";
import { expect, it } from "vitest";
import { openCsv } from "../../../src/workbook/csv/open.ts";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { deposits, read, values } from "../reading.ts";
import { chunked, Recorder } from "../recorder.ts";

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "001234",
    "-12.50",
    "C00012",
    "是",
    "西湖支行",
    "2026-09-30",
    "1e5",
    "a.b",
    ".5",
    "5.",
    " 7",
    "合计",
  ),
  fc.string({ unit: fc.constantFrom("0", "9", ".", "-", "C", "工", "𠮷"), maxLength: 20 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

it("lines without a quote are the same cells by their bytes as by their text, however they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), fc.integer({ min: 1, max: 40 }), async (rows, end, size) => {
      const text = rows.map((row) => row.join(",")).join(end);
      const seen = async (bytes: Buffer, encoding: string) => {
        const options = { encoding, delimiter: "," };
        const { workbook } = await openCsv("a.csv", chunked(bytes, [size]), defaultLimits, options);
        const recorder = new Recorder();
        await workbook?.sheets[0]?.read(recorder);
        return recorder.rows;
      };
      // UTF-16 is decoded before it is cut into lines.
      expect(await seen(Buffer.from(text), "utf-8")).toEqual(await seen(Buffer.from(text, "utf16le"), "utf-16le"));
    }),
    { numRuns: 100 },
  );
});

it("a table keeps every text as it was, whatever its bytes", async () => {
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
