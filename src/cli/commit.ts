import { randomBytes } from "node:crypto";
import { type FileHandle, link, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { type FolderContent, removeAll, setAside, writeFolder } from "./commit-folder.ts";
import { gatherPieces, type Pieces } from "./gather-pieces.ts";
import type { Io } from "./io.ts";

/** A file's whole new content. */
export interface Content {
  /** As the user named it. */
  readonly file: string;
  /** Absolute, links followed. */
  readonly path: string;
  /** Rendered only when its turn comes, in pieces or whole. */
  chunks(): Promise<Pieces | Uint8Array>;
}

type Step = (Content | FolderContent) & {
  readonly fresh: string;
  /** Where the old content stays until all is done; undefined: there was none. */
  backup: string | undefined;
  replaced: boolean;
};

/**
 * Writes several files, all of them or none: each into a temporary file beside its place, flushed to the disk, and only when
 * every one is there are they renamed; a folder likewise, as a whole. On any failure what was there before is put back.
 * Answers what went wrong.
 */
export async function commit(
  contents: readonly (Content | FolderContent)[],
  io: Pick<Io, "on" | "off">,
): Promise<Diagnostic | undefined> {
  const steps: Step[] = contents.map((content) => ({
    ...content,
    fresh: beside(content.path, "tmp"),
    backup: undefined,
    replaced: false,
  }));
  const interruption = watchSignals(io);
  let current: Step | undefined;
  try {
    for (const step of steps) {
      current = step;
      await writeFresh(step, interruption.check);
    }
    interruption.check();
    for (const step of steps) {
      current = step;
      await replace(step);
    }
    // All is done: a backup that cannot be taken away is litter, not a failure.
    for (const step of steps) if (step.backup) await removeAll(step.backup).catch(() => undefined);
    return undefined;
  } catch (error) {
    await undo(steps);
    if (!current || !isSystemError(error)) throw error;
    const { file } = current;
    return diagnose("cli/cannot-write", { file }, { file, problem: error.message.replace(/, \w+ '.*$/s, "") });
  } finally {
    interruption.end();
  }
}

function beside(path: string, kind: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.${kind}`);
}

async function writeFresh(step: Step, check: () => void): Promise<void> {
  if ("files" in step) return writeFolder(step, step.fresh, check);
  const { path, fresh, chunks } = step;
  const mode = (await stat(path).catch(() => undefined))?.mode;
  let handle: FileHandle | undefined;
  try {
    handle = await open(fresh, "wx");
    const content = await chunks();
    if (content instanceof Uint8Array) await handle.writeFile(content);
    else for await (const piece of gatherPieces(content)) await handle.writeFile(piece);
    // A replaced file keeps who may read it.
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

async function replace(step: Step): Promise<void> {
  if ("files" in step) return replaceFolder(step);
  const old = await stat(step.path).catch(() => undefined);
  if (old && !old.isFile()) throw Object.assign(new Error("EEXIST: not an ordinary file"), { syscall: "rename" });
  if (old) {
    const backup = beside(step.path, "bak");
    // A second name for the old file costs nothing; where the file system has none, the old file itself is moved.
    await link(step.path, backup).catch(() => patiently(() => rename(step.path, backup)));
    step.backup = backup;
  }
  await patiently(() => rename(step.fresh, step.path));
  step.replaced = true;
}

async function replaceFolder(step: Step): Promise<void> {
  const backup = beside(step.path, "bak");
  await patiently(async () => {
    if (await setAside(step.path, backup)) step.backup = backup;
  });
  await patiently(() => rename(step.fresh, step.path));
  step.replaced = true;
}

async function undo(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await removeAll(step.fresh).catch(() => undefined);
    const { backup } = step;
    // Of a folder the new content has to go first: a folder is renamed to a free name only.
    if ("files" in step && step.replaced) await removeAll(step.path).catch(() => undefined);
    if (backup) {
      // Of two names of one file rename leaves both, so the backup's is taken away; not when it failed: it may be the only one.
      await patiently(() => rename(backup, step.path))
        .then(() => ("files" in step ? undefined : rm(backup, { force: true })))
        .catch(() => undefined);
    } else if (step.replaced) await rm(step.path, { force: true }).catch(() => undefined);
  }
}

/** On Windows EPERM and EBUSY mean that another program has the file open, often only for a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (const pause of [200, 400, 800]) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (process.platform !== "win32" || (code !== "EPERM" && code !== "EBUSY" && code !== "EACCES")) throw error;
      await wait(pause);
    }
  }
  return work();
}

/** Ctrl-C while writing neither leaves litter nor replaces only some of the files: it is obeyed between the steps. */
function watchSignals(io: Pick<Io, "on" | "off">): { check(): void; end(): void } {
  let received: "SIGINT" | "SIGTERM" | "SIGHUP" | undefined;
  const listeners = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const listener = () => {
      received = signal;
    };
    io.on?.(signal, listener);
    return [signal, listener] as const;
  });
  return {
    check() {
      if (received) throw Object.assign(new Error(`EINTR: ${received}`), { syscall: "write" });
    },
    end() {
      for (const [signal, listener] of listeners) io.off?.(signal, listener);
      if (received) process.kill(process.pid, received);
    },
  };
}

/** What the file system says, as opposed to a bug. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}
