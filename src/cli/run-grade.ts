import { since } from "../compare/since.ts";
import { tiersNotApplied } from "../compare/tiers-not-applied.ts";
import { sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { grade } from "../pipeline.ts";
import { type FormTemplates, formsSummary, renderForms } from "../report/forms/forms.ts";
import type { PersonReport } from "../report/person-report.ts";
import { noticeSummary } from "../report/publicity/notice.ts";
import { makeReport, type Report } from "../report/report.ts";
import { checkWanted } from "./check-outputs.ts";
import type { Invocation } from "./command.ts";
import { commit } from "./commit.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { formFiles } from "./form-files.ts";
import type { Format } from "./format.ts";
import { gatherPieces } from "./gather-pieces.ts";
import { spareMemory } from "./heap.ts";
import { planOutputs, type Target } from "./outputs.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { readPrevious } from "./read-previous.ts";
import { renderAs } from "./render-as.ts";
import { settingsShown } from "./settings-shown.ts";
import { onStage } from "./stages.ts";
import { summaryLine } from "./summary-line.ts";
import { version } from "./version.ts";
import { warnOfNamesakes } from "./warn-of-namesakes.ts";

/** What `grade` writes where. */
interface Destinations {
  readonly targets: readonly Target[];
  /** Undefined: nothing goes to standard output. */
  readonly standard: Format | undefined;
  readonly profile: "full" | "publicity";
  /** Undefined: no forms are written. */
  readonly forms: FormTemplates | undefined;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function runGrade(invocation: Invocation): Promise<ExitCode> {
  const prepared = await prepare(invocation, invocation.arguments);
  if (!prepared) return impossible;
  const { terminal, texts, rulebook, sources, overrides, settings, reading } = prepared;
  const destinations = await destinationsOf(invocation, prepared);
  if (!destinations) return impossible;
  spareMemory([destinations.standard, ...destinations.targets.map(({ format }) => format)]);

  const named = invocation.options.value("previous") ?? prepared.project?.previous;
  const { previous, diagnostics: earlier } = await readPrevious(named, rulebook, settings.period);
  if (earlier.some(isError)) {
    await terminal.report([...prepared.diagnostics, ...earlier], texts);
    return impossible;
  }

  const mask = settings.masks ? terminal.lang : undefined;
  const known = previous?.people.values();
  const outcome = await grade({
    ...settings,
    rulebook,
    sources,
    overrides,
    reading,
    mask,
    known,
    ...onStage(terminal),
  });
  const changed = previous && outcome.graded && since(previous, outcome.graded);
  const diagnostics = sortDiagnostics([
    ...prepared.diagnostics,
    ...destinations.diagnostics,
    ...earlier,
    ...outcome.diagnostics,
    ...(changed && outcome.graded ? tiersNotApplied(changed, outcome.graded) : []),
  ]);
  if (!outcome.graded) {
    await terminal.report(diagnostics, texts);
    return impossible;
  }
  const graded = { ...outcome.graded, diagnostics };
  const report = makeReport(graded, {
    since: changed,
    version: version(),
    margin: settings.margin,
    settings: settingsShown(settings, reading),
  });

  const failure = await writeAll(report, destinations, invocation, prepared);
  if (failure) {
    await terminal.report([failure]);
    return impossible;
  }
  const said = destinations.profile === "publicity" ? [...diagnostics, ...warnOfNamesakes(report)] : diagnostics;
  await terminal.report(said, texts);
  if (destinations.targets.length > 0) await terminal.say(summaryLine(report, destinations.targets));
  if (destinations.profile === "publicity") await terminal.say(noticeSummary(report));
  if (destinations.forms) await terminal.say(formsSummary(report));
  return exitCodeOf(said, invocation.options.has("strict"));
}

/** Where the result goes: `-o`, else `-f` on standard output, else the project's outputs, else a table. */
async function destinationsOf(
  { options, io }: Invocation,
  { terminal, project, files, rulebook, settings }: Prepared,
): Promise<Destinations | undefined> {
  const profile = options.value("profile") === "publicity" ? "publicity" : "full";
  const used = formFiles(options, project, terminal.lang);
  const format = options.value("format") as Format | undefined;
  const previous = options.value("previous") ?? project?.previous;
  const asked = options.values("output");
  const named = asked.length > 0 || format !== undefined ? asked : (project?.outputs ?? []);
  const toFiles = named.filter((file) => file !== "-");
  const standard = toFiles.length === named.length && named.length > 0 ? undefined : (format ?? "table");
  const { targets, diagnostics } = await planOutputs({
    files: toFiles,
    format: standard === undefined ? format : undefined,
    inputs: [...files, ...used.own, ...(previous === undefined ? [] : [previous])],
    force: options.has("force"),
    cwd: io.cwd(),
  });
  const found: Diagnostic[] = [...diagnostics, ...used.diagnostics];
  if (standard === "xlsx" && terminal.isTerminal) found.push(diagnose("cli/binary-to-terminal", undefined, {}));
  const { period, appoint } = settings;
  found.push(...checkWanted({ targets, standard, profile, rulebook, period, appoint }));
  const forms = targets.some(({ format }) => format === "forms")
    ? await (await import("./read-forms.ts")).readForms(used.files)
    : undefined;
  if (Array.isArray(forms)) found.push(...forms);
  if (found.every(({ severity }) => severity !== "error"))
    return { targets, standard, profile, forms: forms as FormTemplates | undefined, diagnostics: found };
  await terminal.report(found);
  return undefined;
}

async function writeAll(
  report: Report,
  { targets, standard, profile, forms }: Destinations,
  { options, io }: Invocation,
  { terminal }: Prepared,
): Promise<Diagnostic | undefined> {
  const looks = { terminal, bom: !options.has("no-bom"), profile };
  const contents = targets.map(({ file, path, format }) => {
    if (format === "forms") {
      const work = { zh: "写通知书和审批表", en: "writing notices and approval forms" };
      const onPerson = (_: PersonReport, index: number, count: number) => terminal.progress?.phase(work, index, count);
      return { file, path, files: () => renderForms(report, forms!, terminal.lang, onPerson) };
    }
    const chunks = () => {
      terminal.progress?.phase({ zh: `写 ${file}`, en: `writing ${file}` });
      return renderAs(report, format, { ...looks, toFile: true });
    };
    return { file, path, chunks };
  });
  const failure = contents.length > 0 ? await commit(contents, io) : undefined;
  if (failure || standard === undefined) return failure;
  const content = await renderAs(report, standard, { ...looks, toFile: false });
  if (content instanceof Uint8Array) await terminal.out(content);
  else for await (const piece of gatherPieces(content)) await terminal.out(piece);
  return undefined;
}
