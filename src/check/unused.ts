import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Path } from "../rulebook/document.ts";
import { textKeys } from "../rulebook/text-keys.ts";
import type { Checked } from "./check.ts";

const sections = {
  params: { zh: "参数", en: "param" },
  scopes: { zh: "计入范围", en: "scope" },
  metrics: { zh: "指标", en: "metric" },
};

/**
 * Params, scopes, metrics and requirement groups that nothing reads. The texts of the YAML are searched for the word: a
 * formula has no other way to name it.
 */
export function unusedNames({ document }: Checked): Diagnostic[] {
  const tree = document.tree as Record<string, Record<string, unknown> | undefined>;
  const used = words(tree);
  const report = (section: string, what: { zh: string; en: string }): Diagnostic[] =>
    Object.keys(tree[section] ?? {}).flatMap((id) => {
      if (used.has(id)) return [];
      const path: Path = [section, id];
      return [diagnose("check/unused", document.keyAt(path), { what, name: id })];
    });
  return [
    ...Object.entries(sections).flatMap(([section, what]) => report(section, what)),
    ...report("requirements", { zh: "条件组", en: "requirements group" }),
  ];
}

/**
 * Every word that stands in a value, keys left out. What stands before a dot is an input, after it a column. A word with a
 * hyphen may be an id, or two names and a minus.
 */
function words(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown, key: string): void => {
    if (typeof node === "string") {
      if (prose.has(key)) return;
      for (const [word] of node.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_-]*(?![\p{L}\p{N}_-]*\.[\p{L}_])/gu)) {
        for (const part of [word, ...word.split("-")]) found.add(part);
      }
    } else if (Array.isArray(node)) for (const item of node) visit(item, key);
    else if (typeof node === "object" && node !== null)
      for (const [name, item] of Object.entries(node)) visit(item, name);
  };
  visit(value, "");
  return found;
}

/** Texts for people, and ids of the node itself: a word in them is no use of the name. */
const prose = new Set([...textKeys, "header", "sheet", "count", "refers", "touches", "id"]);
