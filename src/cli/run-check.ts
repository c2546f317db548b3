import { checkRulebook } from "../check/check.ts";
import { sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { diagnosticJson } from "../report/json-diagnostic.ts";
import { type LoadedRulebook, loadRulebook } from "../rulebook/load.ts";
import type { Invocation } from "./command.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { filesIn, isRulebook, isRuleTest } from "./find-files.ts";
import type { Terminal } from "./terminal.ts";

/** Findings are the result here, so they go to standard output. */
export async function runCheck({ arguments: named, options, terminal }: Invocation): Promise<ExitCode> {
  // `check rules/*.yml` names the rule tests too: those are for `dingji test`.
  const rulebooks = named.filter((one) => !isRuleTest(one));
  const files = (await Promise.all(rulebooks.map((one) => filesIn(one, isRulebook)))).flat();
  if (files.length === 0) {
    await terminal.report([nothingToCheck(named)]);
    return impossible;
  }
  const loaded: LoadedRulebook[] = [];
  for (const file of new Set(files)) loaded.push(await loadAndCheck(file));

  // Without its text a rulebook was not even read: that is no finding, but a reason why there are none.
  const [unread, read] = [
    loaded.filter(({ text }) => text === undefined),
    loaded.filter(({ text }) => text !== undefined),
  ];
  if (options.value("format") === "json") await terminal.out(checkJson(read, terminal.lang));
  else await showFindings(read, terminal, options.has("strict"));
  await terminal.report(unread.flatMap(({ diagnostics }) => diagnostics));
  if (unread.length > 0) return impossible;
  return exitCodeOf(
    read.flatMap(({ diagnostics }) => diagnostics),
    options.has("strict"),
  );
}

/** Checking nothing must not look like finding nothing. */
function nothingToCheck(named: readonly string[]): Diagnostic {
  const test = named.find(isRuleTest);
  if (test !== undefined) return diagnose("cli/tests-for-check", { file: test }, { file: test });
  return diagnose("cli/no-rulebooks", undefined, { folder: named.join(" ") });
}

/** A valid rulebook is looked through for what is odd in it, too. */
async function loadAndCheck(file: string): Promise<LoadedRulebook> {
  const loaded = await loadRulebook(file);
  if (isTests(loaded)) return { file, diagnostics: [diagnose("cli/tests-for-check", { file }, { file })] };
  const { rulebook, document, places } = loaded;
  if (!rulebook || !document || !places) return loaded;
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...checkRulebook(rulebook, document, places)] };
}

/** Rule tests under a name of their own. */
function isTests({ document }: LoadedRulebook): boolean {
  const tree = document?.tree;
  return typeof tree === "object" && tree !== null && "rulebook" in tree && "tests" in tree && !("dingji" in tree);
}

/** Quiet leaves what counts: errors, and under `--strict` warnings. */
async function showFindings(loaded: readonly LoadedRulebook[], terminal: Terminal, strict: boolean): Promise<void> {
  const all = sortDiagnostics(loaded.flatMap(({ diagnostics }) => diagnostics));
  const findings = terminal.quiet && !strict ? all.filter(isError) : all;
  const texts = new Map(loaded.flatMap((one) => [...(one.texts ?? [])]));
  if (findings.length > 0) await terminal.show(findings, texts);
  for (const { file, diagnostics } of loaded) {
    if (diagnostics.length > 0 || terminal.quiet) continue;
    await terminal.out(`${{ zh: `${file}：没有问题`, en: `${file}: no problems` }[terminal.lang]}\n`);
  }
}

/** `dingji/check@1` */
function checkJson(loaded: readonly LoadedRulebook[], lang: Terminal["lang"]): string {
  const rulebooks = loaded.map(({ file, rulebook, diagnostics }) => ({
    file,
    id: rulebook?.id ?? null,
    valid: rulebook !== undefined,
    diagnostics: sortDiagnostics(diagnostics).map((one) => diagnosticJson(one, lang)),
  }));
  return `${JSON.stringify({ schema: "dingji/check@1", rulebooks }, undefined, 2)}\n`;
}
