import { mkdir, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import { bindFacts } from "../facts/bind-facts.ts";
import { type Branch, branchesOf, prefillOf } from "../report/template/prefill.ts";
import { renderTemplate } from "../report/template/template.ts";
import { words } from "../report/words.ts";
import { loadRulebook } from "../rulebook/load.ts";
import { type Period, parsePeriod } from "../rulebook/period.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { FileNames, safeFilePart } from "../text/file-names.ts";
import { counted } from "../text/text.ts";
import { expandInputs } from "../workbook/inputs.ts";
import { readTables } from "../workbook/read.ts";
import type { Invocation } from "./command.ts";
import { type Content, commit } from "./commit.ts";
import { type ExitCode, exitCodeOf, impossible } from "./exit-code.ts";
import { planOutputs, type Target } from "./outputs.ts";
import { projectFile, readProject } from "./project.ts";
import { checkReading, mappingsOf, type Reading, readingOptions } from "./reading-options.ts";
import type { Terminal } from "./terminal.ts";

/** Writes the empty collection workbook, or one for every branch of a roster. */
export async function runTemplate(invocation: Invocation): Promise<ExitCode> {
  const { options, io } = invocation;
  const { project, diagnostics: misread, sources } = await readProject(io.cwd());
  const spoken = options.value("lang") === undefined ? project?.language : undefined;
  const terminal = spoken ? invocation.terminal.in(spoken) : invocation.terminal;
  const reading = readingOptions(options, project);
  const [name, output] = [options.value("rulebook") ?? project?.rulebook, options.value("output")];
  const loaded = name === undefined ? undefined : await loadRulebook(name);
  const texts = new Map([...sources, ...(loaded?.texts ?? [])]);
  const wrong = [...misread, ...reading.diagnostics, ...(loaded?.diagnostics ?? [])];
  wrong.push(...checkReading(reading, loaded?.rulebook));
  if (name === undefined) wrong.push(diagnose("cli/no-rulebook", undefined, {}));
  const asked = options.value("period") ?? project?.period;
  const period = asked === undefined ? undefined : parsePeriod(asked);
  if (asked !== undefined && !period) wrong.push(diagnose("cli/bad-period", undefined, { value: asked }));
  if (output === undefined) wrong.push(diagnose("cli/no-output", undefined, {}));
  if (name === undefined || output === undefined || !loaded?.rulebook || wrong.some(isError)) {
    await terminal.report(wrong, texts);
    return impossible;
  }
  const request: Request = { invocation, terminal, rulebook: loaded.rulebook, name, output, reading, period };
  const roster = options.value("branch");
  const done = await (roster === undefined ? writeOne(request) : writeBranches(request, roster));
  await terminal.report([...wrong, ...done.diagnostics], texts);
  if (!done.written) return impossible;
  await terminal.say(done.written);
  return exitCodeOf([...wrong, ...done.diagnostics], false);
}

interface Request {
  readonly invocation: Invocation;
  readonly terminal: Terminal;
  readonly rulebook: Rulebook;
  /** The rulebook as named. */
  readonly name: string;
  readonly output: string;
  readonly reading: Reading;
  readonly period: Period | undefined;
}

interface Done {
  /** What to say of it; undefined: nothing was written. */
  readonly written?: { readonly zh: string; readonly en: string };
  readonly diagnostics: readonly Diagnostic[];
}

async function writeOne({ invocation, terminal, rulebook, name, output, period }: Request): Promise<Done> {
  const { options, io } = invocation;
  if (!/\.xlsx$/i.test(output)) return { diagnostics: [diagnose("cli/only-xlsx", { file: output }, { file: output })] };
  const { targets, diagnostics } = await planOutputs({
    files: [output],
    format: undefined,
    inputs: [name, projectFile],
    force: options.has("force"),
    cwd: io.cwd(),
  });
  if (diagnostics.length > 0) return { diagnostics };
  const wishes = period ? { period } : {};
  const chunks = () => renderTemplate(rulebook, terminal.lang, wishes);
  const contents = targets.map(({ file, path }) => ({ file, path, chunks }));
  const failure = await commit(contents, io);
  if (failure) return { diagnostics: [failure] };
  return { written: { zh: `已写入 ${output}`, en: `written: ${output}` }, diagnostics: [] };
}

/** Reads the roster, and writes a workbook a branch into the folder: all of them, or none. */
async function writeBranches(request: Request, roster: string): Promise<Done> {
  const { invocation, terminal, rulebook, output, period } = request;
  const { lang } = terminal;
  const expanded = await expandInputs([roster]);
  if (expanded.diagnostics.some(isError)) return expanded;
  const { reading } = request;
  const mappings = mappingsOf(reading, expanded.sources);
  const { id } = rulebook.subject;
  // Of a roster alone the other inputs are not missed.
  const wanted = { ...reading.options, mappings, expected: [id] };
  const read = await readTables(expanded.sources, rulebook.tableSpecs, wanted);
  const tables = read.tables.filter(({ input }) => input === id);
  const facts = bindFacts(tables, rulebook);
  const diagnostics = sortDiagnostics([...expanded.diagnostics, ...read.diagnostics, ...facts.diagnostics]);
  if (read.unreadable.length > 0 || facts.fatal) return { diagnostics };
  const branches = branchesOf(rulebook, facts.people);
  if (!branches) {
    return {
      diagnostics: [...diagnostics, diagnose("cli/no-branch-column", undefined, { label: rulebook.subject.label })],
    };
  }
  const inputs = expanded.sources.flatMap(({ path }) => path ?? []);
  const planned = await planFolder(request, branches, inputs);
  if (planned.diagnostics.length > 0) return { diagnostics: [...diagnostics, ...planned.diagnostics] };
  const contents = planned.targets.map(({ file, path }, index): Content => {
    const branch = branches[index] as Branch;
    const chunks = () => {
      terminal.progress?.phase({ zh: `写 ${file}`, en: `writing ${file}` }, index + 1, branches.length);
      const prefill = prefillOf(rulebook, branch, lang);
      return renderTemplate(rulebook, lang, { prefill, branch: branch.name, ...(period ? { period } : {}) });
    };
    return { file, path, chunks };
  });
  const folder = resolve(invocation.io.cwd(), output);
  const refused = planned.make ? await mkdir(folder).catch((error: NodeJS.ErrnoException) => error) : undefined;
  if (refused instanceof Error) {
    const args = { file: output, problem: refused.code ?? refused.message };
    return { diagnostics: [...diagnostics, diagnose("cli/cannot-write", { file: output }, args)] };
  }
  const failure = await commit(contents, invocation.io);
  if (failure && planned.make) await rmdir(folder).catch(() => undefined);
  if (failure) return { diagnostics: [...diagnostics, failure] };
  const [files, people] = [contents.length, facts.people.length];
  const written = {
    zh: `已写入 ${output}：${files} 个机构，${people} 人`,
    en: `written to ${output}: ${counted(files, "branch", "branches")}, ${counted(people, "person", "people")}`,
  };
  return { written, diagnostics };
}

/** UTF-8 bytes: file systems allow 255, and a temporary file beside it has a longer name. */
const longestName = 180;

interface PlannedFolder {
  readonly targets: readonly Target[];
  /** The folder is not there yet. */
  readonly make: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function planFolder(
  { invocation, terminal, name, output }: Request,
  branches: readonly Branch[],
  inputs: readonly string[],
): Promise<PlannedFolder> {
  const { options, io } = invocation;
  const folder = resolve(io.cwd(), output);
  const found = await stat(folder).catch(() => undefined);
  const refused = (code: "cli/not-a-folder" | "cli/no-such-folder"): PlannedFolder => {
    const args = { file: output, folder: dirname(output) };
    return { targets: [], make: false, diagnostics: [diagnose(code, { file: output }, args)] };
  };
  if ((found && !found.isDirectory()) || (!found && /\.xlsx$/i.test(output))) return refused("cli/not-a-folder");
  if (!found && !(await stat(dirname(folder)).catch(() => undefined))?.isDirectory())
    return refused("cli/no-such-folder");
  const noName = words.noBranch[terminal.lang].replace(/[（）()]/g, "");
  const names = new FileNames();
  const nameOf = (branch: Branch) => names.add(safeFilePart(branch.name || noName, longestName), ".xlsx");
  const files = branches.map((branch) => join(output, nameOf(branch)));
  if (!found) {
    const targets = files.map((file): Target => ({ file, path: resolve(io.cwd(), file), format: "xlsx" }));
    return { targets, make: true, diagnostics: [] };
  }
  const force = options.has("force");
  const planned = await planOutputs({
    files,
    format: undefined,
    inputs: [...inputs, name, projectFile],
    force,
    cwd: io.cwd(),
  });
  return { ...planned, make: false };
}
