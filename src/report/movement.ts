import type { Lang } from "../text/text.ts";
import type { Report } from "./report.ts";
import { actionText } from "./result-columns.ts";
import { noTier } from "./summary.ts";
import { words } from "./words.ts";

/**
 * The movement matrix as a table: present tiers down, recommended tiers across, then those who are recommended no tier
 * (review, leave), then the total.
 */
export function movementRows(
  { rulebook, summary }: Report,
  lang: Lang,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number | undefined)[])[] } {
  const columns = [...rulebook.tiers.map((tier) => tier.id), noTier];
  const counts = (from: string) => columns.map((to) => summary.matrix.get(from)?.get(to) ?? 0);
  const froms = columns.filter((from) => from !== noTier || summary.matrix.has(noTier));
  const label = (id: string) => rulebook.tiers.find((tier) => tier.id === id)?.label[lang];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const outcome = [actionText(rulebook, "review", lang), actionText(rulebook, "leave", lang)].join("/");
  return {
    headings: [
      `${words.current[lang]} \\ ${words.recommended[lang]}`,
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
