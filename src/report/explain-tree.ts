import type { ChalkInstance } from "chalk";
import type { CriterionResult, TierAssessment } from "../assess/assessment.ts";
import { missingText } from "../decide/phrases.ts";
import { Unknown } from "../formula/value.ts";
import type { TraceCell } from "../metrics/metrics.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Lang } from "../text/text.ts";
import { statusPaint, statusSigns } from "./colour.ts";
import type { PersonReport } from "./person-report.ts";
import { demand, groupDemand, shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import type { Report } from "./report.ts";
import { cellsText, sourcesOfLeaf } from "./source-cells.ts";
import { words } from "./words.ts";

/** How many cells of a figure are named. */
const cellsShown = 3;

/** Draws trees of criteria, a node a line; under a figure, the first time it appears, the cells that it came from. */
export class ExplainTree {
  /** Readings that some drawn node depends on. */
  readonly readingsMet = new Set<string>();
  private readonly traced = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly one: PersonReport,
    private readonly reader: Reader,
    private readonly chalk: ChalkInstance,
  ) {}

  tier({ tier, requires, provisionalResult }: TierAssessment): string[] {
    const provisional = provisionalResult
      ? [this.chalk.dim(`  ${words.provisional[this.reader.lang]}`), ...this.parts(provisionalResult, "", tier)]
      : [];
    return [...this.parts(requires, "", tier), ...provisional];
  }

  standing(result: CriterionResult): string[] {
    return this.node(result, "", true, undefined);
  }

  private parts(node: CriterionResult, indent: string, tier: Tier | undefined): string[] {
    const parts = opened(node.parts);
    return parts.flatMap((part, index) => this.node(part, indent, index === parts.length - 1, tier));
  }

  private node(node: CriterionResult, indent: string, last: boolean, tier: Tier | undefined): string[] {
    const { dim } = this.chalk;
    const { names, node: shownNode } = onlyPart(node, this.reader.lang);
    const { criterion, status } = shownNode;
    const sign = statusPaint(this.chalk, status)(statusSigns[status]);
    const notes = this.notes(node, shownNode);
    const path = names.map((name) => `${name} · `).join("");
    const line = `${sign} ${path}${this.says(shownNode)}${notes.length > 0 ? dim(`  〔${notes.join(" · ")}〕`) : ""}`;
    const below = indent + (last ? "   " : "│  ");
    return [
      dim(indent + (last ? "└─ " : "├─ ")) + line,
      ...(criterion.kind === "leaf" ? this.sources(criterion, tier).map((text) => dim(`${below}  ${text}`)) : []),
      ...this.parts(shownNode, below, tier),
    ];
  }

  /** The clause, what is assumed, and the readings that a node (or the only part shown in its place) depends on. */
  private notes(...nodes: readonly CriterionResult[]): string[] {
    const { lang } = this.reader;
    const all = nodes.map((node) => node.criterion);
    const marks = new Set(all.flatMap(({ readings }) => readings.map(({ id }) => id)));
    for (const criterion of all) if (criterion.kind === "choice") marks.add(criterion.reading.id);
    for (const mark of marks) this.readingsMet.add(mark);
    return [
      ...new Set(all.flatMap(({ cite }) => cite ?? [])),
      ...(all.some(({ assumed }) => assumed) ? [words.assumed[lang]] : []),
      ...[...marks].map((mark) => `${words.reading[lang]} ${mark}`),
    ];
  }

  private says(node: CriterionResult): string {
    const { criterion } = node;
    const { lang } = this.reader;
    const comma = lang === "zh" ? "，" : ", ";
    if (criterion.kind === "choice") return `${criterion.label[lang]} ${words.candidates[lang]}`;
    if (criterion.kind === "group") {
      const passed = node.parts.filter((part) => part.status === "pass").length;
      const now = lang === "zh" ? `现 ${passed} 项` : `${passed} met`;
      return `${criterion.label[lang]} ${this.chalk.dim(`${groupDemand(criterion.need, criterion.of.length, lang)}${comma}${now}`)}`;
    }
    return this.leafSays(criterion, node);
  }

  private leafSays(leaf: Leaf, { value, threshold, gap, status }: CriterionResult): string {
    const { lang } = this.reader;
    const name = leaf.nameLabel[lang];
    const comma = lang === "zh" ? "，" : ", ";
    const asks = `${lang === "zh" ? "须" : "asked"} ${demand(leaf, threshold, this.reader)}`;
    if (value instanceof Unknown) {
      const missing = value.reasons.map((reason) => missingText(reason)[lang]).join(words.comma[lang]);
      return [`${name} ${words.unknown[lang]}`, asks, ...(missing === "" ? [] : [missing])].join(comma);
    }
    const is = `${name} ${this.chalk.bold(shown(value, leaf.type, this.reader))}`;
    if (status === "pass" || gap === undefined || leaf.op === "==" || leaf.op === "!=") return `${is}${comma}${asks}`;
    const over = leaf.op.startsWith("<");
    const word = lang === "zh" ? (over ? "超" : "差") : over ? "over by" : "short by";
    const distance = `${word} ${shown(gap, leaf.type, this.reader)}`;
    return [is, asks, statusPaint(this.chalk, status)(distance)].join(comma);
  }

  private sources(leaf: Leaf, tier: Tier | undefined): string[] {
    const key = `${leaf.name} ${leaf.tierScoped ? (tier?.id ?? "") : ""}`;
    if (this.traced.has(key)) return [];
    this.traced.add(key);
    const { lang } = this.reader;
    const sources = sourcesOfLeaf(this.report, this.one, leaf, tier);
    return sources.flatMap(({ figure, label, cellType, counted, leftOut }) => {
      const of = figure === leaf.name ? "" : `${label[lang]} `;
      const out = leftOut.filter((cell) => cell.by === "within");
      const line = (word: string, cells: readonly TraceCell[], withValues?: boolean) =>
        cells.length > 0 ? [`${word} ${of}${cellsText(cells, cellType, cellsShown, this.reader, withValues)}`] : [];
      return [...line(words.source[lang], counted), ...line(words.notCounted[lang], out, true)];
    });
  }
}

/** Groups without a name of their own that ask for all their parts are no line of the tree: their parts are. */
function opened(parts: readonly CriterionResult[]): CriterionResult[] {
  return parts.flatMap((part) => {
    const { criterion } = part;
    const nameless = criterion.label.zh === criterion.id.slice(criterion.id.lastIndexOf(".") + 1);
    const all = criterion.kind === "group" && criterion.need === criterion.of.length;
    return nameless && all ? opened(part.parts) : [part];
  });
}

/** A group of a single part is shown as that part, under both names. */
function onlyPart(
  node: CriterionResult,
  lang: Lang,
): { readonly names: readonly string[]; readonly node: CriterionResult } {
  const [only] = node.parts;
  if (node.criterion.kind !== "group" || !only || node.parts.length > 1) return { names: [], node };
  const below = onlyPart(only, lang);
  const name = node.criterion.label[lang];
  const own =
    below.node.criterion.kind === "leaf" ? below.node.criterion.nameLabel[lang] : below.node.criterion.label[lang];
  return { names: name === own ? below.names : [name, ...below.names], node: below.node };
}
