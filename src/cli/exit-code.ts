import type { Diagnostic } from "../diagnostic/diagnostic.ts";

/** Done, nothing to report. */
export const clean = 0;
/** Done and written, with findings. */
export const findings = 1;
/** Cannot be done; nothing is written or changed. */
export const impossible = 2;
/** A bug of ours. */
export const bug = 3;

export type ExitCode = typeof clean | typeof findings | typeof impossible | typeof bug;

/** Of work that was done: errors are findings; so are warnings under `--strict`. A demotion never is. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): typeof clean | typeof findings {
  const found = diagnostics.some((one) => one.severity === "error" || (strict && one.severity === "warning"));
  return found ? findings : clean;
}
