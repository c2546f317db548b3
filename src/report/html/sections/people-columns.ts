import { Unknown } from "../../../formula/value.ts";
import { Exact } from "../../../number/exact.ts";
import { type Action, actions } from "../../../rulebook/decision.ts";
import { nameColumn } from "../../../rulebook/name-column.ts";
import type { Tier } from "../../../rulebook/tier.ts";
import { branchColumn, type PersonReport } from "../../person-report.ts";
import { type ResultColumn, resultColumns } from "../../result-columns.ts";
import { cellText } from "../data-table.ts";
import { html, type Markup } from "../markup.ts";
import type { SectionContext } from "./section.ts";

/** A column of the list: what its cells say, what they are sorted by, and how much room they take. */
export interface PeopleColumn {
  readonly key: ResultColumn["key"];
  readonly heading: string;
  readonly room: Room;
  cell(one: PersonReport, position: number): string | Markup;
  /** Sorts by this number; undefined: by the text. */
  rank?(one: PersonReport): number | undefined;
}

/** A track of a CSS grid, the same in every row, since none depends on a row's content. */
interface Room {
  /** At least so many rem. */
  readonly least: number;
  /** Its share of what is left; undefined: it does not grow. */
  readonly share?: number;
}

const rooms: Readonly<Record<ResultColumn["key"], Room>> = {
  number: { least: 2.75 },
  branch: { least: 5.5, share: 1.2 },
  id: { least: 5, share: 0.7 },
  name: { least: 4.5, share: 0.8 },
  current: { least: 6.75, share: 1 },
  currentLevel: { least: 3.5 },
  qualified: { least: 6.75, share: 1 },
  qualifiedLevel: { least: 3.5 },
  recommended: { least: 6.75, share: 1 },
  recommendedLevel: { least: 3.5 },
  score: { least: 5, share: 0.8 },
  standing: { least: 9, share: 2 },
  action: { least: 5, share: 0.6 },
  reasons: { least: 13, share: 3.3 },
  approvals: { least: 6, share: 1.3 },
  override: { least: 5, share: 1 },
  final: { least: 6.75, share: 1 },
  signature: { least: 5 },
};

/** What is cut after two lines; a click on the row shows all of it. */
export const clamped: ReadonlySet<ResultColumn["key"]> = new Set(["reasons", "approvals", "override"]);

/** What is broken into lines where room is short; on paper the other columns are as wide as they need to be. */
export const broken: ReadonlySet<ResultColumn["key"]> = new Set(["reasons", "approvals", "standing", "override"]);

export const actionTones: Readonly<Record<Action, string>> = {
  promote: "good",
  confirm: "fresh",
  keep: "plain",
  demote: "lower",
  review: "doubt",
  leave: "bad",
};

/** The columns of 评定结果 that have something to say, under the names that the rulebook's own roster has for them. */
export function peopleColumns({ report, lang }: SectionContext): PeopleColumn[] {
  const { subject } = report.rulebook;
  const own: Partial<Record<ResultColumn["key"], string | undefined>> = {
    id: subject.key?.label[lang],
    name: nameColumn(subject)?.label[lang],
    branch: branchColumn(subject)?.label[lang],
  };
  return resultColumns(report.rulebook, "behind-tier")
    .filter((column) => says(column, report.people))
    .map(({ key, heading, text }, at, all) => {
      const scores = all.slice(0, at).filter((column) => column.key === "score").length;
      return {
        key,
        heading: own[key] ?? heading[lang],
        room: rooms[key],
        cell: (one, position) => markup(key, one, text(one, position, lang)),
        ...ranked(key, scores, report.rulebook.metrics),
      };
    });
}

/** Columns for people's hands, and those in which nothing stands, are left out. */
function says({ key, text }: ResultColumn, people: readonly PersonReport[]): boolean {
  if (key === "number" || key === "signature") return false;
  if (key === "id") return true;
  return people.some((one, position) => text(one, position, "zh") !== "");
}

function markup(key: ResultColumn["key"], one: PersonReport, text: string): string | Markup {
  const { action } = one.recommendation;
  if (key === "id") return html`<a href="#id=${encodeURIComponent(one.id)}">${cellText(text)}</a>`;
  if (key === "action" && action) return html`<span class="tag ${actionTones[action]}">${text}</span>`;
  return cellText(text);
}

function ranked(
  key: ResultColumn["key"],
  scoresBefore: number,
  metrics: SectionContext["report"]["rulebook"]["metrics"],
): Pick<PeopleColumn, "rank"> {
  const tier = (pick: (one: PersonReport) => Tier | undefined) => ({
    rank: (one: PersonReport) => pick(one)?.rank ?? 0,
  });
  switch (key) {
    case "current":
      return tier(({ recommendation }) => recommendation.current);
    case "qualified":
      return tier(({ recommendation }) => recommendation.qualified);
    case "recommended":
      return tier(({ recommendation }) => recommendation.recommended);
    case "final":
      return tier(({ final }) => final);
    case "action":
      return { rank: ({ recommendation: { action } }) => (action ? actions.indexOf(action) : -1) };
    case "score": {
      const score = metrics.filter(({ measure, tierScoped }) => measure.kind === "score" && !tierScoped)[scoresBefore];
      return { rank: ({ frame }) => (score ? numberOf(frame.shared[score.slot]) : undefined) };
    }
    default:
      return {};
  }
}

/** For sorting alone; what is not known comes last. */
function numberOf(value: unknown): number | undefined {
  if (value instanceof Exact) return Number(value.toString());
  return value instanceof Unknown ? Number.MAX_SAFE_INTEGER : undefined;
}
