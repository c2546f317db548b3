import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { longName } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/commands.ts";
import { run } from "./run-program.ts";

let script: string;

beforeAll(async () => {
  script = join(mkdtempSync(join(tmpdir(), "dingji-completion-")), "bash");
  writeFileSync(script, (await run("completion bash")).out);
});

/** What bash itself offers for the last word of a line. */
function offers(line: string): string[] {
  const words = line.split(" ");
  const setting = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}`;
  const out = execFileSync("bash", [
    "-c",
    `source '${script}'; ${setting}; _dingji 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]);
  return out
    .toString()
    .split("\n")
    .filter((word) => word !== "");
}

it.each([
  ["dingji ", commands.map(({ name }) => name)],
  ["dingji ex", ["explain"]],
  ["dingji completion ", ["bash", "zsh", "fish"]],
  ["dingji grade q.xlsx -f ", ["table", "json", "ndjson", "csv", "md", "xlsx", "html"]],
  ["dingji grade --format nd", ["ndjson"]],
  ["dingji grade --lang ", ["zh", "en"]],
  ["dingji grade -r boc", ["bocom-nanchang"]],
  ["dingji check boc", ["bocom-nanchang"]],
  ["dingji grade --no-", ["--no-bom", "--no-color"]],
  ["dingji --lang zh gr", ["grade"]],
  ["dingji grade -p ", []],
])("bash: %s", (line, words) => {
  expect(offers(line)).toEqual(words);
});

it("knows every command and option in every shell, in both languages", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { out, code } = await run(`completion ${shell} --lang zh`);
    expect(code).toBe(0);
    for (const command of commands) {
      expect(out).toContain(command.name);
      if (shell !== "bash") expect(out).toContain(command.summary.zh);
      for (const option of command.options) expect(out).toContain(longName(option.flags));
    }
  }
});
