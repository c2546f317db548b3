import { resolve } from "node:path";
import type { Worker } from "node:worker_threads";
import { type Diagnostic, isError } from "../diagnostic/diagnostic.ts";
import { loadRulebook } from "../rulebook/load.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { ReadAhead } from "../workbook/ahead/read-ahead.ts";
import { expandInputs } from "../workbook/inputs.ts";
import { defaultLimits } from "../workbook/limits.ts";
import type { InputSource, ReadOptions } from "../workbook/read.ts";
import type { Invocation } from "./command.ts";
import { type Project, projectFile, readProject } from "./project.ts";
import { checkReading, mappingsOf, type Reading, readingOptions } from "./reading-options.ts";
import { type RunSettings, settle } from "./run-settings.ts";
import { readInput } from "./stdin.ts";
import type { Terminal } from "./terminal.ts";

/** Everything that a run needs before it reads spreadsheets. */
export interface Prepared {
  /** In the language of the project file, unless the command line says another. */
  readonly terminal: Terminal;
  readonly project: Project | undefined;
  readonly settings: RunSettings;
  readonly rulebook: Rulebook;
  readonly sources: readonly InputSource[];
  /** Sheets of 人工调整, which are none of the spreadsheets that are graded. */
  readonly overrides: readonly InputSource[];
  readonly reading: ReadOptions;
  /** Every file that is read, spreadsheets or not: none of them may be an output. */
  readonly files: readonly string[];
  /** Texts of the files that positions point into. */
  readonly texts: ReadonlyMap<string, string>;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the project file, the options and the rulebook, and finds the spreadsheets. Undefined: it cannot be done, and what is
 * wrong has been said, all of it that can be found out.
 */
export async function prepare(
  { options, io, terminal, reader }: Invocation,
  named: readonly string[],
): Promise<Prepared | undefined> {
  const found = await readProject(io.cwd());
  const { project } = found;
  const language = options.value("lang") === undefined ? project?.language : undefined;
  const spoken = language ? terminal.in(language) : terminal;
  const texts = new Map(found.sources);
  const settled = settle(options, named, project);
  const reading = readingOptions(options, project);
  const diagnostics = [
    ...found.diagnostics,
    ...(found.diagnostics.length > 0 ? [] : settled.diagnostics),
    ...reading.diagnostics,
  ];
  const { settings } = settled;
  if (!settings || diagnostics.some(isError)) {
    await spoken.report(diagnostics, texts);
    return undefined;
  }
  const input = settings.files.includes("-")
    ? await readInput(io.stdin, (reading.options.limits ?? defaultLimits).fileBytes)
    : undefined;
  const asked = options.values("overrides");
  const human = await expandInputs(asked.length > 0 ? asked : (project?.overrides ?? []));
  const expanded = await expandInputs(settings.files, input, human.sources);
  const decisions = new Set(human.sources.map(({ path }) => path && resolve(path)));
  const sources = expanded.sources.filter(({ path }) => path === undefined || !decisions.has(resolve(path)));
  // Begun before the rulebook, so that both are done at once; a large quarter takes longer to unpack than a rulebook to load.
  const ahead = reader && (await beginReading(reader, sources, reading));
  const loaded = await loadRulebook(settings.rulebook);
  for (const [file, text] of loaded.texts ?? []) texts.set(file, text);
  diagnostics.push(...loaded.diagnostics, ...checkReading(reading, loaded.rulebook));
  diagnostics.push(...expanded.diagnostics, ...human.diagnostics);
  if (!loaded.rulebook || diagnostics.some(isError)) {
    await spoken.report(diagnostics, texts);
    return undefined;
  }
  const read = [...sources, ...human.sources].flatMap(({ path }) => path ?? []);
  const files = [...read, settings.rulebook, projectFile];
  const { progress } = spoken;
  return {
    terminal: spoken,
    project,
    settings,
    rulebook: loaded.rulebook,
    sources,
    overrides: human.sources,
    reading: {
      ...reading.options,
      mappings: mappingsOf(reading, sources),
      ahead,
      ...(progress ? { onProgress: (state) => progress.reading(state) } : {}),
    },
    files,
    texts,
    diagnostics,
  };
}

/** Only a mapping makes a hidden sheet one that is read. */
function beginReading(reader: () => Worker, sources: readonly InputSource[], { options, mapped }: Reading) {
  return ReadAhead.begin(sources, { reader, csv: options, limits: options.limits, hidden: mapped.length > 0 });
}
