import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { bindFacts } from "../facts/bind-facts.ts";
import { type Inspection, inspectionOf } from "../report/inspect/inspection.ts";
import { loadRulebook } from "../rulebook/load.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { expandInputs } from "../workbook/inputs.ts";
import { defaultLimits } from "../workbook/limits.ts";
import { type InputSource, type ReadOptions, readTables } from "../workbook/read.ts";
import type { Invocation } from "./command.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { readProject } from "./project.ts";
import { mappingsOf, type Reading, readingOptions } from "./reading-options.ts";
import { readInput } from "./stdin.ts";
import type { Terminal } from "./terminal.ts";

/** What is looked through, and how. */
interface Request {
  /** In the language of the project file, unless the command line says another. */
  readonly terminal: Terminal;
  readonly rulebook: Rulebook | undefined;
  readonly sources: readonly InputSource[];
  readonly reading: Reading;
  /** Warnings of the rulebook. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Data problems are the result here, so they go to standard output. */
export async function runInspect(invocation: Invocation): Promise<ExitCode> {
  const request = await requestOf(invocation);
  if (!request) return impossible;
  const { terminal, rulebook, sources, reading } = request;
  const read = await readTables(sources, rulebook?.tableSpecs ?? [], optionsOf(request));
  const found = [...read.diagnostics, ...(rulebook ? bindFacts(read.tables, rulebook).diagnostics.filter(isNews) : [])];
  const inspection = inspectionOf(read, found, rulebook);

  if (invocation.options.has("suggest")) await suggest(inspection, reading, terminal);
  else await terminal.out(await render(inspection, invocation, terminal));
  await terminal.report(request.diagnostics, request.texts);
  if (read.unreadable.length > 0) return impossible;
  return exitCodeOf([...found, ...request.diagnostics], invocation.options.has("strict"));
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
  const input = files.includes("-") ? await readInput(io.stdin, defaultLimits.fileBytes) : undefined;
  const expanded = await expandInputs(files, input);
  diagnostics.push(...(loaded?.diagnostics ?? []), ...expanded.diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) {
    await spoken.report(diagnostics, allTexts);
    return undefined;
  }
  return {
    terminal: spoken,
    rulebook: loaded?.rulebook,
    sources: expanded.sources,
    reading,
    diagnostics,
    texts: allTexts,
  };
}

function optionsOf({ reading, rulebook, sources, terminal }: Request): ReadOptions {
  const onFile = terminal.progressOf({ zh: "读取", en: "reading" });
  // Without a rulebook a mapping leads nowhere.
  const mappings = rulebook ? mappingsOf(reading, sources) : [];
  return { ...reading.options, mappings, ...(onFile ? { onFile } : {}) };
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
