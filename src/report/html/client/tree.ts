import type { NodeData, PersonData, SectionData } from "../explanation/record.ts";
import { page, say } from "./data.ts";
import { element } from "./element.ts";

const signs: Readonly<Record<string, readonly [sign: string, tone: string, word: string]>> = {
  "+": ["✓", "good", page.words.met],
  "-": ["✗", "bad", page.words.unmet],
  "?": ["?", "doubt", page.words.unknown],
};

/** ✓ with its word for who does not see it. */
export function sign(status: string, spoken = false): HTMLElement {
  const [mark = "", tone = "", word = ""] = signs[status] ?? [];
  if (spoken) return element("span", { class: `sign ${tone}` }, `${mark} ${word}`);
  const read = element("span", { class: "unseen" }, word);
  return element("span", { class: `sign ${tone}` }, element("span", { "aria-hidden": "true" }, mark), read);
}

/** A tier with all that it asks for, open or closed. */
export function sectionTree(section: SectionData, index: number, person: PersonData): HTMLElement {
  const { words } = page;
  const provisional = person.provisional && person.open.includes(section.id) && person.sections[index] === "+";
  const head = element(
    "summary",
    {},
    element("b", {}, section.label),
    " ",
    sign(person.sections[index] ?? "?", true),
    provisional ? ` （${words.provisional}）` : "",
  );
  const tree = element("details", { class: "tier" }, head, branch(section.from, section.provisional, person));
  tree.open = person.open.includes(section.id) || section.id.startsWith("standing.");
  if (section.to > section.provisional) {
    tree.append(element("h4", {}, words.provisionalConditions), branch(section.provisional, section.to, person));
  }
  return tree;
}

/** The nodes from one to another, those that are deeper inside those before them. */
function branch(from: number, to: number, person: PersonData): HTMLElement {
  const list = element("ul", { class: "criteria" });
  const depth = page.trees.nodes[from]?.depth ?? 0;
  for (let at = from; at < to; ) {
    let next = at + 1;
    while (next < to && page.trees.nodes[next]!.depth > depth) next++;
    const item = line(at, page.trees.nodes[at]!, person);
    if (next > at + 1) item.append(branch(at + 1, next, person));
    list.append(item);
    at = next;
  }
  return list;
}

function line(at: number, node: NodeData, person: PersonData): HTMLElement {
  const { words } = page;
  const text = (index: number | undefined) => (index === undefined ? "" : (person.texts[index] ?? ""));
  const asks = text(person.asks[at]) || node.asks;
  const leaf = node.kind === "leaf";
  const count = person.values[at] ?? 0;
  const says = element(
    "p",
    {},
    sign(person.status[at] ?? "?"),
    element("span", { class: "name" }, node.name),
    " ",
    leaf && element("b", { class: "value" }, text(count)),
    " ",
    element("span", { class: "asks" }, leaf ? `${words.asks} ${asks}` : asks),
    node.kind === "group" && element("span", { class: "asks" }, ` · ${say(words.metParts, { count })}`),
  );
  const gap = text(person.gaps[at]);
  if (gap !== "")
    says.append(" ", element("span", { class: `gap ${person.status[at] === "?" ? "doubt" : "bad"}` }, gap));
  if (node.notes.length > 0) says.append(" ", element("span", { class: "cite" }, `〔${node.notes.join(" · ")}〕`));
  const cells = node.figure === undefined ? [] : (person.cells[node.figure] ?? []);
  return element("li", {}, says, ...cells.map((cell) => element("p", { class: "cells" }, text(cell))));
}
