import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { bindFacts } from "../facts/bind-facts.ts";
import { type Inspection, inspectionOf } from "../report/inspect/inspection.ts";
import { loadRulebook } from "../rulebook/load.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { listOf } from "../text/text.ts";
import { expandInputs } from "../workbook/inputs.ts";
import { defaultLimits } from "../workbook/limits.ts";
import { type InputSource, type ReadOptions, type ReadTables, readTables } from "../workbook/read.ts";
import type { Invocation } from "./command.ts";
import { commit } from "./commit.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { damagedFiles, everyProblem, planMarked } from "./marked-output.ts";
import type { Target } from "./outputs.ts";
import { projectFile, readProject } from "./project.ts";
import { checkReading, mappingsOf, type Reading, readingOptions } from "./reading-options.ts";
import { readInput } from "./stdin.ts";
import type { Terminal } from "./terminal.ts";

/** What is looked through, and how. */
interface Request {
  /** In the language of the project file, unless the command line says another. */
  readonly terminal: Terminal;
  readonly rulebook: Rulebook | undefined;
  readonly sources: readonly InputSource[];
  readonly reading: Reading;
  /** Where the sheets are written with their problems marked; undefined: nowhere. */
  readonly target: Target | undefined;
  /** Warnings of the rulebook. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Data problems are the result here, so they go to standard output. */
export async function runInspect(invocation: Invocation): Promise<ExitCode> {
  const request = await requestOf(invocation);
  if (!request) return impossible;
  const { terminal, rulebook, sources, reading, target } = request;
  const read = await readTables(sources, rulebook?.tableSpecs ?? [], optionsOf(request));
  terminal.progress?.phase({ zh: "核对数据", en: "checking the data" });
  const found = [...read.diagnostics, ...(rulebook ? bindFacts(read.tables, rulebook).diagnostics.filter(isNews) : [])];
  const inspection = inspectionOf(read, found, rulebook);

  if (invocation.options.has("suggest")) await suggest(inspection, reading, terminal);
  else await terminal.out(await render(inspection, invocation, terminal));
  await terminal.report(request.diagnostics, request.texts);
  const failure = target && (await writeMarked(read, found, target, request, invocation));
  if (failure) await terminal.report([failure]);
  if (failure || (read.unreadable.length > 0 && !target)) return impossible;
  return exitCodeOf([...found, ...request.diagnostics], invocation.options.has("strict"));
}

/** Writes the sheets with their problems marked. What cannot be read cannot be sent back: nothing is written then. */
async function writeMarked(
  read: ReadTables,
  found: readonly Diagnostic[],
  { file, path }: Target,
  { rulebook, sources, reading, terminal }: Request,
  { io }: Invocation,
): Promise<Diagnostic | undefined> {
  const damaged = damagedFiles(read);
  if (damaged.length > 0) return diagnose("cli/not-written", { file }, { file, files: listOf(damaged) });
  const diagnostics = everyProblem(read, rulebook, found, isNews);
  const { renderMarked } = await import("../report/marked/marked.ts");
  const { lang } = terminal;
  terminal.progress?.phase({ zh: `写 ${file}`, en: `writing ${file}` });
  const chunks = () =>
    renderMarked({ sources, reading: reading.options, files: read.files, diagnostics, rulebook, lang });
  const failure = await commit([{ file, path, chunks }], io);
  if (!failure) await terminal.say({ zh: `已写入 ${file}`, en: `written: ${file}` });
  return failure;
}

/** A branch's file is looked through without the roster: nobody is graded, and that it is missing has been said. */
function isNews({ code }: Diagnostic): boolean {
  return code !== "facts/no-roster";
}

/** Undefined: it cannot be done, and what is wrong has been said. */
async function requestOf({ arguments: named, options, io, terminal }: Invocation): Promise<Request | undefined> {
  const { project, diagnostics: misread, sources: texts } = await readProject(io.cwd());
  const language = options.value("lang") === undefined ? project?.language : undefined;
  const spoken = language ? terminal.in(language) : terminal;
  const reading = readingOptions(options, project);
  const files = named.length > 0 ? named : (project?.inputs ?? []);
  const diagnostics = [...misread, ...reading.diagnostics];
  if (files.length === 0 && misread.length === 0) diagnostics.push(diagnose("cli/no-input", undefined, {}));
  const name = options.value("rulebook") ?? project?.rulebook;
  const loaded = name === undefined ? undefined : await loadRulebook(name);
  const allTexts = new Map(texts);
  for (const [file, text] of loaded?.texts ?? []) allTexts.set(file, text);
  const input = files.includes("-")
    ? await readInput(io.stdin, (reading.options.limits ?? defaultLimits).fileBytes)
    : undefined;
  const expanded = await expandInputs(files, input);
  const read = expanded.sources.flatMap(({ path }) => path ?? []);
  const marked = await planMarked(options, [...read, ...(name === undefined ? [] : [name]), projectFile], io.cwd());
  diagnostics.push(
    ...(loaded?.diagnostics ?? []),
    ...checkReading(reading, loaded?.rulebook),
    ...expanded.diagnostics,
    ...marked.diagnostics,
  );
  if (diagnostics.some(isError)) {
    await spoken.report(diagnostics, allTexts);
    return undefined;
  }
  return {
    terminal: spoken,
    rulebook: loaded?.rulebook,
    sources: expanded.sources,
    reading,
    target: marked.target,
    diagnostics,
    texts: allTexts,
  };
}

function optionsOf({ reading, rulebook, sources, terminal }: Request): ReadOptions {
  const { progress } = terminal;
  // Without a rulebook a mapping leads nowhere.
  const mappings = rulebook ? mappingsOf(reading, sources) : [];
  return { ...reading.options, mappings, ...(progress ? { onProgress: (state) => progress.reading(state) } : {}) };
}

async function render(inspection: Inspection, { options }: Invocation, terminal: Terminal): Promise<string> {
  if (options.value("format") === "json") {
    return (await import("../report/inspect/json.ts")).renderInspectJson(inspection, terminal.lang);
  }
  const { renderInspectText } = await import("../report/inspect/text.ts");
  return renderInspectText(inspection, { lang: terminal.lang, chalk: await terminal.chalk() });
}

async function suggest({ suggestions }: Inspection, { mapped }: Reading, terminal: Terminal): Promise<void> {
  const { renderMapping } = await import("../report/inspect/mapping-yaml.ts");
  if (suggestions.length > 0) await terminal.out(renderMapping(mapped, suggestions));
  else await terminal.say({ zh: "没有需要写进 mapping 的表或列", en: "no sheet or column needs a mapping" });
}
