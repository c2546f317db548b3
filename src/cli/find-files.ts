import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../diagnostic/collect.ts";

/** A folder stands for the files in it that fit, sorted, without its subfolders; anything else for itself. */
export async function filesIn(named: string, fits: (file: string) => boolean): Promise<string[]> {
  const found = await stat(named).catch(() => undefined);
  if (!found?.isDirectory()) return [named];
  const entries = await readdir(named, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && fits(entry.name)).map(({ name }) => name);
  return files.sort(compareText).map((name) => join(named, name));
}

export function isRuleTest(file: string): boolean {
  return /\.test\.ya?ml$/.test(file);
}

/** A rulebook by its name: any YAML but rule tests and the project file. */
export function isRulebook(file: string): boolean {
  return /\.ya?ml$/.test(file) && !isRuleTest(file) && file !== "dingji.yml";
}
