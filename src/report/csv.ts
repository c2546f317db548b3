import type { Type } from "../formula/type.ts";
import type { Result } from "../formula/value.ts";
import { Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { Figure } from "../rulebook/figure.ts";
import type { Lang } from "../text/text.ts";
import { benefitColumns } from "./benefit-columns.ts";
import { csvCell } from "./csv-cell.ts";
import { figureAt } from "./figure-at.ts";
import type { Report } from "./report.ts";
import { resultColumns } from "./result-columns.ts";
import { unitName } from "./unit-name.ts";
import { words } from "./words.ts";

/**
 * A row a person: the columns of 评定结果, every metric at the present tier, then every benefit with the day from which it
 * is paid, as plain exact decimals in the base unit that the heading names. What is not known is an empty field, and a day
 * stands only beside an amount. RFC 4180 with CRLF; nothing in it runs in a spreadsheet.
 */
export function* renderCsv(report: Report, lang: Lang, options: { readonly bom: boolean }): Generator<string> {
  const columns = resultColumns(report.rulebook, "own-columns").filter(({ key }) => key !== "score");
  const { metrics } = report.rulebook;
  const benefits = benefitColumns(report.rulebook);
  const headings = [
    ...columns.map((column) => column.heading[lang]),
    ...metrics.map((metric) => metric.label[lang] + tierName(metric, lang) + unitName(metric.type, lang)),
    ...benefits.flatMap(({ benefit: { label, type, from }, heading }) => [
      heading[lang] + unitName(type, lang),
      ...(from ? [`${label[lang]} ${words.from[lang]}`] : []),
    ]),
  ];
  yield (options.bom ? "\uFEFF" : "") + line(headings);
  for (const [position, one] of report.people.entries()) {
    yield line([
      ...columns.map((column) => column.text(one, position, lang)),
      ...metrics.map((metric) =>
        plain(figureAt(one.frame, metric, one.recommendation.current), metric.type, report, lang),
      ),
      ...benefits.flatMap(({ benefit: { id, type, from } }) => {
        const paid = one.recommendation.benefits.find((each) => each.id === id);
        const amount = plain(paid?.amount, type, report, lang);
        return [amount, ...(from ? [amount === "" ? "" : (paid?.from ?? "")] : [])];
      }),
    ]);
  }
}

/** At which tier a figure is taken that differs by tier, such as deposits of customers above a tier's floor. */
function tierName({ tierScoped }: Figure, lang: Lang): string {
  if (!tierScoped) return "";
  return lang === "zh" ? `（按${words.current.zh}）` : ` (at the ${words.current.en.toLowerCase()})`;
}

function line(fields: readonly string[]): string {
  return `${fields.map(csvCell).join(",")}\r\n`;
}

function plain(value: Result | undefined, type: Type, { rulebook }: Report, lang: Lang): string {
  if (value === undefined || value instanceof Unknown) return "";
  if (value instanceof Exact) return value.toString();
  if (typeof value === "boolean") return value ? words.yes[lang] : words.no[lang];
  if (type.kind === "tier") return rulebook.tiers.find((tier) => tier.id === value)?.label[lang] ?? value;
  return value;
}
