import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, normalize, resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { compareText } from "../diagnostic/collect.ts";
import { type Diagnostic, diagnose, type Related } from "../diagnostic/diagnostic.ts";
import type { InputSource } from "./read.ts";

/** The files that arguments name, each once, and the arguments that name none. */
export interface ExpandedInputs {
  readonly sources: readonly InputSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Endings of files that a folder is searched for. A file that is named outright is read whatever it is called. */
const endings = new Set([".xlsx", ".xlsm", ".xlsb", ".csv", ".tsv", ".txt", ".xls", ".et", ".ods"]);

/**
 * The files behind the arguments: files, folders (without their subfolders), globs, and `-` for standard input. Lock files
 * that Excel and WPS leave beside an open workbook (`~$存款.xlsx`) are skipped, and so are hidden ones.
 *
 * @param input the bytes of standard input, if `-` is among the arguments
 */
export async function expandInputs(args: readonly string[], input?: Uint8Array): Promise<ExpandedInputs> {
  const sources = new Map<string, InputSource>();
  const diagnostics: Diagnostic[] = [];
  for (const arg of args) {
    if (arg === "-") {
      sources.set("-", { name: "-", bytes: input ?? new Uint8Array() });
      continue;
    }
    const paths = await filesOf(arg);
    if (paths) for (const path of paths) sources.set(resolve(path), { name: path, path });
    else diagnostics.push(await notFound(arg));
  }
  return { sources: [...sources.values()].sort((a, b) => compareText(a.name, b.name)), diagnostics };
}

/** Undefined if there is nothing of that name. A name that exists is no pattern, whatever brackets it has: 存款[1].csv. */
async function filesOf(arg: string): Promise<string[] | undefined> {
  const found = await stat(arg).catch(() => undefined);
  if (found?.isDirectory()) {
    const entries = await readdir(arg, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && isTable(entry.name)).map(({ name }) => name);
    return files.sort(compareText).map((name) => normalize(join(arg, name)));
  }
  if (found) return [normalize(arg)];
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(arg)) return undefined;
  const pattern = arg.replaceAll("\\", "/");
  const matched = await glob(pattern, { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(arg) });
  const files = matched.filter((path) => !basename(path).startsWith("~$")).map((path) => normalize(path));
  return files.length > 0 ? files.sort(compareText) : undefined;
}

export function isTable(name: string): boolean {
  return !name.startsWith("~$") && !name.startsWith(".") && endings.has(extname(name).toLowerCase());
}

async function notFound(arg: string): Promise<Diagnostic> {
  const near = await nearestFile(arg);
  const related: Related[] = near
    ? [{ note: { zh: `是不是 ${near}？`, en: `did you mean ${near}?` }, location: { file: near } }]
    : [];
  return diagnose("cli/no-such-file", { file: arg }, { file: arg }, related);
}

/** The file in the same folder whose name is most alike, a third of it at most being different. */
async function nearestFile(arg: string): Promise<string | undefined> {
  const folder = dirname(arg);
  const wanted = basename(arg);
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("~$"));
  const ranked = names
    .map((name) => ({ name, far: distance(name.toLowerCase(), wanted.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(name.length, wanted.length) / 3)
    .sort((a, b) => a.far - b.far || compareText(a.name, b.name));
  const [best] = ranked;
  return best && normalize(join(folder, best.name));
}
