import { EventEmitter } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { commit } from "../../src/cli/commit.ts";

let folder: string;
const nobody = {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dingji-commit-"));
});

const content = (file: string, chunks: Iterable<string> | Uint8Array) => ({
  file,
  path: join(folder, file),
  chunks: async () => chunks,
});
const read = (file: string) => readFileSync(join(folder, file), "utf8");

function* failing(): Generator<string> {
  yield "half";
  throw new Error("rendering broke");
}

it("writes every file and leaves nothing else", async () => {
  writeFileSync(join(folder, "b.csv"), "old");
  chmodSync(join(folder, "b.csv"), 0o600);
  const done = await commit([content("a.json", ["{", "}"]), content("b.csv", Buffer.from("new"))], nobody);
  expect(done).toBeUndefined();
  expect([read("a.json"), read("b.csv")]).toEqual(["{}", "new"]);
  expect(statSync(join(folder, "b.csv")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "b.csv"]);
});

it("writes none when one cannot be made", async () => {
  writeFileSync(join(folder, "a.json"), "old");
  const found = await commit([content("a.json", ["new"]), content("none/b.csv", ["new"])], nobody);
  expect(found).toMatchObject({ code: "cli/cannot-write", location: { file: "none/b.csv" } });
  expect(found?.args.problem).toBe("ENOENT: no such file or directory");
  expect(read("a.json")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

it("puts everything back when the last replacement fails", async () => {
  writeFileSync(join(folder, "a.json"), "old");
  mkdirSync(join(folder, "c.md"));
  writeFileSync(join(folder, "c.md", "kept"), "");
  const contents = [content("a.json", ["new"]), content("b.csv", ["new"]), content("c.md", ["new"])];
  expect(await commit(contents, nobody)).toMatchObject({ code: "cli/cannot-write", location: { file: "c.md" } });
  expect(read("a.json")).toBe("old");
  expect(existsSync(join(folder, "b.csv"))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "c.md"]);
});

it("leaves nothing behind when rendering has a bug", async () => {
  await expect(commit([content("a.json", ["new"]), content("b.csv", failing())], nobody)).rejects.toThrow(
    "rendering broke",
  );
  expect(readdirSync(folder)).toEqual([]);
});

it("stops watching for signals", async () => {
  const io = new EventEmitter();
  await commit([content("a.json", ["new"])], { on: io.on.bind(io), off: io.off.bind(io) });
  expect(io.eventNames()).toEqual([]);
});

const pages = (...names: readonly string[]) => ({
  file: "forms/",
  path: join(folder, "forms"),
  *files() {
    for (const name of names) {
      if (name === "!") throw new Error("rendering broke");
      yield { name, bytes: Buffer.from(name) };
    }
  },
});

it("writes a folder as a whole, in place of an old one", async () => {
  mkdirSync(join(folder, "forms"));
  writeFileSync(join(folder, "forms", "old.xlsx"), "old");
  expect(await commit([content("a.json", ["{}"]), pages("x.xlsx", "y.xlsx")], nobody)).toBeUndefined();
  expect(readdirSync(folder).sort()).toEqual(["a.json", "forms"]);
  expect(readdirSync(join(folder, "forms")).sort()).toEqual(["x.xlsx", "y.xlsx"]);
  expect(read("forms/x.xlsx")).toBe("x.xlsx");
});

it("leaves an old folder as it is when one of its files cannot be made, or another output fails", async () => {
  mkdirSync(join(folder, "forms"));
  writeFileSync(join(folder, "forms", "old.xlsx"), "old");
  await expect(commit([pages("x.xlsx", "!")], nobody)).rejects.toThrow("rendering broke");
  const late = await commit([pages("x.xlsx"), content("none/b.csv", ["new"])], nobody);
  expect(late).toMatchObject({ code: "cli/cannot-write", location: { file: "none/b.csv" } });
  mkdirSync(join(folder, "c.md"));
  expect(await commit([pages("x.xlsx"), content("c.md", ["new"])], nobody)).toMatchObject({ code: "cli/cannot-write" });
  expect(readdirSync(folder).sort()).toEqual(["c.md", "forms"]);
  expect([readdirSync(join(folder, "forms")), read("forms/old.xlsx")]).toEqual([["old.xlsx"], "old"]);
});
