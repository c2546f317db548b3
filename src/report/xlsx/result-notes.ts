import type { CriterionResult, TierAssessment } from "../../assess/assessment.ts";
import { textsInAll } from "../../decide/deciding.ts";
import type { Leaf } from "../../rulebook/criterion.ts";
import type { Tier } from "../../rulebook/tier.ts";
import { bracketed } from "../../text/text.ts";
import type { PersonReport } from "../person-report.ts";
import { demand, shown } from "../phrases.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { Report } from "../report.ts";
import { cellsOf, placeText } from "../source-cells.ts";
import { assessmentAt, leavesOf, nextTier } from "../tree.ts";
import { statusWords, words } from "../words.ts";
import { cellText } from "./cell-text.ts";
import type { Draft } from "./draft.ts";

/** A note has so many characters. */
const longest = 1500;

/** The notes of 评定结果: from which cells a person's line comes. */
export class ResultNotes {
  private readonly report: Report;
  private readonly reader: Reader;
  /** Texts of comparisons that every tier asks for. */
  private readonly gates: ReadonlySet<string>;

  constructor({ report, lang }: Draft) {
    this.report = report;
    this.reader = readerOf(report, lang);
    this.gates = textsInAll(report.rulebook.tiers.filter(({ ladder }) => ladder).map(({ requires }) => requires));
  }

  /** Where the person stands on the roster. */
  roster(one: PersonReport): string {
    return cellText(`${words.source[this.reader.lang]} ${placeText(one.person.locate(), this.reader)}`);
  }

  /**
   * What the verdict rests on, with the cells: for who qualifies the criteria met, for who does not those not met at the
   * lowest tier. What tells the tiers apart comes first.
   */
  qualified(one: PersonReport): string {
    const { assessment } = one;
    const { lang } = this.reader;
    const tier = assessment.qualified ?? nextTier(this.report.rulebook.tiers, undefined);
    const assessed = assessmentAt(assessment, tier);
    if (!assessed) return "";
    const wanted = (status: CriterionResult["status"]) => (status === "pass") === (assessment.qualified !== undefined);
    const leaves = decidingLeaves(assessed).filter(({ status }) => wanted(status));
    const isGate = ({ criterion }: CriterionResult) => this.gates.has((criterion as Leaf).text);
    const lines = [...leaves.filter((leaf) => !isGate(leaf)), ...leaves.filter(isGate)].map((leaf) =>
      this.line(leaf, one, assessed.tier),
    );
    if (lines.length === 0) return "";
    const head = `${assessed.tier.label[lang]} ${statusWords[assessed.status][lang]}`;
    const text = cellText([head, ...lines].join("\n"));
    return text.length <= longest ? text : `${text.slice(0, longest)}…`;
  }

  private line({ criterion, value, threshold }: CriterionResult, one: PersonReport, tier: Tier): string {
    const leaf = criterion as Leaf;
    const cells = cellsOf(this.report, one, leaf.name, tier, this.reader);
    const says = `${leaf.nameLabel[this.reader.lang]} ${shown(value, leaf.type, this.reader)}${bracketed(demand(leaf, threshold, this.reader), this.reader.lang)}`;
    return cells === "" ? says : `${says} ← ${cells}`;
  }
}

function decidingLeaves({ provisional, requires, provisionalResult }: TierAssessment): CriterionResult[] {
  return leavesOf(provisional && provisionalResult ? provisionalResult : requires);
}
