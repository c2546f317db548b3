import { readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { parseRuleDocument } from "../rulebook/document.ts";
import { loadRulebook, shippedDir } from "../rulebook/load.ts";
import { parseRuleTests } from "../ruletest/parse.ts";
import type { RuleTestRun } from "../ruletest/result.ts";
import { runRuleTests } from "../ruletest/run.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Lang, spoken } from "../text/text.ts";
import type { Invocation } from "./command.ts";
import { clean, type ExitCode, findings, impossible } from "./exit-code.ts";
import { filesIn, isRuleTest } from "./find-files.ts";

export async function runTest({ arguments: named, options, io, terminal }: Invocation): Promise<ExitCode> {
  const files = await testFiles(named, io.cwd());
  if (files.length === 0) {
    await terminal.report([diagnose("cli/no-tests", undefined, {})]);
    return impossible;
  }
  const runs: RuleTestRun[] = [];
  const problems: Diagnostic[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    const { run, diagnostics } = await runFile(file, options.value("filter"), texts);
    if (run) runs.push(run);
    problems.push(...diagnostics);
  }
  const missed = noneSelected(runs, options.value("filter"));
  if (missed) problems.push(missed);
  else if (runs.length > 0) await terminal.out(await render(runs, { options, terminal }));
  await terminal.report(problems, texts);
  if (problems.some(isError)) return impossible;
  return runs.every(({ results }) => results.every(({ status }) => status === "pass")) ? clean : findings;
}

/** A file of rule tests: where it is, and what it is called to the user. */
interface TestFile {
  readonly path: string;
  readonly name: string;
}

/** What is named; else the folder at hand's; else those of the shipped rulebooks. */
async function testFiles(named: readonly string[], cwd: string): Promise<TestFile[]> {
  if (named.length > 0) {
    const found = await Promise.all(named.map((one) => filesIn(one, isRuleTest)));
    return [...new Set(found.flat())].map((path) => ({ path, name: path }));
  }
  const own = await filesIn(cwd, isRuleTest);
  if (own.length > 0) return own.map((path) => ({ path, name: basename(path) }));
  return (await filesIn(shippedDir, isRuleTest)).map((path) => ({ path, name: `rules/${basename(path)}` }));
}

/** No run: the file or its rulebook cannot be read or is not valid. */
async function runFile(
  { path, name }: TestFile,
  filter: string | undefined,
  texts: Map<string, string>,
): Promise<{ run?: RuleTestRun; diagnostics: readonly Diagnostic[] }> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { diagnostics: [diagnose("cli/no-such-file", { file: name }, { file: name })] };
  texts.set(name, text);
  const { suite, diagnostics } = parseRuleTests(name, text);
  if (!suite) return { diagnostics: (await rulebookInstead({ path, name }, text)) ?? diagnostics };
  // A path is meant from the test's own folder; a bare word is a shipped rulebook.
  const isPath = /[/\\]|\.ya?ml$/.test(suite.rulebook);
  const isBeside = isPath && !isAbsolute(suite.rulebook);
  const loaded = await loadRulebook(isBeside ? join(dirname(path), suite.rulebook) : suite.rulebook);
  for (const [file, text] of loaded.texts ?? []) texts.set(file, text);
  if (!loaded.rulebook) return { diagnostics: loaded.diagnostics };
  const run = runRuleTests(suite, loaded.rulebook, filter === undefined ? {} : { filter });
  return { run, diagnostics: run.diagnostics };
}

/** How many names of tests a message lists. */
const namesListed = 8;

/** A filter that no test of any file answers to: nothing was tested, which must not look like a pass. */
function noneSelected(runs: readonly RuleTestRun[], filter: string | undefined): Diagnostic | undefined {
  if (filter === undefined || runs.length === 0 || runs.some(({ results }) => results.length > 0)) return undefined;
  // The cases of a table share its name.
  const names = [...new Set(runs.flatMap(({ suite }) => suite.tests.map(({ name }) => name.split(" · ")[0] ?? name)))];
  if (names.length === 0) return undefined;
  const more = names.length > namesListed ? "…" : "";
  const shown = spoken((lang) => quotedList(names.slice(0, namesListed), lang) + more);
  return diagnose("cli/no-such-test", undefined, { filter, near: didYouMean(filter, names), names: shown });
}

function quotedList(names: readonly string[], lang: Lang): string {
  return names.map((name) => (lang === "zh" ? `“${name}”` : `"${name}"`)).join(lang === "zh" ? "、" : ", ");
}

/** What is wrong with a file of tests that is a rulebook in truth; undefined: it is none. */
async function rulebookInstead({ path, name }: TestFile, text: string): Promise<Diagnostic[] | undefined> {
  const { document } = parseRuleDocument(name, text);
  const tree = document?.tree;
  if (typeof tree !== "object" || tree === null || !("dingji" in tree) || "tests" in tree) return undefined;
  const testsOf = (file: string) => `${file.replace(/(?:\.test)?\.ya?ml$/i, "")}.test.yml`;
  const tests = testsOf(name);
  const there = tests !== name && (await stat(testsOf(path)).catch(() => undefined))?.isFile();
  const advice = there
    ? { zh: `它的测试在 ${tests}：dingji test ${tests}`, en: `its tests are in ${tests}: dingji test ${tests}` }
    : { zh: "检查规则本身用 dingji check", en: "dingji check looks through the rulebook itself" };
  return [diagnose("cli/rulebook-for-tests", { file: name }, { file: name, advice })];
}

async function render(
  runs: readonly RuleTestRun[],
  { options, terminal }: Pick<Invocation, "options" | "terminal">,
): Promise<string> {
  const { lang } = terminal;
  switch (options.value("format")) {
    case "json":
      return (await import("../ruletest/render-json.ts")).renderJson(runs, lang);
    case "junit":
      return (await import("../ruletest/render-junit.ts")).renderJunit(runs, lang);
    default: {
      const { renderText } = await import("../ruletest/render-text.ts");
      return renderText(runs, { lang, paint: await terminal.chalk(), coverage: options.has("coverage") });
    }
  }
}
