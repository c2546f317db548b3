import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../scripts/gb18030.js";
import { type AheadOptions, ReadAhead } from "../../../src/workbook/ahead/read-ahead.ts";
import { expandInputs } from "../../../src/workbook/inputs.ts";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { type InputSource, type ReadOptions, type ReadTables, readTables } from "../../../src/workbook/read.ts";
import type { Cell } from "../../../src/workbook/table.ts";
import { build } from "../../scenarios/built.ts";
import { bocomSpecs } from "../bocom-specs.ts";

const readerWith = (early?: string) => () =>
  new Worker(new URL("../../../bin/reader.js", import.meta.url), { execArgv: [], workerData: { early } });
const reader = readerWith();
let folder = "";
beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), "dingji-"));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

async function sourcesOf(...args: readonly string[]): Promise<readonly InputSource[]> {
  return (await expandInputs(args)).sources;
}

/** Read here, and by a thread. */
async function both(
  sources: readonly InputSource[],
  options: ReadOptions = {},
  how: Partial<AheadOptions> = {},
): Promise<[ReadTables, ReadTables]> {
  const ahead = await ReadAhead.begin(sources, { reader, csv: options, hidden: false, worthwhile: 0, ...how });
  expect(ahead).toBeDefined();
  const read = await readTables(sources, bocomSpecs, { ...options, ahead });
  await ahead?.end();
  return [await readTables(sources, bocomSpecs, options), read];
}

/** All that is in tables, so that it can be compared. */
function contentOf({ tables, ...rest }: ReadTables): unknown {
  return {
    ...rest,
    tables: tables.map((table) => ({
      input: table.input,
      file: table.file,
      sheet: table.sheet,
      date1904: table.date1904,
      places: Array.from({ length: table.rows }, (_, row) => table.locate(row)),
      columns: [...table.columns.values()].map(({ name, index, header, unit, cell }) => {
        return { name, index, header, unit, cells: Array.from({ length: table.rows }, (_, row): Cell => cell(row)) };
      }),
    })),
  };
}

describe("a thread that reads ahead", () => {
  it.each([
    ["a workbook", ["fixtures/quarter-a/quarter.xlsx"]],
    ["text files", ["fixtures/quarter-a/csv-utf8"]],
    ["text files in GB18030", ["fixtures/quarter-a/csv-gb18030"]],
    ["messy files", ["fixtures/quarter-a/messy"]],
    ["several at once", ["fixtures/quarter-a/quarter.xlsx", "fixtures/quarter-a/csv-utf8", "fixtures/quarter-a/messy"]],
  ])("reads %s as this one does", async (_, args) => {
    const [here, there] = await both(await sourcesOf(...args));
    expect(contentOf(there)).toEqual(contentOf(here));
  });

  it("reads hidden sheets where a mapping may name them", async () => {
    const sources = await sourcesOf("fixtures/quarter-a/messy");
    const [here, there] = await both(sources, { mappings: [{ input: "deposits", sheet: "存款" }] }, { hidden: true });
    expect(contentOf(there)).toEqual(contentOf(here));
  });

  it("says of damaged and refused files, and of one file twice, what this one says", async () => {
    const bytes = await readFile("fixtures/quarter-a/quarter.xlsx");
    await writeFile(join(folder, "a.xlsx"), bytes.subarray(0, 20_000));
    await writeFile(join(folder, "b.xlsx"), "%PDF-1.7");
    await writeFile(join(folder, "c.xlsx"), bytes);
    await copyFile(join(folder, "c.xlsx"), join(folder, "d.xlsx"));
    const [here, there] = await both(await sourcesOf(folder));
    expect(there.unreadable).toHaveLength(2);
    expect(there.diagnostics.map(({ code }) => code)).toContain("workbook/same-file");
    expect(contentOf(there)).toEqual(contentOf(here));
  });

  it("says of a file that is gone what this one says", async () => {
    const gone = join(folder, "gone.csv");
    const [here, there] = await both([{ name: gone, path: gone }]);
    expect(contentOf(there)).toEqual(contentOf(here));
    expect(there.unreadable).toEqual([gone]);
  });

  it.each<[string, string, readonly string[], ReadOptions]>([
    ["a workbook", "fixtures/quarter-a/quarter.xlsx", ["fixtures/quarter-a/quarter.xlsx"], {}],
    [
      "a path that is written in another way",
      "./fixtures/quarter-a/../quarter-a/quarter.xlsx",
      ["fixtures/quarter-a"],
      {},
    ],
    ["a file that is not asked for", "fixtures/quarter-a/quarter.xlsx", ["fixtures/quarter-a/csv-utf8"], {}],
    [
      "a workbook for which limits are set",
      "fixtures/quarter-a/quarter.xlsx",
      ["fixtures/quarter-a/quarter.xlsx"],
      { limits: { ...defaultLimits, rows: 30 } },
    ],
    ["a text that is named a workbook", "early.xlsx", ["early.xlsx"], { encoding: "gb18030" }],
    ["a damaged workbook", "cut.xlsx", ["cut.xlsx"], {}],
    ["a file that is gone", "none.xlsx", ["fixtures/quarter-a/quarter.xlsx"], {}],
  ])("opens a file early, and reads all as this one does: %s", async (_, early, args, options) => {
    const own: Record<string, Buffer> = {
      "early.xlsx": encodeGb18030("工号,客户号,本年日均\n100001,张三,5\n"),
      "cut.xlsx": (await readFile("fixtures/quarter-a/quarter.xlsx")).subarray(0, 20_000),
    };
    const place = (name: string) => (name in own || name === "none.xlsx" ? join(folder, name) : name);
    for (const [name, bytes] of Object.entries(own)) await writeFile(place(name), bytes);
    const [here, there] = await both(await sourcesOf(...args.map(place)), options, {
      reader: readerWith(place(early)),
      limits: options.limits,
    });
    expect(contentOf(there)).toEqual(contentOf(here));
    for (const name of Object.keys(own)) await rm(place(name));
  });

  it("waits where it is too far ahead, and loses nothing", async () => {
    const file = join(folder, "long.csv");
    const lines = Array.from({ length: 250_000 }, (_, row) => `${String(row % 60).padStart(6, "0")},C${row},${row}.25`);
    await writeFile(file, `工号,客户号,本年日均(元)\n${lines.join("\n")}\n`);
    const [here, there] = await both([{ name: file, path: file }]);
    expect(there.tables[0]?.rows).toBe(250_000);
    const column = (read: ReadTables, row: number) =>
      [...(read.tables[0]?.columns.values() ?? [])].map((one) => one.cell(row));
    for (let row = 0; row < 250_000; row += 4999) expect(column(there, row)).toEqual(column(here, row));
  });

  it("is not begun for little, nor for what is no file", async () => {
    const options = { reader, hidden: false };
    const [quarter] = await sourcesOf("fixtures/quarter-a/quarter.xlsx");
    expect(await ReadAhead.begin([quarter!], options)).toBeUndefined();
    const input = { name: "-", bytes: new Uint8Array(2 ** 21) };
    expect(await ReadAhead.begin([input], { ...options, worthwhile: 0 })).toBeUndefined();
  });
});
