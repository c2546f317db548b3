import { readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { run } from "./run-program.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const chinese = { LANG: "zh_CN.UTF-8" };

it.each(["--version", "-V"])("%s prints the version of package.json and nothing else", async (line) => {
  expect(await run(line)).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

it.each([
  ["--help", "Usage: dingji <command> [options]"],
  ["-h --lang zh", "用法：dingji <命令> [选项]"],
  ["help", "Usage: dingji <command> [options]"],
  ["grade --help", "Usage: dingji grade [FILE...] [options]"],
  ["grade a.xlsx -r x -h", "Usage: dingji grade [FILE...] [options]"],
  ["help grade --lang zh", "用法：dingji grade [FILE...] [选项]"],
  ["--lang zh check --help", "用法：dingji check RULEBOOK... [选项]"],
])("dingji %s: help on standard output", async (line, first) => {
  const { code, out, err } = await run(line);
  expect([code, err, out.split("\n", 1)[0]]).toEqual([0, "", first]);
});

it("says every command, and examples, in the help", async () => {
  const { out } = await run("--help");
  for (const { name } of commands) expect(out).toContain(`\n  ${name} `);
  expect(out).toContain(
    "Examples:\n  # grade a quarter, and see the result on the screen\n  dingji grade quarter.xlsx",
  );
});

it("follows the locale, and --lang before it", async () => {
  expect((await run("--help", { env: chinese })).out).toContain("命令：");
  expect((await run("--help --lang en", { env: chinese })).out).toContain("Commands:");
});

it("without a command shows the help as an error", async () => {
  const { code, out, err } = await run("");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("Usage: dingji");
});

it.each([
  ["graed", "cli/unknown-command", 'there is no command "graed"; did you mean "grade"?'],
  ["grade --fromat json", "cli/unknown-option", 'dingji grade has no option --fromat; did you mean "--format"?'],
  ["grade --nope=1", "cli/unknown-option", "dingji grade has no option --nope"],
  ["grade -f josn a.xlsx", "cli/bad-value", '--format cannot be "josn"; did you mean "json"? (it can be: table, json,'],
  ["grade a.xlsx -r", "cli/option-without-value", "option --rulebook needs a value"],
  ["explain", "cli/missing-argument", "missing argument: ID"],
  ["check", "cli/missing-argument", "missing argument: RULEBOOK"],
  ["completion bash zsh", "cli/too-many-arguments", 'dingji completion has no use for "zsh"'],
  ["completion tcsh", "cli/bad-value", 'SHELL cannot be "tcsh"'],
  ["grade --lang fr", "cli/bad-value", '--lang cannot be "fr"'],
])("dingji %s: %s, exit 2", async (line, code, message) => {
  const ran = await run(line);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.err).toContain(code);
  expect(ran.err).toContain(message);
});

it("says usage errors in Chinese", async () => {
  const { err } = await run("graed", { env: chinese });
  expect(err).toContain("没有“graed”这个命令，是不是“grade”？");
});

it("catches a bug once: one line, exit 3; the stack on demand", async () => {
  const ran = await Promise.all([broken({}), broken({ DINGJI_DEBUG: "1" }), broken({ LANG: "zh_CN" })]);
  expect(ran.map(({ code }) => code)).toEqual([3, 3, 3]);
  const [plain, debug, zh] = ran.map(({ err }) => err);
  expect(plain).toMatch(/^dingji: internal error, not your data's fault: RangeError: no such place\. .*\n$/);
  expect(debug).toContain("\n    at ");
  expect(zh).toMatch(/^dingji 内部错误（不是数据的问题）：RangeError: no such place。/);
});

/** A run whose working folder cannot even be asked for. */
async function broken(env: Record<string, string>): Promise<{ code: number; err: string }> {
  let err = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      err += String(chunk);
      done();
    },
  });
  const cwd = (): string => {
    throw new RangeError("no such place");
  };
  const io = { stdin: process.stdin, stdout: sink, stderr: sink, env, cwd } as Io;
  return { code: await main(["node", "dingji", "grade", "a.xlsx", "-r", "bocom-nanchang", "-p", "2026Q4"], io), err };
}

it("colours nothing by itself, and on demand", async () => {
  const start = "\u001b[";
  expect((await run("graed")).err).not.toContain(start);
  expect((await run("graed", { env: { FORCE_COLOR: "1" } })).err).toContain(start);
  expect((await run("graed", { env: { FORCE_COLOR: "0" } })).err).not.toContain(start);
  expect((await run("--no-color graed", { env: { FORCE_COLOR: "1" } })).err).not.toContain(start);
});
