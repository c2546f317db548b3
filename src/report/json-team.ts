import type { Lang } from "../text/text.ts";
import { jsonValue } from "./json-value.ts";
import type { Report } from "./report.ts";
import { unitOf } from "./tree.ts";

/** The checks over the team, the whole (`part` null) before its parts. */
export function teamJson({ team }: Report, lang: Lang): string {
  const entries = team.map(({ check, part, people, status, value, threshold, gap }) => {
    const { id, label, cite, advice, criterion } = check;
    const unit = unitOf(criterion.measured.type);
    return (
      `{"id":${JSON.stringify(id)},"label":${JSON.stringify(label[lang])},"part":${JSON.stringify(part ?? null)}` +
      `,"people":${people},"status":"${status}","value":${jsonValue(value)},"threshold":${jsonValue(threshold)}` +
      `,"gap":${jsonValue(gap)},"unit":${JSON.stringify(unit)},"advice":${advice},"cite":${JSON.stringify(cite ?? null)}}`
    );
  });
  return `[${entries.join(",")}]`;
}

/** The caps, highest tier first; people by their ids. */
export function quotasJson({ quotas }: Report): string {
  const entries = quotas.map(({ tier, share, base, seats, holders, over, open }) => {
    const ids = (people: typeof over) => JSON.stringify(people.map(({ id }) => id));
    return (
      `{"tier":${JSON.stringify(tier.id)},"share":${jsonValue(share)},"base":${base},"seats":${seats}` +
      `,"holders":${holders},"over":${ids(over)},"open":${ids(open)}}`
    );
  });
  return `[${entries.join(",")}]`;
}
