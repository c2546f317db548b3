import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf } from "../text/text.ts";
import { type FileKind, nameTheFile } from "../workbook/sniff.ts";
import { compileRulebook } from "./compile.ts";
import { type Path, parseRuleDocument, type RuleDocument } from "./document.ts";
import { extendDocument } from "./extend.ts";
import type { Rulebook } from "./rulebook.ts";

const maxBytes = 1024 * 1024;

/** A rulebook, or why there is none. `text` is there as soon as the file could be read, for code frames. */
export interface LoadedRulebook {
  readonly file: string;
  readonly text?: string;
  /** By file, the texts that were read: its own, and those of the rulebooks that it extends. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly rulebook?: Rulebook;
  readonly diagnostics: readonly Diagnostic[];
  /** For the checks: the YAML with its positions, and where each criterion stands. */
  readonly document?: RuleDocument;
  readonly places?: ReadonlyMap<string, Path>;
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
  const found = await readRulebook(nameOrPath);
  if ("diagnostics" in found) return found;
  return finish(await parseWithBases(found, [found.path]));
}

/** The same from bytes at hand. `extends` is looked for beside `file`. */
export async function loadRulebookText(file: string, bytes: Uint8Array): Promise<LoadedRulebook> {
  const path = resolve(file);
  return finish(await parseWithBases({ file, path, bytes }, [path]));
}

interface RuleFile {
  /** As the user knows it. */
  readonly file: string;
  /** Where it is. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function readRulebook(nameOrPath: string): Promise<RuleFile | LoadedRulebook> {
  const shipped = join(shippedDir, `${nameOrPath}.yml`);
  // A folder of that name is no rulebook.
  const isFile = statSync(nameOrPath, { throwIfNoEntry: false })?.isFile() ?? false;
  const isShipped = !isFile && /^[\w-]+$/.test(nameOrPath) && existsSync(shipped);
  const file = isShipped ? `rules/${basename(shipped)}` : nameOrPath;
  const path = resolve(isShipped ? shipped : nameOrPath);
  try {
    return { file, path, bytes: await readFile(path) };
  } catch {
    return {
      file,
      diagnostics: [diagnose("rulebook/no-such-rulebook", undefined, await notFound(nameOrPath))],
    };
  }
}

async function notFound(name: string) {
  const shipped = await shippedRulebooks();
  return { name, near: didYouMean(name, shipped), shipped: listOf(shipped) };
}

/** A spreadsheet behind `-r`, most often. */
function noText(file: string, kind: FileKind): Diagnostic {
  const isSheet = ["xlsx", "ods", "xls", "encrypted", "xml-spreadsheet"].includes(kind);
  const what = isSheet ? { zh: "表格", en: "a spreadsheet" } : { zh: "二进制文件", en: "a binary file" };
  return diagnose("rulebook/no-text", { file }, { what });
}

interface Parsed {
  readonly file: string;
  readonly text?: string;
  readonly texts?: ReadonlyMap<string, string>;
  readonly document?: RuleDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** Of the file's bytes, and of all its bases' after it. */
  readonly bytes: readonly Uint8Array[];
}

/** Parses a file and lays it over its base, and that over its own. `chain` are the paths on the way here. */
async function parseWithBases({ file, path, bytes }: RuleFile, chain: readonly string[]): Promise<Parsed> {
  if (bytes.length > maxBytes) {
    return {
      file,
      bytes: [],
      diagnostics: [diagnose("rulebook/too-large", { file }, { size: bytes.length, limit: maxBytes })],
    };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const kind = nameTheFile(bytes);
    const problem = kind === "text" ? diagnose("rulebook/not-utf8", { file }, {}) : noText(file, kind);
    return { file, bytes: [], diagnostics: [problem] };
  }
  const { document, diagnostics } = parseRuleDocument(file, text);
  if (!document) return { file, text, bytes: [], diagnostics };
  const base = (document.tree as { extends?: unknown } | undefined)?.extends;
  if (typeof base !== "string") return { file, text, document, diagnostics, bytes: [bytes] };
  const isPath = /[./\\]/.test(base);
  const found = await readRulebook(isPath ? resolve(dirname(path), base) : base);
  if ("diagnostics" in found) {
    const args = await notFound(base);
    return {
      file,
      text,
      bytes: [],
      diagnostics: [diagnose("rulebook/no-such-rulebook", document.at(["extends"]), args)],
    };
  }
  if (chain.includes(found.path)) {
    const circle = [...chain.slice(chain.indexOf(found.path)), found.path].map((one) => basename(one)).join(" → ");
    return {
      file,
      text,
      bytes: [],
      diagnostics: [diagnose("rulebook/extends-circle", document.at(["extends"]), { path: circle })],
    };
  }
  const named = isPath ? join(dirname(file), base) : found.file;
  const below = await parseWithBases({ ...found, file: named }, [...chain, found.path]);
  const texts = new Map([...(below.texts ?? [[named, below.text ?? ""]]), [file, text]]);
  if (!below.document) return { file, text, texts, bytes: [], diagnostics: [...diagnostics, ...below.diagnostics] };
  const extended = extendDocument(below.document, document);
  return {
    file,
    text,
    texts,
    document: extended.document,
    diagnostics: [...diagnostics, ...below.diagnostics, ...extended.diagnostics],
    bytes: [bytes, ...below.bytes],
  };
}

function finish({ file, text, texts, document, diagnostics, bytes }: Parsed): LoadedRulebook {
  const read = text === undefined ? {} : { text, texts: texts ?? new Map([[file, text]]) };
  if (!document) return { file, ...read, diagnostics };
  const hash = createHash("sha256");
  for (const part of bytes) hash.update(part);
  const compiled = compileRulebook(document, hash.digest("hex"), diagnostics);
  return { file, ...read, document, ...compiled };
}
