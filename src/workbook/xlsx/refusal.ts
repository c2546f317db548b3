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
