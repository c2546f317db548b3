import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { loadRulebook, shippedDir, shippedRulebooks } from "../../src/rulebook/load.ts";
import { parseRuleTests } from "../../src/ruletest/parse.ts";
import { runRuleTests } from "../../src/ruletest/run.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/rules/", import.meta.url));
const suites = [shippedDir, fixtures].flatMap((folder) => {
  return readdirSync(folder).flatMap((file) =>
    file.endsWith(".test.yml") ? [{ name: file, file: join(folder, file) }] : [],
  );
});

it("every shipped rulebook has its tests", () => {
  const files = readdirSync(shippedDir);
  const rulebooks = files.filter((file) => file.endsWith(".yml") && !file.endsWith(".test.yml"));
  expect(rulebooks.filter((file) => !files.includes(file.replace(/\.yml$/, ".test.yml")))).toEqual([]);
});

it("docs/systems.md has a line for every shipped rulebook, and for no other", async () => {
  const text = readFileSync(fileURLToPath(new URL("../../docs/systems.md", import.meta.url)), "utf8");
  const listed = [...text.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id);
  expect(listed.toSorted()).toEqual(await shippedRulebooks());
});

it("an outside policy is written without code, in under 150 lines", () => {
  expect(readFileSync(join(fixtures, "score-ladder.yml"), "utf8").split("\n").length).toBeLessThan(150);
});

describe("by its id", () => {
  const home = process.cwd();
  afterEach(() => process.chdir(home));
  it("a shipped rulebook is found beside a folder of the same name", async () => {
    process.chdir(fileURLToPath(new URL("../../fixtures/systems/", import.meta.url)));
    const { rulebook, diagnostics } = await loadRulebook("personal-vip");
    expect(diagnostics).toEqual([]);
    expect(rulebook?.id).toBe("personal-vip");
  });
});

describe.each(suites)("$name", ({ file }) => {
  it("passes, sees both outcomes of every comparison, and stands on every line", async () => {
    const { suite, diagnostics } = parseRuleTests(file, readFileSync(file, "utf8"));
    expect(diagnostics).toEqual([]);
    const { rulebook } = await loadRulebook(file.replace(/\.test\.yml$/, ".yml"));
    if (!suite || !rulebook) throw new Error(file);
    const { results, diagnostics: problems, coverage } = runRuleTests(suite, rulebook);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(results.filter(({ status }) => status !== "pass").map(({ test }) => test.name)).toEqual([]);
    const { leaves } = coverage;
    const unseen = leaves.filter(({ pass, fail, exact }) => pass === 0 || fail === 0 || exact === 0);
    expect(unseen.map(({ leaf }) => leaf.id)).toEqual([]);
  });
});
