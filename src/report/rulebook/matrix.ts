import { showValue } from "../../formula/show.ts";
import { isKnown, type Value } from "../../formula/value.ts";
import { type Criterion, comparisonSigns, type Leaf } from "../../rulebook/criterion.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { staticFrame } from "../../rulebook/static-frame.ts";
import type { Tier } from "../../rulebook/tier.ts";
import { same, type Text } from "../../text/text.ts";

/** Criteria × tiers: what an HR head reads and signs. */
export interface Matrix {
  readonly tiers: readonly Tier[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  /** How deep in the tree, 0 at the top. */
  readonly depth: number;
  readonly label: Text;
  /** By tier, in the matrix's order; undefined: the tier does not ask for it. */
  readonly cells: readonly (Text | undefined)[];
  /** Clauses, each once, in the order of the tiers. */
  readonly cites: readonly string[];
  readonly assumed: boolean;
  /** Ids of declared readings that touch it. */
  readonly readings: readonly string[];
}

interface Place {
  readonly depth: number;
  readonly nodes: (Criterion | undefined)[];
}

/** The ladder's requirements side by side; nodes of the same path below their tier share a row. */
export function requirementsMatrix(rulebook: Rulebook): Matrix {
  const tiers = rulebook.tiers.filter((tier) => tier.ladder);
  const places = new Map<string, Place>();
  for (const [column, tier] of tiers.entries()) {
    const roots = tier.provisional ? [tier.requires, tier.provisional] : [tier.requires];
    for (const root of roots)
      for (const node of root.of) collect(places, node, tier.id.length + 1, 0, column, tiers.length);
  }
  return { tiers, rows: inTreeOrder(places).map((place) => row(rulebook, tiers, place)) };
}

function collect(
  places: Map<string, Place>,
  node: Criterion,
  skip: number,
  depth: number,
  column: number,
  width: number,
): void {
  const key = node.id.slice(skip);
  const place = places.get(key) ?? { depth, nodes: new Array<Criterion | undefined>(width) };
  place.nodes[column] = node;
  places.set(key, place);
  if (node.kind === "group") for (const part of node.of) collect(places, part, skip, depth + 1, column, width);
}

/** Children behind their parents, however late a lower tier introduced them. */
function inTreeOrder(places: ReadonlyMap<string, Place>): Place[] {
  const keys = [...places.keys()];
  const below = (parent: string, depth: number): Place[] =>
    keys.flatMap((key) => {
      const place = places.get(key) as Place;
      if (place.depth !== depth || !(parent === "" || key.startsWith(`${parent}.`))) return [];
      return isOneLine(place) ? [place] : [place, ...below(key, depth + 1)];
    });
  return below("", 0);
}

/** A clause with one comparison at every tier is one row: its label, with the comparison's line. */
function isOneLine({ nodes }: Place): boolean {
  return nodes.every((node) => node?.kind !== "group" || (node.of.length === 1 && node.of[0]?.kind === "leaf"));
}

function row(rulebook: Rulebook, tiers: readonly Tier[], place: Place): MatrixRow {
  const { depth, nodes } = place;
  const oneLine = isOneLine(place);
  const present = nodes.filter((node) => node !== undefined);
  return {
    depth,
    label: labelOf(present),
    cells: tiers.map((tier, column) => {
      const node = nodes[column];
      return node && cell(rulebook, tier, node, oneLine);
    }),
    cites: [...new Set(present.flatMap((node) => (node.cite === undefined ? [] : [node.cite])))],
    assumed: present.some((node) => node.assumed),
    readings: [...new Set(present.flatMap((node) => node.readings.map((reading) => reading.id)))],
  };
}

/** Tiers that ask alike may call it otherwise: 两项 of four at one, 一项 at another. Each label once, as in the workbook. */
function labelOf(nodes: readonly Criterion[]): Text {
  const labels = [...new Map(nodes.map(({ label }) => [label.zh, label])).values()];
  return { zh: labels.map(({ zh }) => zh).join(" / "), en: labels.map(({ en }) => en).join(" / ") };
}

function cell(rulebook: Rulebook, tier: Tier, node: Criterion, oneLine: boolean): Text {
  if (node.kind === "leaf") return leafText(rulebook, tier, node);
  if (node.kind === "choice") {
    const parts = node.of.map((leaf) => leafText(rulebook, tier, leaf));
    return { zh: parts.map((part) => part.zh).join(" 或 "), en: parts.map((part) => part.en).join(" or ") };
  }
  const [only] = node.of;
  if (node.of.length === 1 && only) return oneLine && only.kind === "leaf" ? leafText(rulebook, tier, only) : same("");
  if (node.need === node.of.length) return { zh: "全部", en: "all" };
  return { zh: `${node.of.length} 项中 ${node.need} 项`, en: `${node.need} of ${node.of.length}` };
}

/** `≥ 2.5亿元`; a bare boolean says yes or no; `in`, `between` and the like as written. */
export function leafText(rulebook: Rulebook, tier: Tier, leaf: Leaf): Text {
  if (leaf.op === "is") return { zh: "是", en: "yes" };
  if (leaf.op === "not") return { zh: "否", en: "no" };
  const threshold = leaf.threshold(staticFrame(rulebook, tier.index));
  // What depends on the person (a line pinned to the present tier) or is no single value is shown as it is written.
  if (threshold === undefined || !isKnown(threshold)) return same(leaf.text.slice(leaf.name.length).trim());
  const shown = (lang: "zh" | "en") => showValue(threshold as Value, leaf.type, lang);
  const sign = comparisonSigns[leaf.op];
  return { zh: `${sign} ${shown("zh")}`, en: `${sign} ${shown("en")}` };
}
