import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { beforeAll, expect, it } from "vitest";
import { Folder } from "./quarter.ts";
import type { Quarter, Row, Ugly } from "./ugly-parts.ts";
import { doubtful, same } from "./ugly-quarters.ts";

interface Graded {
  readonly tiers: readonly { readonly id: string; readonly label: string }[];
  readonly diagnostics: readonly { readonly code: string; readonly location?: { readonly cell?: string } }[];
  readonly results: readonly {
    readonly id: string;
    readonly current: string;
    readonly qualified: string | null;
    readonly action: string;
    readonly standing: readonly { readonly id: string; readonly status: string }[];
  }[];
}

/** Worked out by an independent program, with exact decimals. */
const expected: Record<string, unknown> = JSON.parse(readFileSync("fixtures/quarter-a/expected.json", "utf8"));
const quarter: Record<string, Row[]> = {};

beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile("fixtures/quarter-a/quarter.xlsx");
  for (const sheet of book.worksheets) {
    const rows: Row[] = [];
    sheet.eachRow((row) => {
      rows.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value as string | number));
    });
    quarter[sheet.name] = rows;
  }
});

async function grade(make: Ugly): Promise<{ code: number; graded: Graded; verdicts: Record<string, unknown> }> {
  const folder = new Folder();
  for (const [file, bytes] of Object.entries(make(quarter as Quarter))) folder.write(file, bytes);
  const { code, out } = await folder.run("grade . -r bocom-nanchang -p 2026Q4 -f json --lang zh");
  const graded = JSON.parse(out) as Graded;
  const label = (tier: string | null) => graded.tiers.find(({ id }) => id === tier)?.label ?? null;
  const verdicts = graded.results.map(({ id, current, qualified, standing }) => [
    id,
    {
      current: label(current),
      qualified: label(qualified),
      on_post_floor: standing.find((one) => one.id === "on_post")?.status === "pass",
    },
  ]);
  return { code, graded, verdicts: Object.fromEntries(verdicts) };
}

it.each(Object.entries(same))("%s: all 60 people", async (_, make) => {
  const { code, verdicts } = await grade(make);
  expect(code).toBe(0);
  expect(verdicts).toEqual(expected);
});

it.each<[string, number, string]>([
  ["ids as numbers on the roster too", 0, "facts/ids-of-several-widths A4"],
  ["figures that the spreadsheet has shortened", 0, "facts/shortened-figures C2"],
  ["one column twice, in two units", 1, "workbook/duplicate-column D1"],
  ["per cent and fractions in one column, neither with a sign", 1, "facts/percent-undecided C3"],
])("%s: said at its cell, and nobody graded otherwise in silence", async (name, exit, said) => {
  const { code, graded, verdicts } = await grade(doubtful[name] as Ugly);
  expect(code).toBe(exit);
  expect(graded.diagnostics.map((one) => `${one.code} ${one.location?.cell}`)).toContain(said);
  if (exit === 0) return;
  for (const { id, action } of graded.results) {
    if (action !== "review") expect([id, verdicts[id]]).toEqual([id, expected[id]]);
  }
});
