import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandInputs } from "../../src/workbook/inputs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dingji-inputs-"));
  await mkdir(join(folder, "sub.csv"));
  const names = [
    "存款.csv",
    "花名册.xlsx",
    "~$花名册.xlsx",
    ".hidden.csv",
    "readme.md",
    "贷款[1].csv",
    "old.XLS",
    "sub.csv/x.csv",
  ];
  for (const name of names) await writeFile(join(folder, name), "a\n");
});
afterAll(() => rm(folder, { recursive: true }));

const expand = async (...args: readonly string[]) => {
  const { sources, diagnostics } = await expandInputs(args.map((arg) => (arg === "-" ? arg : `${folder}/${arg}`)));
  return { names: sources.map(({ name }) => name.replace(`${folder}/`, "")), diagnostics };
};

describe("expandInputs", () => {
  it.each([
    ["a file", ["存款.csv"], ["存款.csv"]],
    ["a file of any ending, if it is named", ["readme.md"], ["readme.md"]],
    ["a file with brackets in its name", ["贷款[1].csv"], ["贷款[1].csv"]],
    [
      "a folder: tables only, no lock files, no subfolders",
      ["."],
      ["old.XLS", "存款.csv", "花名册.xlsx", "贷款[1].csv"],
    ],
    ["a pattern", ["*.csv"], ["存款.csv", "贷款[1].csv"]],
    ["a pattern over folders", ["**/*.{csv,xlsx}"], ["sub.csv/x.csv", "存款.csv", "花名册.xlsx", "贷款[1].csv"]],
    [
      "a file named in several ways is there once",
      ["存款.csv", "./存款.csv", "存款.*", "."],
      ["old.XLS", "存款.csv", "花名册.xlsx", "贷款[1].csv"],
    ],
    ["whatever the order", ["花名册.xlsx", "存款.csv"], ["存款.csv", "花名册.xlsx"]],
  ])("%s", async (_name, args, names) => {
    expect(await expand(...args)).toEqual({ names, diagnostics: [] });
  });

  it("gives standard input's bytes a name", async () => {
    const bytes = Buffer.from("工号\n");
    expect(await expandInputs(["-"], bytes)).toEqual({ sources: [{ name: "-", bytes }], diagnostics: [] });
  });

  it("says what is not there, and what it may have been, and goes on", async () => {
    const { names, diagnostics } = await expand("存宽.csv", "花名册.xlsx", "*.ods", "无此文件");
    expect(names).toEqual(["花名册.xlsx"]);
    expect(diagnostics).toMatchObject([
      {
        code: "cli/no-such-file",
        location: { file: `${folder}/存宽.csv` },
        args: { file: `${folder}/存宽.csv` },
        related: [{ note: { en: `did you mean ${folder}/存款.csv?` }, location: { file: `${folder}/存款.csv` } }],
      },
      { code: "cli/no-such-file", args: { file: `${folder}/*.ods` } },
      { code: "cli/no-such-file", args: { file: `${folder}/无此文件` } },
    ]);
    expect(diagnostics[2]?.related).toBeUndefined();
  });
});
