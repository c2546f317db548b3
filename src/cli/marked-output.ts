import { sortDiagnostics } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { bindFacts } from "../facts/bind-facts.ts";
import type { MarkedRequest } from "../report/marked/marked.ts";
import type { ReadTables } from "../workbook/read.ts";
import type { Options } from "./command.ts";
import { planOutputs, type Target } from "./outputs.ts";

/** Where `inspect` writes the marked workbook, if anywhere. */
export interface MarkedTarget {
  /** Undefined: nowhere. */
  readonly target: Target | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param inputs all that is read: none of it may be written */
export async function planMarked(options: Options, inputs: readonly string[], cwd: string): Promise<MarkedTarget> {
  const file = options.value("output");
  if (file === undefined) return { target: undefined, diagnostics: [] };
  if (!/\.xlsx$/i.test(file)) {
    return { target: undefined, diagnostics: [diagnose("cli/only-xlsx", { file }, { file })] };
  }
  const force = options.has("force");
  const { targets, diagnostics } = await planOutputs({ files: [file], format: undefined, inputs, force, cwd });
  return { target: targets[0], diagnostics };
}

/** Errors of a sheet that was read whole, and can be sent back with them. */
const ofForm = new Set<Diagnostic["code"]>([
  "workbook/no-header",
  "workbook/missing-key-column",
  "workbook/duplicate-column",
  "workbook/one-column-for-two",
  "workbook/ambiguous-sheet",
  "workbook/extra-cells",
  "workbook/merged-amount",
]);

/** Files that cannot be sent back as they came: not opened, or damaged on the way. */
export function damagedFiles({ unreadable, files, diagnostics }: ReadTables): readonly string[] {
  const opened = new Set(files.map(({ file }) => file));
  const broken = diagnostics.filter(({ code, severity }) => severity === "error" && !ofForm.has(code));
  return unreadable.filter((file) => !opened.has(file) || broken.some(({ location }) => location?.file === file));
}

/**
 * The problems for the workbook: every place of each, where the terminal is shown the first few.
 *
 * @param found what it is shown; if nothing of it is about cells and people, there is no more to find
 */
export function everyProblem(
  read: ReadTables,
  rulebook: MarkedRequest["rulebook"],
  found: readonly Diagnostic[],
  isNews: (one: Diagnostic) => boolean,
): Diagnostic[] {
  // Without a rulebook no sheet is an input: that is no news.
  if (!rulebook) return sortDiagnostics(found.filter(({ code }) => code !== "workbook/unused-sheet"));
  if (!found.some(({ code }) => code.startsWith("facts/"))) return sortDiagnostics(found);
  const facts = bindFacts(read.tables, rulebook, true).diagnostics;
  return sortDiagnostics([...read.diagnostics, ...facts.filter(isNews)]);
}
