import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { isFormName } from "../report/forms/form-names.ts";
import { type Format, formatOf, knownEndings } from "./format.ts";

/** A file that a result will be written to, or a folder for everyone's forms. */
export interface Target {
  /** As the user named it. */
  readonly file: string;
  /** Absolute, links followed: what is really replaced. */
  readonly path: string;
  readonly format: Format | "forms";
}

export interface OutputWishes {
  /** What `-o` named, in order. */
  readonly files: readonly string[];
  /** What `-f` named. */
  readonly format: Format | undefined;
  /** Everything that the run reads, so that none of it is overwritten. */
  readonly inputs: readonly string[];
  readonly force: boolean;
  readonly cwd: string;
}

/** Decides what would be written where. Any diagnostic means that nothing may be written at all. */
export async function planOutputs(wishes: OutputWishes): Promise<{ targets: Target[]; diagnostics: Diagnostic[] }> {
  const read = new Set<string>();
  for (const input of wishes.inputs)
    for (const identity of await identitiesOf(resolve(wishes.cwd, input))) read.add(identity);
  const targets: Target[] = [];
  const diagnostics: Diagnostic[] = [];
  const planned = new Set<string>();
  for (const file of wishes.files) {
    const found = await planOne(file, wishes, read, planned);
    if ("code" in found) diagnostics.push(found);
    else targets.push(found);
  }
  for (const { file, path } of targets) {
    const inside = targets.find((one) => one.format === "forms" && path.startsWith(one.path + sep));
    if (inside) diagnostics.push(diagnose("cli/output-in-folder", { file }, { file, folder: inside.file }));
  }
  return { targets, diagnostics };
}

async function planOne(
  file: string,
  { format: asked, force, cwd }: OutputWishes,
  read: ReadonlySet<string>,
  planned: Set<string>,
): Promise<Target | Diagnostic> {
  if (await isFolder(file, cwd)) return planFolder(file, { format: asked, force, cwd }, read, planned);
  const said = formatOf(file);
  if (asked && said && asked !== said) return diagnose("cli/format-conflict", { file }, { file, format: asked });
  const format = said ?? asked;
  if (!format) return diagnose("cli/unknown-format", { file }, { file, endings: knownEndings });
  const named = resolve(cwd, file);
  const folder = await realpath(dirname(named)).catch(() => undefined);
  if (folder === undefined) return diagnose("cli/no-such-folder", { file }, { file, folder: dirname(file) });
  const path = await realpath(named).catch(() => join(folder, basename(named)));
  const present = await stat(path).catch(() => undefined);
  if (present?.isDirectory()) return diagnose("cli/output-is-folder", { file }, { file });
  if (present && !present.isFile()) return diagnose("cli/output-not-a-file", { file }, { file });
  const identities = await identitiesOf(path);
  if (identities.some((one) => read.has(one))) return diagnose("cli/output-is-input", { file }, { file });
  if (identities.some((one) => planned.has(one))) return diagnose("cli/output-twice", { file }, { file });
  for (const one of identities) planned.add(one);
  if (present && !force) return diagnose("cli/output-exists", { file }, { file });
  return { file, path, format };
}

/** Named as a folder by a slash at the end; or there is one, and the name does not look like a file's. */
async function isFolder(file: string, cwd: string): Promise<boolean> {
  if (/[\\/]$/.test(file)) return true;
  const found = await stat(resolve(cwd, file)).catch(() => undefined);
  return found?.isDirectory() === true && formatOf(file) === undefined;
}

/** A folder is replaced as a whole, so it may hold nothing but forms of a run before, and these only with `--force`. */
async function planFolder(
  file: string,
  { format, force, cwd }: Pick<OutputWishes, "format" | "force" | "cwd">,
  read: ReadonlySet<string>,
  planned: Set<string>,
): Promise<Target | Diagnostic> {
  if (format) return diagnose("cli/format-conflict", { file }, { file, format });
  const named = resolve(cwd, file);
  const parent = await realpath(dirname(named)).catch(() => undefined);
  if (parent === undefined) return diagnose("cli/no-such-folder", { file }, { file, folder: dirname(file) });
  const path = await realpath(named).catch(() => join(parent, basename(named)));
  const present = await stat(path).catch(() => undefined);
  if (present && !present.isDirectory()) return diagnose("cli/output-not-a-folder", { file }, { file });
  const holdsInput = [...read].some((one) => one === path || one.startsWith(path + sep));
  if (holdsInput) return diagnose("cli/output-is-input", { file }, { file });
  if (planned.has(path)) return diagnose("cli/output-twice", { file }, { file });
  planned.add(path);
  const held = present ? (await readdir(path)).filter((one) => !ownFiles.has(one)).sort() : [];
  const other = held.find((one) => !isFormName(one));
  if (other !== undefined) return diagnose("cli/folder-has-others", { file }, { file, other });
  if (held.length > 0 && !force) return diagnose("cli/folder-not-empty", { file }, { file });
  return { file, path, format: "forms" };
}

/** What desktops leave in every folder. */
const ownFiles = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** What makes two names the same file: the path with links followed, and the inode for hard links and letter case. */
async function identitiesOf(path: string): Promise<string[]> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real, { bigint: true }).catch(() => undefined);
  return found ? [real, `${found.dev}:${found.ino}`] : [real];
}
