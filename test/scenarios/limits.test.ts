import { describe, expect, it } from "vitest";
import { type BookParts, book, parts, worksheet } from "../workbook/xlsx/book.ts";
import { Folder, grade } from "./quarter.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-inspect.ts";
import "../../src/report/inspect/text.ts";

const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>';
const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>';
const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="9"><c r="AB9" t="s"><v>1</v></c></row>';
const texts = "<si><t>工号</t></si><si><t>a long text</t></si>";
const all: BookParts = { rows, texts, styles, tail: merges };
const sizes = Object.values(parts(all)).map((part) => Buffer.byteLength(part));
const total = sizes.reduce((sum, size) => sum + size, 0) - Buffer.byteLength(parts(all)["[Content_Types].xml"]!);
/** 2 MiB of spaces are packed to some 2 KiB: a ratio of about 0.001. */
const packed: BookParts = { sheet: worksheet(`${" ".repeat(2 ** 21)}<row r="1"><c r="A1"><v>1</v></c></row>`) };

/** What a file needs at least to be read, and the code it is refused with below that. */
const cases: readonly [name: string, needed: number, below: number, code: string, file: string, bytes: Buffer][] = [
  ["file", book(all).length, book(all).length - 1, "file-too-large", "a.xlsx", book(all)],
  ["entries", 7, 6, "too-many-parts", "a.xlsx", book(all)],
  ["entry", Math.max(...sizes), 300, "part-too-large", "a.xlsx", book(all)],
  ["part", Math.max(...sizes), 300, "part-too-large", "a.xlsx", book(all)],
  ["total", total, total - 1, "unpacked-too-large", "a.xlsx", book(all)],
  ["ratio", 0.0001, 0.01, "zip-bomb", "a.xlsx", book(packed)],
  ["rows", 9, 8, "too-many-rows", "a.xlsx", book(all)],
  ["columns", 28, 27, "too-many-columns", "a.xlsx", book(all)],
  ["cells", 2, 1, "too-many-cells", "a.xlsx", book(all)],
  ["text", 11, 10, "text-too-long", "a.xlsx", book(all)],
  ["texts", 2, 1, "too-many-shared-texts", "a.xlsx", book(all)],
  ["styles", 2, 1, "too-many-styles", "a.xlsx", book(all)],
  ["merges", 2, 1, "too-many-merges", "a.xlsx", book(all)],
  ["line", 12, 11, "endless-line", "a.csv", Buffer.from("a,b,c,d,e,fg")],
  ["columns", 6, 5, "too-many-columns", "a.csv", Buffer.from("a,b,c,d,e,fg\n")],
  ["cells", 6, 5, "too-many-cells", "a.csv", Buffer.from("a,b,c,d,e,fg\n")],
  ["text", 2, 1, "text-too-long", "a.csv", Buffer.from("a,b,c,d,e,fg\n")],
];

interface Said {
  readonly problems: readonly { readonly code: string; readonly problems: readonly { readonly hint?: string }[] }[];
}

describe("a limit is held, named in its message, and raised by --limit and by dingji.yml", () => {
  it.each(cases)("%s: %d is read, %d refused as workbook/%s", async (name, needed, below, code, file, bytes) => {
    const folder = new Folder().write(file, bytes);
    const [refused, read] = [
      await folder.run(`inspect ${file} -f json --limit ${name}=${below}`),
      await folder.run(`inspect ${file} -f json --limit ${name}=${needed}`),
    ];
    const codes = (text: string) => (JSON.parse(text) as Said).problems.map((group) => group.code);
    expect([refused.code, codes(refused.out)]).toEqual([2, [`workbook/${code}`]]);
    expect([read.code, codes(read.out)]).toEqual([0, []]);
    expect((await folder.run(`inspect ${file} --limit ${name}=${below}`)).out).toContain(`--limit ${name}=`);
    folder.write("dingji.yml", `limits: {${name}: ${below}}\n`);
    expect(codes((await folder.run(`inspect ${file} -f json`)).out)).toEqual([`workbook/${code}`]);
    expect(codes((await folder.run(`inspect ${file} -f json --limit ${name}=${needed}`)).out)).toEqual([]);
  });

  it("a text of more than 4 MiB is read where the limit of text says so", async () => {
    const long = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"长".repeat(5 * 2 ** 20)}</t></is></c></row>`;
    const folder = new Folder().write("a.xlsx", book({ rows: long }));
    const codes = async (limits: string) =>
      (JSON.parse((await folder.run(`inspect a.xlsx -f json --limit ratio=0 ${limits}`)).out) as Said).problems.map(
        (group) => group.code,
      );
    expect(await codes("")).toEqual(["workbook/endless-text"]);
    expect(await codes("--limit text=6000000")).toEqual([]);
  });
});

describe("grade and explain", () => {
  it.each(["grade q", "explain 0001 q"])("%s: refuse with exit code 2", async (command) => {
    const folder = new Folder().quarter();
    const { code, err } = await folder.run(`${command} -r bocom-nanchang -p 2026Q4 --limit cells=20`);
    expect([code, err.includes("--limit cells=")]).toEqual([2, true]);
    expect((await folder.run(`${command} -r bocom-nanchang -p 2026Q4 --limit cells=200`)).code).toBe(0);
  });

  it("standard input is held to the limit of a file", async () => {
    const folder = new Folder().quarter();
    const { code, err } = await folder.run("inspect - --limit file=10", { stdin: "工号,姓名\n0001,王一\n" });
    expect([code, err]).toEqual([2, ""]);
  });

  it("an unknown name and a value that is none are said, in the project file at their place", async () => {
    const folder = new Folder().quarter().write("dingji.yml", "limits:\n  row: 5\n  file: much\n");
    const { code, err } = await folder.run(`${grade} --lang en`);
    expect(code).toBe(2);
    expect(err).toContain('dingji.yml:2:8\n  there is no limit "row"; did you mean "rows"?');
    expect(err).toContain('dingji.yml:3:9\n  the limit file cannot be "much"');
  });
});
