import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { run } from "../cli/run-program.ts";
import { Folder } from "./quarter.ts";

interface Expected {
  readonly current: string;
  readonly qualified: string | null;
  readonly on_post_floor: boolean;
}

interface Result {
  readonly id: string;
  readonly current: string;
  readonly qualified: string | null;
  readonly standing: readonly { readonly id: string; readonly status: string }[];
}

/** Worked out by an independent program, with exact decimals. */
const expected = JSON.parse(readFileSync("fixtures/quarter-a/expected.json", "utf8")) as Record<string, Expected>;

function verdicts(out: string): Record<string, Expected> {
  const graded = JSON.parse(out) as { tiers: { id: string; label: string }[]; results: Result[] };
  const labels = new Map(graded.tiers.map(({ id, label }) => [id, label]));
  return Object.fromEntries(
    graded.results.map(({ id, current, qualified, standing }) => [
      id,
      {
        current: labels.get(current) ?? "",
        qualified: qualified === null ? null : (labels.get(qualified) ?? ""),
        on_post_floor: standing.find((one) => one.id === "on_post")?.status === "pass",
      },
    ]),
  );
}

const options = "-r bocom-nanchang -p 2026Q4 -f json --lang zh";

it.each([
  ["the workbook", "fixtures/quarter-a/quarter.xlsx"],
  ["the same facts as branches send them", "fixtures/quarter-a/messy"],
])("%s: all 60 people", async (_, files) => {
  const { code, out } = await run(`grade ${files} ${options}`);
  expect(code).toBe(0);
  expect(verdicts(out)).toEqual(expected);
});

it.each(["utf-8", "gb18030"])("the same sheets saved as csv in %s", async (encoding) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile("fixtures/quarter-a/quarter.xlsx");
  const folder = new Folder();
  for (const sheet of book.worksheets) {
    const lines: string[] = [];
    sheet.eachRow((row) => {
      lines.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).text).join(","));
    });
    const text = `${lines.join("\r\n")}\r\n`;
    folder.write(`${sheet.name}.csv`, encoding === "gb18030" ? inGb18030(text) : Buffer.from(text));
  }
  const { code, out } = await folder.run(`grade . ${options}`);
  expect(code).toBe(0);
  expect(verdicts(out)).toEqual(expected);
});

/** Node decodes GB18030 but does not encode it: its two-byte characters, turned round. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : (codes.get(char) ?? []))));
}
