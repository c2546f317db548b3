import { describe, expect, it } from "vitest";
import { Folder } from "../scenarios/quarter.ts";
import { gb18030, utf16 } from "../scenarios/ugly-parts.ts";
import { csvOf, readAll, rulesOf } from "./both.ts";

const rules = rulesOf(
  "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: 工号}\n" +
    "      name: {type: text, header: 姓名}\n      amount: {type: money, header: 金额}\n      note: {type: text, header: 备注}",
);
/** A break, a delimiter and a quote within quotes; a name of four GB18030 bytes cannot be had from the table, nor is it needed. */
const rows = [
  ["工号", "姓名", "金额(万元)", "备注"],
  ["0001", "王一", "1.5", "一行\n又一行"],
  ["0002", "李二", "1,234.56", '他说"好"；a,b;c|d\te'],
  ["0003", "张三", "", ""],
];
const encodings: readonly (readonly [what: string, name: string, bytes: (text: string) => Buffer])[] = [
  ["UTF-8", "utf-8", (text) => Buffer.from(text)],
  ["UTF-8 with a mark", "utf-8", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16 with a mark", "utf-16le", utf16],
  ["UTF-16, the high byte first", "utf-16be", (text) => utf16(text).swap16()],
  ["UTF-16 without a mark", "utf-16le", (text) => utf16(text).subarray(2)],
  ["GBK", "gb18030", gb18030],
];
const delimiters = [",", ";", "\t", "|"];
const breaks = ["\r\n", "\n", "\r"];

describe("a text file", () => {
  const all = encodings.flatMap(([what, name, bytes]) =>
    delimiters.flatMap((delimiter) => breaks.map((lineBreak) => ({ what, name, bytes, delimiter, lineBreak }))),
  );
  it.each(all)("$what, $delimiter, $lineBreak", async ({ name, bytes, delimiter, lineBreak }) => {
    const text = csvOf(rows, delimiter, lineBreak);
    const read = await readAll(rules, [{ name: "花名册.csv", bytes: bytes(text) }]);
    expect(read.read.files).toMatchObject([{ format: "csv", encoding: name, delimiter }]);
    expect(read.person("id")).toEqual(["0001", "0002", "0003"]);
    expect(read.person("amount")).toEqual(["15000", "12345600", "?blank"]);
    // Where the lines end with a CR alone, so does the one within quotes.
    expect(read.person("note").map((note) => note.replace(/\s+/gu, "_"))).toEqual(["一行_又一行", '他说"好"；a,b;c|d_e', "?blank"]); // biome-ignore format: a line
    expect(read.found).toEqual([]);
  });

  it("in GB18030 with characters of four bytes", async () => {
    // 𠮷 is U+20BB7.
    const bytes = Buffer.concat([gb18030("工号,姓名\n0001,"), Buffer.from("9534b235", "hex"), gb18030("野\n")]);
    const { person, read } = await readAll(rules, [{ name: "花名册.csv", bytes }]);
    expect([person("name"), read.files[0]?.encoding]).toEqual([["𠮷野"], "gb18030"]);
  });

  it("of one short word of GBK", async () => {
    const { person } = await readAll(rules, [{ name: "花名册.csv", bytes: gb18030("工号,姓名\n0001,联通\n") }]);
    expect(person("name")).toEqual(["联通"]);
  });

  it("is read as the options say, whatever it looks like", async () => {
    // Big5, which is GB18030 as well: 王 is A4 FD. A caret is no delimiter that is looked for.
    const bytes = Buffer.concat([Buffer.from("id^x\n0001^"), Buffer.from("a4fd", "hex"), Buffer.from("\n")]);
    const own = rulesOf(
      "  people:\n    sheet: 花名册\n    key: id\n    columns:\n      id: {type: id, header: id}\n      name: {type: text, header: x}",
    );
    const source = { name: "花名册.csv", bytes };
    const guessed = await readAll(own, [source]);
    expect(guessed.facts.people).toEqual([]);
    const { person, read } = await readAll(own, [source], { encoding: "big5", delimiter: "^" });
    expect([person("name"), read.files[0]?.encoding, read.files[0]?.delimiter]).toEqual([["王"], "big5", "^"]);
  });

  it("has its encoding and delimiter said by inspect, and taken from its options", async () => {
    const folder = new Folder()
      .write("花名册.csv", gb18030("工号;姓名\n0001;王一\n"))
      .write("存款.txt", utf16("工号\t客户号\t本年日均(元)\n0001\tC1\t5\n"))
      .write("贷款.csv", Buffer.from("\ufeff工号|客户号|本年日均(元)\r\n0001|C1|5\r\n"));
    const { out } = await folder.run("inspect . -r bocom-nanchang --lang zh");
    expect(out).toContain("花名册.csv  csv，gb18030，分号分隔");
    expect(out).toContain("存款.txt  csv，utf-16le，制表符分隔");
    expect(out).toContain("贷款.csv  csv，utf-8，竖线分隔");
    const told = await folder.run("inspect 贷款.csv -r bocom-nanchang -f json --encoding gbk --delimiter ;");
    const [file] = (JSON.parse(told.out) as { files: { encoding: string; delimiter: string }[] }).files;
    expect([file?.encoding, file?.delimiter]).toEqual(["gbk", ";"]);
  });

  it("with a byte that is no character says so at its line", async () => {
    const text = `工号,姓名\n${Array.from({ length: 9 }, (_, at) => `000${at},王一\n`).join("")}`;
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])]);
    const { read } = await readAll(rules, [{ name: "花名册.csv", bytes }]);
    const [found] = read.diagnostics.filter(({ severity }) => severity === "error");
    expect(found).toMatchObject({ code: "workbook/undecodable", location: { file: "花名册.csv", line: 11 } });
  });

  it("with a quote that is not closed says where it opened", async () => {
    const bytes = Buffer.from('工号,姓名\n0001,王一\n0002,"李二\n0003,张三\n');
    const { read } = await readAll(rules, [{ name: "花名册.csv", bytes }]);
    expect(read.diagnostics.find(({ severity }) => severity === "error")).toMatchObject({
      code: "workbook/unclosed-quote",
      args: { line: 3 },
    });
  });
});
