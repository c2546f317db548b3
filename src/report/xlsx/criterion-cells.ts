import type { CriterionResult, Status } from "../../assess/assessment.ts";
import type { Type } from "../../formula/type.ts";
import { Exact } from "../../number/exact.ts";
import type { Criterion } from "../../rulebook/criterion.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import { statusSigns } from "../colour.ts";
import { readingsOn } from "../inherited-readings.ts";
import { groupDemand, readingName } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import type { Report } from "../report.ts";
import { statusWords, words } from "../words.ts";
import { figureCell } from "./figure-cell.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";
import type { StyleName } from "./style.ts";

/** The colours of a verdict. */
export const verdictStyles = { pass: "good", fail: "bad", unknown: "doubt" } as const satisfies Record<
  string,
  StyleName
>;

export const completionStyle: StyleName = "number 0.00%";

/** Asks once of each: what hangs on a criterion alone is the same for ten thousand people. */
export function onceEach<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new Map<Of, Made>();
  return (of) => {
    let made = known.get(of);
    if (made === undefined) {
      made = make(of);
      known.set(of, made);
    }
    return made;
  };
}

/** {@link criterionName} in a cell, put together once for each criterion and the part that it stands in. */
export function nameCells(lang: Lang): (node: CriterionResult, part: CriterionResult | undefined) => ListCell {
  const known = new Map<Criterion, { readonly part: Criterion | undefined; readonly cell: ListCell }>();
  return (node, part) => {
    const before = known.get(node.criterion);
    if (before && before.part === part?.criterion) return before.cell;
    const cell: ListCell = { value: criterionName(node, part, lang), style: "text" };
    known.set(node.criterion, { part: part?.criterion, cell });
    return cell;
  };
}

/** The figure's name, behind the part of the k-of-n group that it stands in. */
export function criterionName(node: CriterionResult, part: CriterionResult | undefined, lang: Lang): string {
  const { criterion } = node;
  const name = criterion.kind === "leaf" ? criterion.nameLabel[lang] : criterion.label[lang];
  const of = part && part !== node ? part.criterion.label[lang] : "";
  return of === "" || of === name ? name : `${of} · ${name}`;
}

export function standardCell({ criterion, threshold }: CriterionResult, reader: Reader): ListCell {
  if (criterion.kind === "choice") return { value: words.candidates[reader.lang], style: "centre" };
  if (criterion.kind === "group") {
    return { value: groupDemand(criterion.need, criterion.of.length, reader.lang), style: "centre" };
  }
  if (criterion.op === "is" || criterion.op === "not") {
    return { value: (criterion.op === "is" ? words.yes : words.no)[reader.lang], style: "centre" };
  }
  return threshold === undefined
    ? { value: criterion.text, style: "text" }
    : figureCell(threshold, criterion.type, reader);
}

export function actualCell({ criterion, value, parts }: CriterionResult, reader: Reader): ListCell {
  if (criterion.kind === "leaf") return figureCell(value, criterion.type, reader);
  if (criterion.kind === "choice") return { value: "", style: "text" };
  const passed = parts.filter(({ status }) => status === "pass").length;
  return { value: reader.lang === "zh" ? `满足 ${passed} 项` : `${passed} met`, style: "centre" };
}

export function gapCell({ criterion, gap }: CriterionResult, reader: Reader): ListCell {
  return criterion.kind === "leaf" ? figureCell(gap, criterion.type, reader) : { value: "", style: "text" };
}

/** Actual ÷ standard where more is better, rounded down: 100 % is shown only to who is there. */
export function completionCell({ criterion, value, threshold }: CriterionResult): ListCell {
  const asksForMore = criterion.kind === "leaf" && (criterion.op === ">=" || criterion.op === ">");
  if (asksForMore && value instanceof Exact && threshold instanceof Exact && threshold.sign > 0) {
    return { value: value.shareOf(threshold, 10_000), style: completionStyle };
  }
  return { value: "", style: "text" };
}

export function verdictCell({ status }: CriterionResult, lang: Lang): ListCell {
  return verdicts[lang][status];
}

const verdicts = { zh: verdictsIn("zh"), en: verdictsIn("en") };

function verdictsIn(lang: Lang): Readonly<Record<Status, ListCell>> {
  const cell = (status: Status): ListCell => ({
    value: `${statusSigns[status]} ${statusWords[status][lang]}`,
    style: verdictStyles[status],
  });
  return { pass: cell("pass"), fail: cell("fail"), unknown: cell("unknown") };
}

/** The number styles that the rulebook's criteria need. */
export function criterionStyles({ rulebook }: Report, lang: Lang): StyleName[] {
  const roots = rulebook.tiers.flatMap(({ requires, provisional }) => [
    requires,
    ...(provisional ? [provisional] : []),
  ]);
  const types = [...roots, ...rulebook.standing.map(({ criterion }) => criterion)].flatMap(typesIn);
  return [...new Set([completionStyle, ...types.map((type) => numberStyle(type, lang))])];
}

function typesIn(criterion: Criterion): Type[] {
  return criterion.kind === "leaf" ? [criterion.type] : criterion.of.flatMap(typesIn);
}

/** The clause, and under it the readings that the criterion rests on. */
export function clauseCell(rulebook: Rulebook, criterion: Criterion, lang: Lang): ListCell {
  const reading = readingCell(rulebook, criterion, lang).value as string;
  return { value: [criterion.cite ?? "", reading].filter((text) => text !== "").join("\n"), style: "text" };
}

/** The readings that the criterion rests on, by name and what they adopt. */
export function readingCell(rulebook: Rulebook, criterion: Criterion, lang: Lang): ListCell {
  const names = readingsOn(rulebook, criterion).map((reading) => readingName(reading, lang));
  return { value: names.join("\n"), style: "quiet" };
}
