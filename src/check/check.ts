import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { Path, RuleDocument } from "../rulebook/document.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { linesBeyondRange } from "./beyond-range.ts";
import { casesOverlap } from "./cases.ts";
import { contradictions } from "./contradictions.ts";
import { datesWithHoles } from "./dates.ts";
import { rulesNeverReached } from "./decision-rules.ts";
import { risingGates } from "./gates.ts";
import { sharedGrades } from "./grades.ts";
import { unevenLadder } from "./ladder.ts";
import { notNested } from "./nesting.ts";
import { tiersWithoutStanding } from "./standing.ts";
import { unusedNames } from "./unused.ts";
import { weightsThatDoNotSum } from "./weights.ts";

/** What a check looks at: the compiled rulebook, and where things stand in its YAML. */
export interface Checked {
  readonly rulebook: Rulebook;
  readonly document: RuleDocument;
  /** Where a criterion stands, by its id. */
  locate(criterion: string): SpanLocation;
}

/** The checks, one file each. A new one is a file, a line here, a code, and its place in the docs. */
const checks: readonly ((checked: Checked) => Diagnostic[])[] = [
  unevenLadder,
  risingGates,
  contradictions,
  linesBeyondRange,
  tiersWithoutStanding,
  sharedGrades,
  notNested,
  weightsThatDoNotSum,
  casesOverlap,
  rulesNeverReached,
  datesWithHoles,
  unusedNames,
];

/** Looks for what is odd in a valid rulebook. Oddities are reported, never corrected: the policy may mean them. */
export function checkRulebook(
  rulebook: Rulebook,
  document: RuleDocument,
  places: ReadonlyMap<string, Path>,
): Diagnostic[] {
  const locate = (id: string) => document.at(places.get(id) ?? []);
  return checks.flatMap((check) => check({ rulebook, document, locate }));
}
