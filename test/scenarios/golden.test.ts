import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { type Format, formats } from "../../src/cli/format.ts";
import { changed, Folder, plain } from "./quarter.ts";
import { dumpWorkbook } from "./workbook-dump.ts";

/**
 * Whole runs against what they said before, in every format and both languages. `npm run golden` writes the files anew; the
 * diff is to be read.
 */
const folder = new Folder().quarter({
  客户经理: changed("客户经理", {
    4: ["0003", "张三", "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"],
  }),
  存款: changed("存款", {
    2: ["0001", "C1", "4000", "四千", "否"],
    5: ["0002", "C4", "2500", "2500", "否"],
    6: ["0009", "C5", "1200", "1200", "否"],
  }),
});
folder.write(
  "overrides.csv",
  [
    "工号,原等级,新等级,原因,批准人,日期",
    "0002,二级客户经理,一级客户经理,重点客户维护得力,王行长,2026-12-28",
    "0003,无,四级客户经理,留用一季,王行长,2026-12-28",
    "",
  ].join("\n"),
);
const languages = ["zh", "en"] as const;
const endings: Readonly<Partial<Record<Format, string>>> = { table: "txt" };
const nameOf = (format: Format) => `r.${endings[format] ?? format}`;
const line = "q -r bocom-nanchang -p 2026Q4";
const rulebook = createHash("sha256").update(readFileSync("rules/bocom-nanchang.yml")).digest("hex");
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The SHA-256 of its JSON, which holds that of the rulebook. */
let earlier = "";

/** The quarter before: 0002 was no better than now held, and there was one more. */
async function before(): Promise<void> {
  const other = new Folder().quarter({
    客户经理: [...plain.客户经理, ["0004", "赵六", "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"]],
    存款: changed("存款", { 3: ["0002", "C2", "300", "300", "否"] }),
  });
  await other.run("grade q -r bocom-nanchang -p 2026Q3 -o q3.json -q");
  const json = other.read("q3.json");
  folder.write("q3.json", json);
  earlier = createHash("sha256").update(json).digest("hex");
}

beforeAll(async () => {
  await before();
  for (const lang of languages) {
    const outputs = formats.map((format) => `-o ${lang}-${nameOf(format)}`).join(" ");
    const ran = await folder.run(`grade ${line} --lang ${lang} -o ${lang}-forms/ ${outputs}`);
    expect(ran.code, ran.err).toBe(1);
    folder.write(`${lang}-stderr.txt`, ran.err);
    const notice = ["csv", "md", "txt", "xlsx", "html"].map((ending) => `-o ${lang}-p.${ending}`).join(" ");
    await folder.run(`grade ${line} --lang ${lang} --profile publicity ${notice}`);
    await folder.run(`grade ${line} --lang ${lang} --mask -o ${lang}-masked.json -o ${lang}-masked.xlsx`);
    const decided = `${line} --lang ${lang} --overrides overrides.csv --previous q3.json`;
    const decisions = ["json", "xlsx", "html", "csv", "txt"].map((ending) => `-o ${lang}-d.${ending}`).join(" ");
    await folder.run(`grade ${decided} ${decisions} -o ${lang}-d-forms/`);
    await folder.run(`grade ${decided} --profile publicity -o ${lang}-d-p.csv`);
    await folder.run(`grade ${decided} --mask -o ${lang}-d-masked.json -o ${lang}-d-masked.xlsx`);
    for (const [format, ending] of [
      ["tree", "txt"],
      ["json", "json"],
    ]) {
      const told = await folder.run(`explain 0002 ${line} --lang ${lang} -f ${format}`);
      folder.write(`${lang}-explain.${ending}`, told.out);
    }
  }
}, 120_000);

/** What a golden file holds of an output: text as it is, of a workbook its cells, of a page what it says. */
async function told(file: string): Promise<string> {
  const bytes = readFileSync(join(folder.path, file));
  const text = file.endsWith(".xlsx")
    ? await dumpWorkbook(bytes)
    : file.endsWith(".html")
      ? saidBy(bytes)
      : bytes.toString();
  return text
    .replaceAll(rulebook, "RULEBOOK")
    .replaceAll(rulebook.slice(0, 12), "RULEBOOK")
    .replaceAll(earlier, "PREVIOUS")
    .replaceAll(`dingji ${version}`, "dingji VERSION")
    .replaceAll("\r\n", "\n");
}

function saidBy(page: Buffer): string {
  const lines: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => (silent += /^(?:script|style)$/.test(name) ? 1 : 0),
    ontext: (text) => silent === 0 && text.trim() !== "" && lines.push(text.trim().replace(/\s+/g, " ")),
    onclosetag: (name) => (silent -= /^(?:script|style)$/.test(name) ? 1 : 0),
  });
  parser.end(page.toString());
  return `${lines.join("\n")}\n`;
}

describe.each(languages)("%s", (lang) => {
  const files = [
    ...formats.map(nameOf),
    "stderr.txt",
    "p.csv",
    "p.md",
    "p.txt",
    "p.xlsx",
    "p.html",
    "masked.json",
    "masked.xlsx",
    "d.json",
    "d.xlsx",
    "d.html",
    "d.csv",
    "d.txt",
    "d-p.csv",
    "d-masked.json",
    "d-masked.xlsx",
    "explain.txt",
    "explain.json",
  ];

  it.each(files)("%s", async (file) => {
    await expect(await told(`${lang}-${file}`)).toMatchFileSnapshot(`golden/${lang}.${file}.txt`);
  });

  it.each(["forms", "d-forms"])("%s", async (kind) => {
    const names = readdirSync(join(folder.path, `${lang}-${kind}`)).sort();
    const all = await Promise.all(names.map(async (name) => `##### ${name}\n${await told(`${lang}-${kind}/${name}`)}`));
    await expect(all.join("\n")).toMatchFileSnapshot(`golden/${lang}.${kind}.txt`);
  });
});
