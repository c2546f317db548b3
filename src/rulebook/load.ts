import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { compileRulebook } from "./compile.ts";
import { parseRuleDocument } from "./document.ts";
import type { Rulebook } from "./rulebook.ts";

const maxBytes = 1024 * 1024;

/** A rulebook, or why there is none. `text` is there as soon as the file could be read, for code frames. */
export interface LoadedRulebook {
  readonly file: string;
  readonly text?: string;
  readonly rulebook?: Rulebook;
  readonly diagnostics: readonly Diagnostic[];
}

/** The folder of the shipped rulebooks: beside `src/` or `dist/`. */
export const shippedDir = fileURLToPath(new URL("../../rules/", import.meta.url));

/** The ids of the shipped rulebooks, in alphabetical order. */
export async function shippedRulebooks(): Promise<string[]> {
  const files = await readdir(shippedDir);
  return files.flatMap((file) => (/^[^.]+\.yml$/.test(file) ? [file.slice(0, -4)] : [])).sort();
}

/**
 * Loads a rulebook by path, or by the id of a shipped one. A path wins over an id of the same spelling. The file is named
 * as the user named it; a shipped one as `rules/ID.yml`.
 */
export async function loadRulebook(nameOrPath: string): Promise<LoadedRulebook> {
  const shipped = join(shippedDir, `${nameOrPath}.yml`);
  const isShipped = !existsSync(nameOrPath) && /^[\w-]+$/.test(nameOrPath) && existsSync(shipped);
  const file = isShipped ? `rules/${basename(shipped)}` : nameOrPath;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(isShipped ? shipped : nameOrPath);
  } catch {
    const list = (await shippedRulebooks()).join(" ");
    return {
      file,
      diagnostics: [diagnose("rulebook/no-such-rulebook", undefined, { name: nameOrPath, shipped: list })],
    };
  }
  return loadRulebookText(file, bytes);
}

/** The same from bytes at hand. */
export function loadRulebookText(file: string, bytes: Uint8Array): LoadedRulebook {
  if (bytes.length > maxBytes) {
    return { file, diagnostics: [diagnose("rulebook/too-large", { file }, { size: bytes.length, limit: maxBytes })] };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { file, diagnostics: [diagnose("rulebook/not-utf8", { file }, {})] };
  }
  const { document, diagnostics } = parseRuleDocument(file, text);
  if (!document || diagnostics.length > 0) return { file, text, diagnostics };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, text, ...compileRulebook(document, sha256) };
}
