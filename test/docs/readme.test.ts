import { mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, shell } from "../scenarios/built.ts";

const readmes = ["README.md", "README.zh-CN.md"];
const text = new Map(readmes.map((file) => [file, readFileSync(file, "utf8")]));

/** The lines of the blocks marked as shell. */
function commandsOf(file: string): string[] {
  const blocks = [...(text.get(file) ?? "").matchAll(/^```sh\n([\s\S]*?)^```$/gm)];
  return blocks
    .flatMap(([, block = ""]) => block.split("\n"))
    .filter((line) => line !== "" && !line.startsWith("alias "));
}

describe("every command of the README does what it says", () => {
  const folder = mkdtempSync(join(tmpdir(), "dingji-readme-"));
  for (const name of ["fixtures", "rules"]) symlinkSync(resolve(name), join(folder, name));
  beforeAll(build, 300_000);

  it.each(commandsOf("README.md"))("%s", (line) => {
    const { code, err } = shell(`set -o pipefail; ${line}`, folder);
    expect({ code, err: /internal error|内部错误/.test(err) }).toEqual({
      code: Number(/# exit (\d)$/.exec(line)?.[1] ?? 0),
      err: false,
    });
  });
});

it("says the same in both languages: commands, headings, pictures, links", () => {
  const shape = (file: string) => ({
    commands: commandsOf(file),
    headings: text.get(file)?.match(/^#+ /gm),
    pictures: text.get(file)?.match(/docs\/images\/[\w-]+/g),
    links: text
      .get(file)
      ?.match(/\]\((?!README)[^)]+\)/g)
      ?.map((link) => link.replace(/\.(en|zh)\.(png|svg)/, "")),
  });
  expect(shape("README.zh-CN.md")).toEqual(shape("README.md"));
});

it.each(readmes)("%s: its two commands are scripts, and every link leads somewhere", (file) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  expect(text.get(file)).toContain("npm run demo");
  expect(text.get(file)).toContain("npm test");
  expect(scripts).toMatchObject({ demo: expect.any(String), test: expect.any(String) });
  for (const [, link = ""] of text.get(file)?.matchAll(/\]\(([^):]+)\)/g) ?? [])
    expect(() => readFileSync(link), link).not.toThrow();
});
