import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { type Format, formats } from "../../src/cli/format.ts";
import { Folder, plain } from "./quarter.ts";

/** What a spreadsheet, a browser, a Markdown reader or a terminal might take for more than text. */
const leaders = [
  "=",
  "+",
  "-",
  "@",
  "\t=",
  " =",
  "＝",
  "＋",
  "－",
  "＠",
  "\u2212",
  "\u200b=",
  "'=",
  '"=',
  ";=",
  "%=",
  "|=",
];
const payloads = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x.invalid","a")',
  "SUM(A1:A9)",
  "<xinject onload=alert(1)>",
  "</script><xinject>",
  "</style><xinject src=x onerror=alert(1)>",
  '"><xinject>',
  "]]><xinject>",
  "&lt;xinject&gt;<!--",
  "a|b<xinject>`c`",
  "[x](javascript:alert(1))",
  "\u001b[2J\u001b]0;t\u0007",
  "_x003D_1",
  "{{姓名}}",
  "\u202edlrow",
];
const hostile = fc
  .tuple(fc.constantFrom(...leaders), fc.constantFrom(...payloads), fc.integer({ min: 10, max: 99 }))
  .map(([leader, payload, number]) => `${leader}${payload}${number}`);
const given = fc.record({
  names: fc.uniqueArray(hostile, { minLength: 3, maxLength: 3 }),
  branch: hostile,
  customer: hostile,
  amount: hostile,
  word: hostile,
  id: hostile,
  reason: hostile,
});

interface Hostile {
  readonly names: readonly string[];
  readonly branch: string;
  readonly customer: string;
  readonly amount: string;
  readonly word: string;
  readonly id: string;
  readonly reason: string;
}

async function hostileQuarter(
  { names, branch, customer, amount, word, id, reason }: Hostile,
  folder: Folder,
): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(plain)) {
    if (title === "客户经理") {
      const people = rows.map((row, index) => {
        if (index === 0) return row;
        return row.map((cell, at) =>
          at === 1 ? names[index - 1]! : at === 2 ? branch : at === 5 && index === 3 ? word : cell,
        );
      });
      // A text file, as a workbook cannot hold control characters.
      folder.write("客户经理.csv", papaparse.unparse(people as string[][]));
      continue;
    }
    const sheet = book.addWorksheet(title);
    for (const [index, row] of rows.entries()) {
      const cells = [...row];
      if (title === "存款" && index > 1) cells[1] = `${customer}${index}`;
      sheet.addRow(cells);
    }
    if (title === "存款") {
      sheet.addRow(["0003", customer, amount, "1", "否"]);
      sheet.addRow([id, customer, "1", "1", "否"]);
    }
  }
  folder.write("q.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
  const header = ["工号", "新等级", "原因", "批准人", "日期"];
  const decided = ["0001", "一级客户经理", reason, names[0], "2026-12-28"];
  folder.write("o.csv", papaparse.unparse([header, decided, ["0003", word, reason, names[1], "2026-12-28"]]));
  folder.write("q3.json", JSON.stringify(earlier(names, branch, reason)));
}

/** A result of the last period, of the first and of somebody who is gone, in which every text is hostile. */
function earlier(names: readonly string[], branch: string, word: string): object {
  const criterion = { id: "third.business.deposits", status: "fail", value: word, threshold: word };
  const result = (id: string, name: string) => ({
    ...{ id, name, branch, qualified: word, recommended: word, action: "keep" },
    tiers: [{ tier: "third", criteria: [criterion] }],
  });
  return {
    ...{ schema: "dingji/grade@1", rulebook: { id: word }, period: "2026Q3", tiers: [{ id: word, label: word }] },
    results: [result("0001", names[0]!), result(word, names[2]!)],
  };
}

/** Begins like a formula for Excel, WPS or LibreOffice: an independent wording of what csv-cell.ts guards against. */
const formulaLike = /^[\s\u200b\ufeff]*[=+\-@\u2212＝＋－＠]/u;

const holds: Readonly<Record<Format | "forms", (path: string, texts: readonly string[]) => void>> = {
  csv(path) {
    const { data } = papaparse.parse<string[]>(readFileSync(path, "utf8").replace(/^\ufeff/, ""), { delimiter: "," });
    for (const field of data.flat()) if (formulaLike.test(field)) expect(field).toMatch(/^-?\d+(?:\.\d+)?$/);
    for (const field of data.flat()) expect(field).not.toMatch(/^[\t\r\n]/);
  },
  xlsx(path) {
    const parts = Object.entries(unzipSync(readFileSync(path)));
    expect(parts.map(([name]) => name).filter((name) => /externalLink|vba|embeddings|connections/i.test(name))).toEqual(
      [],
    );
    for (const [name, bytes] of parts) {
      const xml = Buffer.from(bytes).toString("utf8");
      expect([name, /<f[\s>/]|t="(?:str|e)"|<hyperlink|<\/?xinject|<!--/.exec(xml)?.[0]]).toEqual([name, undefined]);
    }
  },
  forms(path, texts) {
    for (const file of readdirSync(path)) {
      expect(file).toMatch(/^[^.\s~\-=+@][^\\/:*?"<>|\x00-\x1F]*\.xlsx$/u);
      holds.xlsx(join(path, file), texts);
    }
  },
  md(path) {
    const text = readFileSync(path, "utf8");
    expect(text).not.toMatch(/<\/?xinject|<!--|[\x00-\x09\x0B-\x1F]/);
    const tables = text.split("\n\n").filter((block) => block.startsWith("|"));
    for (const table of tables) {
      const counts = table
        .trim()
        .split("\n")
        .map((line) => line.replace(/\\\|/g, "").split("|").length);
      expect(new Set(counts).size).toBe(1);
    }
  },
  table(path) {
    expect(readFileSync(path, "utf8")).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/);
  },
  json(path, texts) {
    const { results } = JSON.parse(readFileSync(path, "utf8")) as { results: { name: string }[] };
    // The reader drops characters that nobody sees: blanks about a text, marks of direction within.
    const squeezed = (text: string) => text.replace(/[\s\p{Cf}]/gu, "");
    expect(results.map(({ name }) => squeezed(name))).toEqual(texts.map(squeezed));
  },
  ndjson(path) {
    for (const line of readFileSync(path, "utf8").trim().split("\n")) JSON.parse(line);
  },
  html(path: string) {
    const found: string[] = [];
    const parser = new Parser({
      onopentag(name, attributes) {
        if (name === "xinject" || Object.values(attributes).some((value) => /^\s*javascript:/i.test(value)))
          found.push(name);
      },
      oncomment: (text) => found.push(text),
    });
    parser.end(readFileSync(path, "utf8"));
    expect(found).toEqual([]);
  },
};

describe("text that begins like a formula, a tag or an escape stays text", () => {
  it("in every output", async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom("zh", "en"), async (all, lang) => {
        const folder = new Folder();
        await hostileQuarter(all, folder);
        const decided = "--overrides o.csv --previous q3.json";
        const line = `grade q.xlsx 客户经理.csv -r bocom-nanchang -p 2026Q4 --lang ${lang} ${decided}`;
        const outputs = formats.map((format) => [format, `r.${format === "table" ? "txt" : format}`] as const);
        const { code, err } = await folder.run(
          `${line} -o forms/ ${outputs.map(([, file]) => `-o ${file}`).join(" ")}`,
        );
        expect([code, /[\x00-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E]/.exec(err)?.[0]]).toEqual([1, undefined]);
        for (const [format, file] of outputs) holds[format](join(folder.path, file), all.names);
        holds.forms(join(folder.path, "forms"), all.names);
        const notices = ["csv", "xlsx", "md", "table", "html"] as const;
        const files = notices.map((format) => [format, `p.${format === "table" ? "txt" : format}`] as const);
        await folder.run(`${line} --profile publicity ${files.map(([, file]) => `-o ${file}`).join(" ")}`);
        for (const [format, file] of files) holds[format](join(folder.path, file), all.names);
        const told = await folder.run(`explain 0002 q.xlsx 客户经理.csv -r bocom-nanchang -p 2026Q4 --lang ${lang}`);
        expect(told.out).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E]/);
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
