import { since } from "../compare/since.ts";
import { sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { grade } from "../pipeline.ts";
import { makeReport, type Report } from "../report/report.ts";
import type { Invocation } from "./command.ts";
import { commit } from "./commit.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import type { Format } from "./format.ts";
import { gatherPieces } from "./gather-pieces.ts";
import { planOutputs, type Target } from "./outputs.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { readPrevious } from "./read-previous.ts";
import { renderAs } from "./render-as.ts";
import { settingsShown } from "./settings-shown.ts";
import { summaryLine } from "./summary-line.ts";
import { version } from "./version.ts";

/** What `grade` writes where. */
interface Destinations {
  readonly targets: readonly Target[];
  /** Undefined: nothing goes to standard output. */
  readonly standard: Format | undefined;
}

export async function runGrade(invocation: Invocation): Promise<ExitCode> {
  const prepared = await prepare(invocation, invocation.arguments);
  if (!prepared) return impossible;
  const { terminal, texts, rulebook, sources, overrides, settings, reading } = prepared;
  const destinations = await destinationsOf(invocation, prepared);
  if (!destinations) return impossible;

  const named = invocation.options.value("previous") ?? prepared.project?.previous;
  const { previous, diagnostics: earlier } = await readPrevious(named, rulebook, settings.period);
  if (earlier.some(({ severity }) => severity === "error")) {
    await terminal.report([...prepared.diagnostics, ...earlier], texts);
    return impossible;
  }

  const outcome = await grade({ ...settings, rulebook, sources, overrides, reading });
  const diagnostics = sortDiagnostics([...prepared.diagnostics, ...earlier, ...outcome.diagnostics]);
  if (!outcome.graded) {
    await terminal.report(diagnostics, texts);
    return impossible;
  }
  const graded = { ...outcome.graded, diagnostics };
  const report = makeReport(graded, {
    since: previous && since(previous, graded),
    version: version(),
    margin: settings.margin,
    settings: settingsShown(settings, reading),
  });

  const failure = await writeAll(report, destinations, invocation, prepared);
  if (failure) {
    await terminal.report([failure]);
    return impossible;
  }
  await terminal.report(diagnostics, texts);
  if (destinations.targets.length > 0) await terminal.say(summaryLine(report, destinations.targets));
  return exitCodeOf(diagnostics, invocation.options.has("strict"));
}

/** Where the result goes: `-o`, else `-f` on standard output, else the project's outputs, else a table. */
async function destinationsOf(
  { options, io }: Invocation,
  { terminal, project, files }: Prepared,
): Promise<Destinations | undefined> {
  const format = options.value("format") as Format | undefined;
  const previous = options.value("previous") ?? project?.previous;
  const asked = options.values("output");
  const named = asked.length > 0 || format !== undefined ? asked : (project?.outputs ?? []);
  const toFiles = named.filter((file) => file !== "-");
  const standard = toFiles.length === named.length && named.length > 0 ? undefined : (format ?? "table");
  const { targets, diagnostics } = await planOutputs({
    files: toFiles,
    format: standard === undefined ? format : undefined,
    inputs: previous === undefined ? files : [...files, previous],
    force: options.has("force"),
    cwd: io.cwd(),
  });
  const found: Diagnostic[] = [...diagnostics];
  if (standard === "xlsx" && terminal.isTerminal) found.push(diagnose("cli/binary-to-terminal", undefined, {}));
  if (found.length === 0) return { targets, standard };
  await terminal.report(found);
  return undefined;
}

async function writeAll(
  report: Report,
  { targets, standard }: Destinations,
  { options, io }: Invocation,
  { terminal }: Prepared,
): Promise<Diagnostic | undefined> {
  const looks = { terminal, bom: !options.has("no-bom") };
  const contents = targets.map(({ file, path, format }) => ({
    file,
    path,
    chunks: () => renderAs(report, format, { ...looks, toFile: true }),
  }));
  const failure = contents.length > 0 ? await commit(contents, io) : undefined;
  if (failure || standard === undefined) return failure;
  const content = await renderAs(report, standard, { ...looks, toFile: false });
  if (content instanceof Uint8Array) await terminal.out(content);
  else for (const piece of gatherPieces(content)) await terminal.out(piece);
  return undefined;
}
