import type { PersonData, ScoreData } from "../explanation/record.ts";
import { page } from "./data.ts";
import { element } from "./element.ts";
import { sectionTree } from "./tree.ts";

/** All that the page knows of one person: what the row says, the nearest way up, every tier's criteria, and the rest. */
export function explanation(facts: readonly (readonly [name: string, content: Node])[], person: PersonData): Node[] {
  const { words, trees } = page;
  const rows = facts.map(([name, content]) => element("div", {}, element("dt", {}, name), element("dd", {}, content)));
  if (person.missing !== undefined) {
    rows.push(element("div", {}, element("dt", {}, words.missing), element("dd", {}, person.missing)));
  }
  return [
    element("dl", { class: "facts" }, ...rows),
    ...(person.nearest ? [nearest(person.nearest)] : []),
    ...trees.sections.map((section, index) => sectionTree(section, index, person)),
    ...(person.scores ?? []).map(score),
    ...lines(words.level, person.level),
    ...lines(
      words.benefits,
      person.benefits?.map(([name, amount]) => `${name}  ${amount}`),
    ),
    ...lines(words.uncounted, person.uncounted),
    ...lines(words.problems, person.problems),
    ...lines(
      words.readings,
      trees.readings.map(([name, text]) => `${name}  ${text}`),
    ),
  ];
}

function nearest({ title, ways }: NonNullable<PersonData["nearest"]>): HTMLElement {
  const items = ways.map((way) => element("li", {}, way));
  return element("section", { class: "nearest" }, element("h3", {}, title), element("ol", {}, ...items));
}

function lines(title: string, texts: readonly string[] | undefined): HTMLElement[] {
  if (!texts || texts.length === 0) return [];
  const items = texts.map((text) => element("li", {}, text));
  return [element("section", {}, element("h3", {}, title), element("ul", { class: "lines" }, ...items))];
}

function score({ title, total, rows }: ScoreData): HTMLElement {
  const body = rows.map(([name, measured, points, cite]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name.trim()),
      element("td", {}, measured),
      element("td", { class: "number" }, points),
      element("td", {}, cite),
    ),
  );
  const foot = element(
    "tr",
    {},
    element("th", { scope: "row" }, page.words.total),
    element("td"),
    element("td", { class: "number" }, total),
    element("td"),
  );
  const table = element("table", { class: "data" }, element("tbody", {}, ...body), element("tfoot", {}, foot));
  return element("section", {}, element("h3", {}, title), table);
}
