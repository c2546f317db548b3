import { showValue } from "../formula/show.ts";
import type { Value } from "../formula/value.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Param } from "../rulebook/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import { words } from "./words.ts";

/** What the rulebook assumed under an id (`rates.USD`): a rate or a constant with its figures, else the name of the thing. */
export function assumedText(rulebook: Rulebook, id: string, lang: Lang): string {
  const [section, name = ""] = id.split(".");
  if (section === "rates") return ratesText(rulebook, name, lang) || words.assumed[lang];
  const param = section === "params" ? rulebook.params.find((one) => one.id === name) : undefined;
  if (param) return paramText(rulebook, param, lang);
  const figure = rulebook.figures.find((one) => one.name === name);
  const benefit = rulebook.benefits.find((one) => section === "benefits" && one.id === name);
  const check = rulebook.team.find((one) => section === "team" && one.id === name);
  const label = (figure ?? benefit ?? check ?? criterionOf(rulebook, id))?.label;
  return label?.[lang] ?? words.assumed[lang];
}

/** `1 USD = 6.8 CNY（自 2010-01-01）`. */
function ratesText({ rates }: Rulebook, currency: string, lang: Lang): string {
  const own = rates.filter(({ pair }) => pair.startsWith(`${currency}→`));
  const texts = own.flatMap(({ pair, versions }) =>
    versions.map(({ from, factor }) => {
      const rate = `1 ${currency} = ${factor} ${pair.split("→")[1]}`;
      return lang === "zh" ? `${rate}（自 ${from}）` : `${rate} (from ${from})`;
    }),
  );
  return texts.join(words.comma[lang]);
}

/** `业绩线：高级 90、中级 75`, of the latest version; by level, the label alone. */
function paramText({ tiers }: Rulebook, { by, label, type, versions }: Param, lang: Lang): string {
  const values = versions.at(-1)?.values ?? [];
  const show = (value: Value | undefined) => (value === undefined ? undefined : showValue(value, type, lang));
  const texts =
    by === "tier"
      ? tiers.flatMap((tier) => {
          const text = show(values[tier.index]);
          return text === undefined ? [] : [`${tier.label[lang]} ${text}`];
        })
      : [show(values[0])].flatMap((text) => text ?? []);
  if (texts.length === 0) return label[lang];
  return `${label[lang]}${lang === "zh" ? "：" : ": "}${texts.join(words.comma[lang])}`;
}

function criterionOf({ tiers }: Rulebook, id: string): Criterion | undefined {
  const find = (criterion: Criterion): Criterion | undefined => {
    if (criterion.id === id) return criterion;
    if (criterion.kind === "leaf") return undefined;
    for (const part of criterion.of) {
      const found = find(part);
      if (found) return found;
    }
    return undefined;
  };
  for (const { requires, provisional } of tiers) {
    const found = find(requires) ?? (provisional && find(provisional));
    if (found) return found;
  }
  return undefined;
}
