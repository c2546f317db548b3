import { readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { Folder, grade } from "./quarter.ts";

const bom = "\uFEFF";

describe("-o and -f", () => {
  it("writes every format beside each other, and says so in one line", async () => {
    const folder = new Folder().quarter();
    const ran = await folder.run(`${grade} -o r.xlsx -o r.csv -o r.json -o r.ndjson -o r.md -o r.txt`);
    expect([ran.code, ran.out]).toEqual([0, ""]);
    expect(ran.err).toBe(
      "2026Q4: 3 people, Promote 1, Keep 1, Leave 1. Written: r.xlsx, r.csv, r.json, r.ndjson, r.md, r.txt\n",
    );
    expect(readdirSync(folder.path).sort()).toEqual(["q", "r.csv", "r.json", "r.md", "r.ndjson", "r.txt", "r.xlsx"]);
    const ids = (JSON.parse(folder.read("r.json")) as { results: { id: string }[] }).results.map(({ id }) => id);
    expect(ids).toEqual(["0001", "0002", "0003"]);
    expect(folder.read("r.ndjson").split("\n").filter(Boolean)).toHaveLength(3);
    expect(folder.read("r.csv").split("\r\n").filter(Boolean)).toHaveLength(4);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder.path, "r.xlsx"));
    expect(book.worksheets[0]?.name).toBe("Overview");
  });

  it("what is written is what standard output shows", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${grade} -o r.json -o r.ndjson -o r.md -o r.txt --no-bom -o r.csv`);
    for (const [format, file] of Object.entries({
      json: "r.json",
      ndjson: "r.ndjson",
      md: "r.md",
      table: "r.txt",
      csv: "r.csv",
    })) {
      const { code, out, err } = await folder.run(`${grade} -f ${format}`);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toBe(folder.read(file));
    }
  });

  it("csv begins with a BOM in a file, and not on standard output", async () => {
    const folder = new Folder().quarter();
    await folder.run(`${grade} -o a.csv`);
    await folder.run(`${grade} -o b.csv --no-bom`);
    const { out } = await folder.run(`${grade} -f csv`);
    expect(folder.read("a.csv")).toBe(bom + out);
    expect(folder.read("b.csv")).toBe(out);
    expect(out.startsWith(bom)).toBe(false);
  });

  it("-o - is standard output, beside files", async () => {
    const folder = new Folder().quarter();
    const { code, out } = await folder.run(`${grade} -o - -f ndjson -o r.json`);
    expect(code).toBe(0);
    expect(out.split("\n").filter(Boolean)).toHaveLength(3);
    expect(JSON.parse(folder.read("r.json")).schema).toBe("dingji/grade@1");
  });

  it("a workbook goes through a pipe, and not onto a terminal", async () => {
    const folder = new Folder().quarter();
    expect((await folder.run(`${grade} -f xlsx`)).out.slice(0, 2)).toBe("PK");
    const shown = await folder.run(`${grade} -f xlsx`, { terminal: 100 });
    expect([shown.code, shown.out]).toEqual([2, ""]);
    expect(shown.err).toContain("error cli/binary-to-terminal");
  });

  it("fits the table to a terminal", async () => {
    const { default: stringWidth } = await import("string-width");
    const folder = new Folder().quarter();
    const { out } = await folder.run(`${grade} --lang zh`, { terminal: 90 });
    expect(Math.max(...out.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(90);
    expect(out).toContain("李二");
  });
});

describe("never harm", () => {
  it.each([
    ["what exists", "-o r.json", "cli/output-exists"],
    ["an input", "-o q/存款.csv --force", "cli/output-is-input"],
    ["into no folder", "-o no/r.json", "cli/no-such-folder"],
    ["an unknown format", "-o r.pdf", "cli/unknown-format"],
  ])("refuses %s before reading anything, and writes none of the others", async (_, outputs, code) => {
    const folder = new Folder().quarter().write("r.json", "old");
    const before = folder.read("q/存款.csv");
    const ran = await folder.run(`${grade} -o other.csv ${outputs}`);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(`error ${code}`);
    expect(readdirSync(folder.path).sort()).toEqual(["q", "r.json"]);
    expect([folder.read("r.json"), folder.read("q/存款.csv")]).toEqual(["old", before]);
  });

  it("refuses the rulebook and the project file as outputs", async () => {
    const folder = new Folder().quarter().write("dingji.yml", "period: 2026Q4\n");
    const ran = await folder.run("grade q -r bocom-nanchang -o dingji.yml -f json --force");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("cli/output-is-input");
    expect(folder.read("dingji.yml")).toBe("period: 2026Q4\n");
  });

  it("replaces what exists with --force", async () => {
    const folder = new Folder().quarter().write("r.json", "old");
    expect((await folder.run(`${grade} -o r.json --force`)).code).toBe(0);
    expect(JSON.parse(folder.read("r.json")).period).toBe("2026Q4");
  });
});
