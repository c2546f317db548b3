import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Person } from "../facts/facts.ts";
import { hidden, type Masks } from "../mask/masks.ts";
import { grade } from "../pipeline.ts";
import type { PersonReport } from "../report/person-report.ts";
import { makeReport, type Report } from "../report/report.ts";
import { fitted } from "../report/wrap.ts";
import { didYouMean } from "../text/suggest.ts";
import { isTable } from "../workbook/inputs.ts";
import type { Invocation } from "./command.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { prepare } from "./prepare.ts";
import { readProject } from "./project.ts";
import { onStage } from "./stages.ts";
import { version } from "./version.ts";

export async function runExplain(invocation: Invocation): Promise<ExitCode> {
  const [wanted = "", ...files] = invocation.arguments;
  const mistaken = await fileForId(wanted, files, invocation);
  if (mistaken) {
    await invocation.terminal.report([mistaken]);
    return impossible;
  }
  const prepared = await prepare(invocation, files);
  if (!prepared) return impossible;
  const { terminal, texts, rulebook, sources, overrides, settings, reading } = prepared;
  const mask = settings.masks ? terminal.lang : undefined;
  const { graded, diagnostics } = await grade({
    ...settings,
    rulebook,
    sources,
    overrides,
    reading,
    mask,
    ...onStage(terminal),
  });
  if (!graded) {
    await terminal.report([...prepared.diagnostics, ...diagnostics], texts);
    return impossible;
  }
  const report = makeReport(graded, { version: version() });
  const found = findPerson(report, wanted, graded.masks);
  if ("code" in found) {
    await terminal.report([found]);
    return impossible;
  }
  await terminal.out(await render(report, found, invocation, terminal.lang));
  const own = problemsOf(found.person);
  await terminal.report([...prepared.diagnostics, ...own], texts);
  return exitCodeOf(own, false);
}

/** A file where the id belongs: said by its ending, or, where nothing else is named to be read, by its being there. */
async function fileForId(
  wanted: string,
  files: readonly string[],
  { io }: Invocation,
): Promise<Diagnostic | undefined> {
  const isFile =
    isTable(wanted) ||
    (files.length === 0 &&
      (await stat(resolve(io.cwd(), wanted)).catch(() => undefined)) !== undefined &&
      ((await readProject(io.cwd())).project?.inputs ?? []).length === 0);
  return isFile ? diagnose("cli/file-for-id", undefined, { file: wanted }) : undefined;
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
  return fitted(renderExplain(report, one, { lang, chalk: await terminal.chalk() }), terminal.width);
}

/** By id, else by name if only one person has it. Where people are masked, by either as it is or as it is masked. */
function findPerson({ people }: Report, wanted: string, masks: Masks | undefined): PersonReport | Diagnostic {
  const asked = wanted.normalize("NFKC").trim();
  const meant = masks?.meant(asked) ?? [];
  if (meant.length > 1) {
    const args = { name: hidden, count: meant.length, ids: meant.join(", ") };
    return diagnose("cli/ambiguous-person", undefined, args);
  }
  const key = meant[0] ?? asked;
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
  return diagnose("cli/unknown-person", undefined, {
    id: masks?.known(key) ?? key,
    suggestion: didYouMean(key, known),
  });
}

function problemsOf({ problems }: Person): readonly Diagnostic[] {
  return problems;
}
