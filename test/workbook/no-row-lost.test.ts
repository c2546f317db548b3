import { readdirSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { readTables } from "../../src/workbook/read.ts";
import type { TableSpec } from "../../src/workbook/table-spec.ts";
import { deposits, noRowIsLost } from "./reading.ts";

/** Every spreadsheet of data among the fixtures; those in forms/ are templates to be filled, not data. */
const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(?:xlsx|xls|csv)$/.test(path) && !path.startsWith("forms/"))
  .sort();

async function specsFor(path: string): Promise<readonly TableSpec[]> {
  const [set = "", system = ""] = path.split("/");
  if (set === "odd") return [deposits];
  const { rulebook } = await loadRulebook(set === "systems" ? system : "bocom-nanchang");
  return rulebook?.tableSpecs ?? [];
}

describe("rows read and rows left out with a reason are the rows in the file", () => {
  it.each(files)("%s", async (path) => {
    const bytes = readFileSync(`fixtures/${path}`);
    const { files: reports, unreadable } = await readTables([{ name: path, bytes }], await specsFor(path));
    const sheets = reports[0]?.sheets ?? [];
    expect(unreadable).toEqual([]);
    expect(sheets.some(({ input }) => input !== undefined)).toBe(true);
    for (const sheet of sheets) noRowIsLost(sheet);
    const counted = countRows(path, bytes);
    // A hidden sheet is not opened, which is said; its rows are not counted.
    expect(sheets.map(({ state, rowsInFile }, at) => (state === "hidden" ? counted[at] : rowsInFile))).toEqual(counted);
  });
});

/** The rows with a cell that is not blank, sheet by sheet, counted without any of the program. */
function countRows(path: string, bytes: Buffer): number[] {
  if (path.endsWith(".csv")) return [rowsOfText(bytes)];
  if (bytes.toString("latin1", 0, 2) === "PK") return rowsOfWorkbook(bytes);
  if (bytes[0] === 0xd0) return rowsOfWorkbook(readFileSync(`fixtures/${path}x`));
  return [rowsOfPage(bytes.toString("utf8"))];
}

function rowsOfText(bytes: Buffer): number {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("gb18030").decode(bytes);
  }
  const { data } = papa.parse<string[]>(text);
  return data.filter((record) => record.some((field) => field !== "")).length;
}

function rowsOfWorkbook(bytes: Buffer): number[] {
  const parts = unzipSync(bytes);
  const part = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString("utf8");
  const texts = [...part("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = ""]) =>
    textOf(item),
  );
  const targets = new Map(
    [...part("xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]*)"/.exec(tag)?.[1],
      /Target="([^"]*)"/.exec(tag)?.[1]?.replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  return [...part("xl/workbook.xml").matchAll(/<sheet [^>]*r:id="([^"]*)"/g)].map(([, id]) => {
    const rows = part(targets.get(id) ?? "").match(/<row\b[^>]*>[\s\S]*?<\/row>/g) ?? [];
    return rows.filter((row) => (row.match(/<c\b[^>]*>[\s\S]*?<\/c>/g) ?? []).some((cell) => isFilled(cell, texts)))
      .length;
  });
}

function isFilled(cell: string, texts: readonly string[]): boolean {
  const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1];
  if (/\bt="s"/.test(cell)) return texts[Number(value)] !== "";
  return textOf(cell) !== "" || (value !== undefined && value !== "") || cell.includes("<f");
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join("");
}

function rowsOfPage(page: string): number {
  const rows = page.match(/<tr\b[\s\S]*?<\/tr>/gi) ?? [];
  return rows.filter((row) => row.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "").length;
}
