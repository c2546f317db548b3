import type { Text } from "../text/text.ts";
import type { Severity } from "./diagnostic.ts";

/** What the catalogue holds of one code. `{name}` marks an argument; both languages name the same ones. */
export interface Entry extends Text {
  readonly severity: Severity;
  readonly hint?: Text;
}

/** Keeps an entry's literal texts, so that `diagnose` can ask for its arguments by type. */
export function entries<const T extends Readonly<Record<string, Entry>>>(table: T): T {
  return table;
}
