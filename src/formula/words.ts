import type { Text } from "../text/text.ts";
import type { Environment } from "./environment.ts";
import type { Type } from "./type.ts";

/** The words that a kind gives a meaning to: an enum's values, the tiers, a level's names. */
export interface Words {
  /** The value that the word stands for. */
  find(word: string): string | undefined;
  /** For "did you mean"; empty where any word will do. */
  readonly known: readonly string[];
  readonly of: Text;
}

/** The words that stand for values opposite this kind; undefined for kinds whose values are not words. */
export function wordsOf<F>(type: Type | undefined, env: Environment<F>): Words | undefined {
  switch (type?.kind) {
    case "enum": {
      const values = new Set(type.values);
      return {
        find: (word) => (values.has(word) ? word : undefined),
        known: type.values,
        of: { zh: `“${type.name}”`, en: `"${type.name}"` },
      };
    }
    case "tier":
      return {
        find: (word) => env.tierWords.get(word) ?? (word === "none" ? "" : undefined),
        known: [...env.tierWords.keys(), "none"],
        of: { zh: "等级", en: "the tiers" },
      };
    case "level":
      return { find: (word) => word, known: [], of: { zh: "档次", en: "the levels" } };
    default:
      return undefined;
  }
}

/** Whether this kind decides what a word, a quoted text or a figure opposite it means. */
export function givesMeaning(type: Type): boolean {
  return ["enum", "tier", "level", "text", "id"].includes(type.kind);
}
