import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sortDiagnostics } from "../../src/diagnostic/collect.ts";
import { type Diagnostic, hint, message } from "../../src/diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { loadRulebookText } from "../../src/rulebook/load.ts";

const folder = fileURLToPath(new URL("../../fixtures/rules/err/", import.meta.url));
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".yml") ? [file.slice(0, -4)] : []));

/** Place, code and the words in both languages, as `fixtures/rules/err/NAME.out` has them. */
function show(diagnostic: Diagnostic): string {
  const at = diagnostic.location as SpanLocation | undefined;
  const span = at ? `${at.file}:${at.line ?? ""}:${at.column ?? ""}-${at.endLine ?? ""}:${at.endColumn ?? ""}` : "::-:";
  const words = (["zh", "en"] as const).flatMap((lang) => {
    const advice = hint(diagnostic, lang);
    return [`  ${message(diagnostic, lang)}`, ...(advice ? [`  → ${advice}`] : [])];
  });
  return `${span} ${diagnostic.severity} ${diagnostic.code}\n${words.join("\n")}\n`;
}

describe("a bad rulebook", () => {
  it.each(names)("%s says what is wrong, where, and what to do", async (name) => {
    const { diagnostics } = await loadRulebookText(`${name}.yml`, readFileSync(`${folder}${name}.yml`));
    expect(sortDiagnostics(diagnostics).map(show).join("")).toBe(readFileSync(`${folder}${name}.out`, "utf8"));
  });

  it("leaves no place of a message unfilled", () => {
    for (const name of names) expect(readFileSync(`${folder}${name}.out`, "utf8")).not.toMatch(/\{[a-z][A-Za-z]*\}/);
  });

  it("is covered by at least 60 files", () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });
});
