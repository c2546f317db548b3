import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { loadRulebook, shippedDir } from "../rulebook/load.ts";
import { parseRuleTests } from "../ruletest/parse.ts";
import type { RuleTestRun } from "../ruletest/result.ts";
import { runRuleTests } from "../ruletest/run.ts";
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
  if (runs.length > 0) await terminal.out(await render(runs, { options, terminal }));
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
  if (!suite) return { diagnostics };
  // A path is meant from the test's own folder; a bare word is a shipped rulebook.
  const isPath = /[/\\]|\.ya?ml$/.test(suite.rulebook);
  const loaded = await loadRulebook(isPath ? join(dirname(path), suite.rulebook) : suite.rulebook);
  for (const [file, text] of loaded.texts ?? []) texts.set(file, text);
  if (!loaded.rulebook) return { diagnostics: loaded.diagnostics };
  const run = runRuleTests(suite, loaded.rulebook, filter === undefined ? {} : { filter });
  return { run, diagnostics: run.diagnostics };
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
