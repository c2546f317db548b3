import type { Code } from "../../diagnostic/catalogue.ts";
import { type Args, type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import type { Location } from "../../diagnostic/location.ts";

/**
 * Ends the reading of a part from deep inside it. Never leaves this room: `openXlsx` and `Sheet.read` turn it into the
 * diagnostic that it carries.
 */
export class Refusal extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.code);
  }
}

export function refusal<C extends Code>(code: C, location: Location, args: Args<C>): Refusal {
  return new Refusal(diagnose(code, location, args));
}

/** The diagnostic of a refusal, or of a file that the system would not read; undefined for anything else, a bug. */
export function diagnosticOf(error: unknown, file: string): Diagnostic | undefined {
  if (error instanceof Refusal) return error.diagnostic;
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  return diagnose("workbook/unreadable", { file }, { file, reason: String(error.code) });
}
