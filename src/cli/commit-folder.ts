import { chmod, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A folder's whole new content. */
export interface FolderContent {
  /** As the user named it. */
  readonly file: string;
  /** Absolute, links followed. */
  readonly path: string;
  /** Made one by one, each when its turn comes. */
  files(): Iterable<{ readonly name: string; readonly bytes: Uint8Array }>;
}

/** Writes all files into a new folder, flushed to the disk. `check` is asked before each: it throws when the user has had enough. */
export async function writeFolder({ path, files }: FolderContent, fresh: string, check: () => void): Promise<void> {
  const mode = (await stat(path).catch(() => undefined))?.mode;
  await mkdir(fresh);
  // A replaced folder keeps who may enter it.
  if (mode !== undefined) await chmod(fresh, mode & 0o7777);
  for (const { name, bytes } of files()) {
    check();
    const handle = await open(join(fresh, name), "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Moves the old folder aside, if there is one, so that the new one can take its name. Answers whether there was one. */
export async function setAside(path: string, backup: string): Promise<boolean> {
  const old = await stat(path).catch(() => undefined);
  if (!old) return false;
  if (!old.isDirectory()) throw Object.assign(new Error("ENOTDIR: not a folder"), { syscall: "rename" });
  await rename(path, backup);
  return true;
}

export async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}
