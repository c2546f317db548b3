import type { Lang } from "../text/text.ts";
import type { Report } from "./report.ts";
import { actionText } from "./result-columns.ts";
import { type Matrix, noTier } from "./summary.ts";
import { words } from "./words.ts";

/** Whither: to what is recommended, or to what stands in the end. */
export type Whither = "recommended" | "final";

/** Where people have decided otherwise than was recommended, what stands in the end is what a meeting looks at. */
export function whitherOf({ summary }: Pick<Report, "summary">): Whither {
  return summary.overrides > 0 ? "final" : "recommended";
}

/** The movement matrix of a run. */
export function movementOf({ summary }: Pick<Report, "summary">, to: Whither): Matrix {
  return to === "final" ? summary.finalMatrix : summary.matrix;
}

/**
 * The movement matrix as a table: present tiers down, recommended or final tiers across, then those who have none there
 * (review, leave, or a person's decision), then the total.
 */
export function movementRows(
  report: Report,
  lang: Lang,
  to: Whither,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number | undefined)[])[] } {
  const { rulebook, summary } = report;
  const matrix = movementOf(report, to);
  const columns = [...rulebook.tiers.map((tier) => tier.id), noTier];
  const counts = (from: string) => columns.map((to) => matrix.get(from)?.get(to) ?? 0);
  const froms = columns.filter((from) => from !== noTier || matrix.has(noTier));
  const label = (id: string) => rulebook.tiers.find((tier) => tier.id === id)?.label[lang];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const open = [actionText(rulebook, "review", lang), actionText(rulebook, "leave", lang)];
  const outcome = [...open, ...(to === "final" ? [words.none[lang]] : [])].join("/");
  return {
    headings: [
      `${words.current[lang]} \\ ${words[to][lang]}`,
      ...rulebook.tiers.map((tier) => tier.label[lang]),
      outcome,
      words.total[lang],
    ],
    rows: [
      ...froms.map((from) => [
        label(from) ?? words.noTier[lang],
        ...counts(from).map((count) => (count === 0 ? undefined : count)),
        sum(counts(from)),
      ]),
      [
        words.total[lang],
        ...columns.map((_, index) => sum(froms.map((from) => counts(from)[index] ?? 0))),
        summary.people,
      ],
    ],
  };
}
