import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, normalize, resolve, sep } from "node:path";
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

/** So many levels of subfolders are searched for tables that are not read, and so many of them are named. */
const [deepest, shownFolders] = [3, 5];

/**
 * The files behind the arguments: files, folders (without their subfolders), globs, and `-` for standard input. Lock files
 * that Excel and WPS leave beside an open workbook (`~$存款.xlsx`) are skipped, and so are hidden ones. Subfolders
 * with tables that no argument names are told of, and a folder without any table is an error.
 *
 * @param input the bytes of standard input, if `-` is among the arguments
 * @param others what is read for another reason: no subfolder with one of them is told of
 */
export async function expandInputs(
  args: readonly string[],
  input?: Uint8Array,
  others: readonly InputSource[] = [],
): Promise<ExpandedInputs> {
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
    if (paths?.length === 0) diagnostics.push(diagnose("cli/no-tables", { file: arg }, { folder: arg }));
  }
  const read = [...sources.keys(), ...others.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)]))];
  for (const arg of new Set(args)) diagnostics.push(...(await notRead(arg, read)));
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

/** A warning of a folder's subfolders that have tables of which none is read. */
async function notRead(arg: string, read: readonly string[]): Promise<Diagnostic[]> {
  const found = arg === "-" ? undefined : await stat(arg).catch(() => undefined);
  if (!found?.isDirectory()) return [];
  const folders: string[] = [];
  for (const folder of await subfolders(arg)) {
    const inside = resolve(folder) + sep;
    if (!read.some((path) => path.startsWith(inside)) && (await hasTables(folder, deepest))) folders.push(folder);
  }
  const [first] = folders;
  if (first === undefined) return [];
  const shown = folders.slice(0, shownFolders).join(" ") + (folders.length > shownFolders ? " …" : "");
  const args = { count: folders.length, folders: shown, first, glob: join(arg, "**", "*.xlsx") };
  return [diagnose("cli/subfolders-not-read", { file: arg }, args)];
}

/** Hidden ones left out. */
async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  return names.sort(compareText).map((name) => normalize(join(folder, name)));
}

async function hasTables(folder: string, levels: number): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && isTable(entry.name))) return true;
  if (levels <= 1) return false;
  for (const below of await subfolders(folder)) if (await hasTables(below, levels - 1)) return true;
  return false;
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
