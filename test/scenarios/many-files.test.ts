import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { book } from "../workbook/xlsx/book.ts";
import { csv, Folder } from "./quarter.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-grade.ts";
import "../../src/cli/run-inspect.ts";

const header = ["工号", "姓名", "机构", "现等级", "营销年限", "学历", "专业技术资格", "模拟银行考试", "违规次数"];
const rosterOf = (id: string) => [header, [id, "王", `支行${id}`, "三级客户经理", "5年", "本科", "无", "合格", "0"]];

/** A roster and deposits a branch, 150 of them; every tenth deposits are an xlsx. */
function branches(): Folder {
  const folder = new Folder();
  mkdirSync(join(folder.path, "q"));
  for (let branch = 1; branch <= 150; branch++) {
    const id = String(branch).padStart(4, "0");
    folder.write(`q/客户经理-${id}.csv`, csv(rosterOf(id)));
    if (branch % 10 > 0)
      folder.write(
        `q/存款-${id}.csv`,
        csv([
          ["工号", "客户号", "本年日均(万元)"],
          [id, "C1", "100"],
        ]),
      );
    else folder.write(`q/存款-${id}.xlsx`, depositsBook(id));
  }
  return folder;
}

function depositsBook(id: string): Buffer {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = `<row r="1">${cell("A1", "工号")}${cell("B1", "客户号")}${cell("C1", "本年日均(万元)")}</row><row r="2">${cell("A2", id)}${cell("B2", "C1")}<c r="C2"><v>100</v></c></row>`;
  return book({ rows });
}

it("300 files are read; three broken ones are all named, with the bad cells of the others: exit 2, nothing written", async () => {
  const folder = branches();
  expect((await folder.run("grade q -r bocom-nanchang -p 2026Q4 -o whole.json")).code).toBe(0);
  const whole = JSON.parse(readFileSync(join(folder.path, "whole.json"), "utf8")) as { results: unknown[] };
  expect(whole.results.length).toBe(150);

  folder.write("q/存款-0010.xlsx", depositsBook("0010").subarray(0, 300));
  folder.write("q/存款-0077.csv", Buffer.from([0xb4, 0xe6, 0xbf, 0xee, 0xff, 0xff, 0x0a]));
  folder.write("q/客户经理-0150.csv", "");
  folder.write(
    "q/存款-0099.csv",
    csv([
      ["工号", "客户号", "本年日均(万元)"],
      ["0099", "C1", "四千"],
    ]),
  );
  for (const command of [
    "grade q -r bocom-nanchang -p 2026Q4 -o a.json -o a.xlsx",
    "inspect q -r bocom-nanchang -o a.xlsx",
  ]) {
    const { code, out, err } = await folder.run(`${command} --lang en`);
    expect([code, ["a.json", "a.xlsx"].map((file) => existsSync(join(folder.path, file)))]).toEqual([
      2,
      [false, false],
    ]);
    for (const said of ["存款-0010.xlsx", "存款-0077.csv", "客户经理-0150.csv", "存款-0099.csv:2 C2"]) {
      expect(out + err).toContain(said);
    }
  }
});
