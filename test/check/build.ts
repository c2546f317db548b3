import { checkRulebook } from "../../src/check/check.ts";
import { message } from "../../src/diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { compiledFrom, parsed, yaml } from "../rulebook/build.ts";

/** What the checks find in a rulebook of the sections given, as `code line: «what stands there»`. Only the codes named, or all. */
export function checked(sections: string, ...only: string[]): string[] {
  const text = yaml(sections);
  const { rulebook, diagnostics, places } = compiledFrom(text);
  if (!rulebook) throw new Error(diagnostics.map((one) => `${one.code} ${message(one, "en")}`).join("\n"));
  const found = checkRulebook(rulebook, parsed(text), places);
  const lines = text.split("\n");
  return found
    .filter(({ code }) => only.length === 0 || only.includes(code))
    .map(({ code, location }) => {
      const { line = 1, column = 1, endLine, endColumn } = location as SpanLocation;
      const own = lines[line - 1] ?? "";
      return `${code} ${line}: «${own.slice(column - 1, endLine === line ? (endColumn ?? 0) - 1 : own.length)}»`;
    });
}
