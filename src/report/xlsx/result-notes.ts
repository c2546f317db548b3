import type { CriterionResult, TierAssessment } from "../../assess/assessment.ts";
import { showLocation } from "../../diagnostic/location.ts";
import type { Leaf } from "../../rulebook/criterion.ts";
import type { PersonReport } from "../person-report.ts";
import { demand, shown } from "../phrases.ts";
import { type Reader, readerOf } from "../reader.ts";
import { cellsText, sourcesOfLeaf } from "../source-cells.ts";
import { assessmentAt, leavesOf, nextTier } from "../tree.ts";
import { statusWords, words } from "../words.ts";
import { cellText } from "./cell-text.ts";
import type { Draft } from "./draft.ts";

/** So many cells of a figure are named in a note, and a note has so many characters. */
const cellsNamed = 2;
const longest = 1500;

/** Where the person stands on the roster. */
export function rosterNote({ report, lang }: Draft, one: PersonReport): string {
  const at = one.person.locate();
  return cellText(`${words.source[lang]} ${showLocation({ ...at, file: readerOf(report, lang).fileName(at.file) })}`);
}

/**
 * What the verdict rests on, with the cells: for who qualifies the criteria met, for who does not those not met at the
 * lowest tier. `gates`: texts of comparisons that every tier asks for.
 */
export function qualifiedNote({ report, lang }: Draft, one: PersonReport, gates: ReadonlySet<string>): string {
  const { assessment } = one;
  const tier = assessment.qualified ?? nextTier(report.rulebook.tiers, undefined);
  const assessed = assessmentAt(assessment, tier);
  if (!assessed) return "";
  const wanted = (status: CriterionResult["status"]) => (assessment.qualified ? status === "pass" : status !== "pass");
  const reader = readerOf(report, lang);
  const lines = decisive(assessed, gates)
    .filter(({ status, criterion }) => criterion.kind === "leaf" && wanted(status))
    .map((leaf) => {
      const cells = sourcesOfLeaf(report, one, leaf.criterion as Leaf, assessed.tier)
        .map(({ counted, cellType }) => cellsText(counted, cellType, cellsNamed, reader))
        .filter((text) => text !== "")
        .join(words.semicolon[lang]);
      return `${leafText(leaf, reader)}${cells === "" ? "" : ` ← ${cells}`}`;
    });
  if (lines.length === 0) return "";
  const head = `${assessed.tier.label[lang]} ${statusWords[assessed.status][lang]}`;
  const text = cellText([head, ...lines].join("\n"));
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** What tells the tiers apart first: gates that every tier asks for just the same would push it out of sight. */
function decisive(
  { provisional, requires, provisionalResult }: TierAssessment,
  gates: ReadonlySet<string>,
): CriterionResult[] {
  const isGate = ({ criterion }: CriterionResult) => gates.has((criterion as Leaf).text);
  const leaves = leavesOf(provisional && provisionalResult ? provisionalResult : requires);
  return [...leaves.filter((leaf) => !isGate(leaf)), ...leaves.filter(isGate)];
}

function leafText({ criterion, value, threshold }: CriterionResult, reader: Reader): string {
  const leaf = criterion as Leaf;
  return `${leaf.nameLabel[reader.lang]} ${shown(value, leaf.type, reader)}（${demand(leaf, threshold, reader)}）`;
}
