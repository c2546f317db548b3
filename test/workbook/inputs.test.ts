import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandInputs } from "../../src/workbook/inputs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dingji-inputs-"));
  for (const name of ["sub.csv", "quarter/西湖/存款", "quarter/空", "quarter/.git", "empty/说明"]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  const names = [
    "存款.csv",
    "花名册.xlsx",
    "~$花名册.xlsx",
    ".hidden.csv",
    "readme.md",
    "贷款[1].csv",
    "old.XLS",
    "sub.csv/x.csv",
    "quarter/东湖.xlsx",
    "quarter/西湖/存款/存款.xlsx",
    "quarter/.git/x.csv",
    "empty/说明/readme.md",
  ];
  for (const name of names) await writeFile(join(folder, name), "a\n");
});
afterAll(() => rm(folder, { recursive: true }));

const expand = async (...args: readonly string[]) => {
  const { sources, diagnostics } = await expandInputs(args.map((arg) => (arg === "-" ? arg : `${folder}/${arg}`)));
  return { names: sources.map(({ name }) => name.replace(`${folder}/`, "")), diagnostics };
};
const said = async (...args: readonly string[]) => {
  const { names, diagnostics } = await expand(...args);
  const told = diagnostics.map((one) => [one.code, one.severity, String(one.args.folders ?? one.args.folder)]);
  return { names, told: told.map((one) => one.map((text) => text.replaceAll(`${folder}/`, ""))) };
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
    [
      "a pattern over folders",
      ["**/*.{csv,xlsx}"],
      ["quarter/东湖.xlsx", "quarter/西湖/存款/存款.xlsx", "sub.csv/x.csv", "存款.csv", "花名册.xlsx", "贷款[1].csv"],
    ],
    [
      "a file named in several ways is there once",
      ["存款.csv", "./存款.csv", "存款.*", "."],
      ["old.XLS", "存款.csv", "花名册.xlsx", "贷款[1].csv"],
    ],
    ["whatever the order", ["花名册.xlsx", "存款.csv"], ["存款.csv", "花名册.xlsx"]],
  ])("%s", async (_name, args, names) => {
    const { names: found, diagnostics } = await expand(...args);
    expect(found).toEqual(names);
    expect(diagnostics.filter(({ code }) => code !== "cli/subfolders-not-read")).toEqual([]);
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

  it.each<[string, string[], string[], string[][]]>([
    [
      "with tables in subfolders",
      ["quarter"],
      ["quarter/东湖.xlsx"],
      [["cli/subfolders-not-read", "warning", "quarter/西湖"]],
    ],
    [
      "whose subfolder is named too",
      ["quarter", "quarter/西湖/存款"],
      ["quarter/东湖.xlsx", "quarter/西湖/存款/存款.xlsx"],
      [],
    ],
    [
      "whose subfolders a pattern reads",
      ["quarter", "quarter/**/*.xlsx"],
      ["quarter/东湖.xlsx", "quarter/西湖/存款/存款.xlsx"],
      [],
    ],
    ["without any table", ["empty"], [], [["cli/no-tables", "error", "empty"]]],
    [
      "with tables in subfolders alone",
      ["quarter/西湖"],
      [],
      [
        ["cli/no-tables", "error", "quarter/西湖"],
        ["cli/subfolders-not-read", "warning", "quarter/西湖/存款"],
      ],
    ],
    [
      "named twice",
      ["quarter", "quarter"],
      ["quarter/东湖.xlsx"],
      [["cli/subfolders-not-read", "warning", "quarter/西湖"]],
    ],
  ])("tells of a folder %s", async (_, args, names, told) => expect(await said(...args)).toEqual({ names, told }));

  it("tells of no subfolder that is read for another reason", async () => {
    const others = [{ name: "o", path: `${folder}/quarter/西湖/存款/存款.xlsx` }];
    expect((await expandInputs([`${folder}/quarter`], undefined, others)).diagnostics).toEqual([]);
  });
});
