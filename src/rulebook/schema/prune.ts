import type { z } from "zod";
import type { Path } from "../document.ts";

/**
 * A copy of the tree without what the schema refused, so that the rest can be compiled and all that is wrong with a rulebook
 * is said in one run. Only keys of maps are taken out: a list's places must stay what they are in the file. Undefined when
 * that does not help.
 */
export function prune(
  tree: unknown,
  issues: readonly z.core.$ZodIssue[],
): { tree: unknown; removed: string[] } | undefined {
  const copy = structuredClone(tree);
  const removed: string[] = [];
  for (const issue of issues) {
    const path = issue.path as Path;
    const keys = issue.code === "unrecognized_keys" ? issue.keys : undefined;
    const targets = keys ? keys.map((key) => [...path, key]) : innermost(issue, path);
    for (const target of targets) {
      const key = target.at(-1);
      const owner = valueAt(copy, target.slice(0, -1));
      if (typeof key !== "string" || typeof owner !== "object" || owner === null || Array.isArray(owner))
        return undefined;
      if (!(key in owner)) return undefined;
      delete (owner as Record<string, unknown>)[key];
      removed.push(key);
    }
  }
  return { tree: copy, removed };
}

/** Inside a union, the keys that its best branch refused; else the union's own value. */
function innermost(issue: z.core.$ZodIssue, path: Path): Path[] {
  if (issue.code !== "invalid_union") return [path];
  const [branch] = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code === "invalid_type"),
  );
  if (!branch) return [path];
  return branch.flatMap((error) => {
    const inner = [...path, ...(error.path as Path)];
    return error.code === "unrecognized_keys" ? error.keys.map((key) => [...inner, key]) : innermost(error, inner);
  });
}

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[String(key)], tree);
}
