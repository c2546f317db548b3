import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type PreviousRun, parsePrevious } from "../compare/previous-run.ts";
import { checkPrevious } from "../compare/since.ts";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Period } from "../rulebook/period.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The run that `--previous` or the project names. An error among the diagnostics: it cannot be used. */
export async function readPrevious(
  file: string | undefined,
  rulebook: Rulebook,
  period: Period,
): Promise<{ readonly previous?: PreviousRun; readonly diagnostics: readonly Diagnostic[] }> {
  if (file === undefined) return { diagnostics: [] };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { diagnostics: [diagnose("cli/no-such-file", { file }, { file })] };
    if (code === undefined) throw error;
    return { diagnostics: [diagnose("workbook/unreadable", { file }, { file, reason: code })] };
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { previous, diagnostics } = parsePrevious(file, sha256, new TextDecoder().decode(bytes));
  if (!previous) return { diagnostics };
  return { previous, diagnostics: [...diagnostics, ...checkPrevious(previous, rulebook, period)] };
}
