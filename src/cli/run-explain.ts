import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Person } from "../facts/facts.ts";
import { grade } from "../pipeline.ts";
import type { PersonReport } from "../report/person-report.ts";
import { makeReport, type Report } from "../report/report.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Invocation } from "./command.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { prepare } from "./prepare.ts";
import { version } from "./version.ts";

export async function runExplain(invocation: Invocation): Promise<ExitCode> {
  const [wanted = "", ...files] = invocation.arguments;
  const prepared = await prepare(invocation, files);
  if (!prepared) return impossible;
  const { terminal, texts, rulebook, sources, overrides, settings, reading } = prepared;
  const { graded, diagnostics } = await grade({ ...settings, rulebook, sources, overrides, reading });
  if (!graded) {
    await terminal.report([...prepared.diagnostics, ...diagnostics], texts);
    return impossible;
  }
  const report = makeReport(graded, { version: version() });
  const found = findPerson(report, wanted);
  if ("code" in found) {
    await terminal.report([found]);
    return impossible;
  }
  await terminal.out(await render(report, found, invocation, terminal.lang));
  const own = problemsOf(found.person);
  await terminal.report([...prepared.diagnostics, ...own], texts);
  return exitCodeOf(own, false);
}

async function render(
  report: Report,
  one: PersonReport,
  { options, terminal }: Invocation,
  lang: "zh" | "en",
): Promise<string> {
  if (options.value("format") === "json") {
    return (await import("../report/explain-json.ts")).renderExplainJson(report, one, lang);
  }
  const { renderExplain } = await import("../report/explain.ts");
  return renderExplain(report, one, { lang, chalk: await terminal.chalk() });
}

/** By id, else by name if only one person has it. */
function findPerson({ people }: Report, wanted: string): PersonReport | Diagnostic {
  const key = wanted.normalize("NFKC").trim();
  const byId = people.find(({ id }) => id === key);
  if (byId) return byId;
  const named = people.filter(({ name }) => name === key);
  const [only] = named;
  if (only && named.length === 1) return only;
  if (only) {
    const ids = named.map(({ id }) => id).join(", ");
    return diagnose("cli/ambiguous-person", undefined, { name: key, count: named.length, ids });
  }
  const known = people.flatMap(({ id, name }) => (name === "" ? [id] : [id, name]));
  return diagnose("cli/unknown-person", undefined, { id: key, suggestion: didYouMean(key, known) });
}

function problemsOf({ problems }: Person): readonly Diagnostic[] {
  return problems;
}
