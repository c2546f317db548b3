import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { parseRuleDocument, type RuleDocument } from "../rulebook/document.ts";
import { date, flag, isYes, list, strict, text, texts } from "../rulebook/schema/basics.ts";
import { shapeProblems } from "../rulebook/schema/problems.ts";
import type { Lang } from "../text/text.ts";
import type { MappedName } from "../workbook/mapping.ts";
import type { WrittenLimit } from "./limits-option.ts";

/** The name of the file in the folder at hand that says what `dingji grade` without arguments grades. */
export const projectFile = "dingji.yml";

const schema = strict({
  rulebook: text.optional(),
  inputs: texts.optional(),
  outputs: texts.optional(),
  language: z.enum(["zh", "en"]).optional(),
  period: text.optional(),
  as_of: date.optional(),
  appoint: flag.optional(),
  margin: text.optional(),
  overrides: texts.optional(),
  previous: text.optional(),
  mask: flag.optional(),
  // A name; several, where two inputs share a header; or an input's own headers: {deposits: {年日均: average}}.
  mapping: z.record(text, z.union([texts, z.record(text, text)])).optional(),
  limits: z.record(text, text).optional(),
  forms: strict({ notice: text.optional(), approval: text.optional() }).optional(),
});

/** What a folder's runs have in common. Whatever the command line gives goes before it. */
export interface Project {
  readonly rulebook: string | undefined;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly language: Lang | undefined;
  readonly period: string | undefined;
  readonly asOf: string | undefined;
  readonly appoint: boolean;
  /** As `--margin` writes it. */
  readonly margin: string | undefined;
  /** Files of 人工调整. */
  readonly overrides: readonly string[];
  /** The last period's JSON. */
  readonly previous: string | undefined;
  readonly mask: boolean;
  /** What `--map` says, each with its place. */
  readonly mapping: readonly MappedName[];
  /** What `--limit` says, as a map, each with its place. */
  readonly limits: readonly WrittenLimit[];
  /** Templates of the folder's own for what `-o FOLDER/` writes: by kind, paths. */
  readonly forms: { readonly notice?: string | undefined; readonly approval?: string | undefined };
}

/** A project file as read: absent, understood, or with what is wrong in it. */
export interface ProjectReading {
  readonly project?: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** The file's text by its name, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads `dingji.yml` in a folder. That there is none is no error. */
export async function readProject(folder: string): Promise<ProjectReading> {
  const source = await readFile(join(folder, projectFile), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
    throw error;
  });
  if (source === undefined) return { diagnostics: [], sources: new Map() };
  const sources = new Map([[projectFile, source]]);
  const { document, diagnostics } = parseRuleDocument(projectFile, source);
  if (!document || diagnostics.length > 0) return { diagnostics, sources };
  const shape = schema.safeParse(document.tree ?? {});
  if (!shape.success) return { diagnostics: shapeProblems(shape.error.issues, document), sources };
  const {
    rulebook,
    inputs,
    outputs,
    language,
    period,
    as_of: asOf,
    appoint,
    margin,
    overrides,
    previous,
    mask,
    mapping = {},
    forms = {},
    limits = {},
  } = shape.data;
  const project = {
    rulebook,
    inputs: list(inputs),
    outputs: list(outputs),
    language,
    period,
    asOf,
    appoint: isYes(appoint),
    margin,
    overrides: list(overrides),
    previous,
    mask: isYes(mask),
    mapping: Object.entries(mapping).flatMap(([what, name]) => mappedNames(what, name, document)),
    limits: Object.entries(limits).map(([name, value]) => ({ name, value, at: document.at(["limits", name]) })),
    forms,
  };
  return { project, diagnostics, sources };
}

function mappedNames(
  what: string,
  name: string | readonly string[] | Readonly<Record<string, string>>,
  { at }: RuleDocument,
): MappedName[] {
  const path = ["mapping", what];
  if (typeof name === "string") return [{ what, name, at: at(path) }];
  if (Array.isArray(name)) return name.map((one: string, index) => ({ what, name: one, at: at([...path, index]) }));
  const headers = Object.entries(name as Readonly<Record<string, string>>);
  return headers.map(([header, column]) => ({ what: header, name: `${what}.${column}`, at: at([...path, header]) }));
}
