import { linkSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type OutputWishes, planOutputs } from "../../src/cli/outputs.ts";

let cwd: string;

beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "dingji-outputs-")));
  writeFileSync(join(cwd, "in.csv"), "工号\n");
  writeFileSync(join(cwd, "old.json"), "{}");
  symlinkSync("in.csv", join(cwd, "link.csv"));
  linkSync(join(cwd, "in.csv"), join(cwd, "hard.csv"));
  symlinkSync("old.json", join(cwd, "link.json"));
  mkdirSync(join(cwd, "folder.json"));
});

const plan = (wishes: Partial<OutputWishes>) =>
  planOutputs({ files: [], format: undefined, inputs: ["in.csv"], force: false, cwd, ...wishes });

it.each([
  ["q.xlsx", "xlsx"],
  ["q.CSV", "csv"],
  ["q.json", "json"],
  ["q.ndjson", "ndjson"],
  ["q.jsonl", "ndjson"],
  ["q.md", "md"],
  ["q.txt", "table"],
])("%s is written as %s", async (file, format) => {
  expect(await plan({ files: [file] })).toEqual({
    targets: [{ file, path: join(cwd, file), format }],
    diagnostics: [],
  });
});

it("takes -f for a name that says nothing", async () => {
  const { targets } = await plan({ files: ["report"], format: "json" });
  expect(targets).toEqual([{ file: "report", path: join(cwd, "report"), format: "json" }]);
});

it.each<[string, Partial<OutputWishes>, string[]]>([
  ["an input", { files: ["in.csv"], force: true }, ["cli/output-is-input"]],
  ["an input by a link", { files: ["link.csv"], force: true }, ["cli/output-is-input"]],
  ["an input by its second name", { files: ["hard.csv"], force: true }, ["cli/output-is-input"]],
  ["an input that does not exist yet", { files: ["new.csv"], inputs: ["new.csv"] }, ["cli/output-is-input"]],
  ["what exists", { files: ["old.json"] }, ["cli/output-exists"]],
  ["a folder", { files: ["folder.json"], force: true }, ["cli/output-is-folder"]],
  ["a device", { files: ["/dev/null"], format: "json", force: true }, ["cli/output-not-a-file"]],
  ["into no folder", { files: ["nowhere/q.json"] }, ["cli/no-such-folder"]],
  ["the same twice", { files: ["q.json", "./q.json"] }, ["cli/output-twice"]],
  ["the same twice by a link", { files: ["old.json", "link.json"], force: true }, ["cli/output-twice"]],
  ["no known format", { files: ["q.docx", "q"] }, ["cli/unknown-format", "cli/unknown-format"]],
  ["one format by two names", { files: ["q.csv"], format: "json" }, ["cli/format-conflict"]],
])("refuses %s", async (_, wishes, codes) => {
  const { diagnostics } = await plan(wishes);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

it("with force replaces what exists, and what a link points to rather than the link", async () => {
  const { targets, diagnostics } = await plan({ files: ["link.json"], force: true });
  expect(diagnostics).toEqual([]);
  expect(targets).toEqual([{ file: "link.json", path: join(cwd, "old.json"), format: "json" }]);
});
