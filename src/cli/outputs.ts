import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { type Format, formatOf, knownEndings } from "./format.ts";

/** A file that a result will be written to. */
export interface Target {
  /** As the user named it. */
  readonly file: string;
  /** Absolute, links followed: what is really replaced. */
  readonly path: string;
  readonly format: Format;
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
  return { targets, diagnostics };
}

async function planOne(
  file: string,
  { format: asked, force, cwd }: OutputWishes,
  read: ReadonlySet<string>,
  planned: Set<string>,
): Promise<Target | Diagnostic> {
  const said = formatOf(file);
  if (asked && said && asked !== said) return diagnose("cli/format-conflict", { file }, { file, format: asked });
  const format = said ?? asked;
  if (!format) return diagnose("cli/unknown-format", { file }, { file, endings: knownEndings });
  const named = resolve(cwd, file);
  const folder = await realpath(dirname(named)).catch(() => undefined);
  if (folder === undefined) return diagnose("cli/no-such-folder", { file }, { file, folder: dirname(file) });
  const path = await realpath(named).catch(() => join(folder, basename(named)));
  const present = await stat(path).catch(() => undefined);
  if (present && !present.isFile()) return diagnose("cli/output-not-a-file", { file }, { file });
  const identities = await identitiesOf(path);
  if (identities.some((one) => read.has(one))) return diagnose("cli/output-is-input", { file }, { file });
  if (identities.some((one) => planned.has(one))) return diagnose("cli/output-twice", { file }, { file });
  for (const one of identities) planned.add(one);
  if (present && !force) return diagnose("cli/output-exists", { file }, { file });
  return { file, path, format };
}

/** What makes two names the same file: the path with links followed, and the inode for hard links and letter case. */
async function identitiesOf(path: string): Promise<string[]> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real, { bigint: true }).catch(() => undefined);
  return found ? [real, `${found.dev}:${found.ino}`] : [real];
}
