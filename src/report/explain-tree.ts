import type { ChalkInstance } from "chalk";
import type { CriterionResult, TierAssessment } from "../assess/assessment.ts";
import { Unknown } from "../formula/value.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import { statusPaint, statusSigns } from "./colour.ts";
import { distanceText, lackingText, readingsOf, sourceLines } from "./leaf-texts.ts";
import type { PersonReport } from "./person-report.ts";
import { demand, groupDemand, shown } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import type { Report } from "./report.ts";
import { onlyPart, opened } from "./shown-parts.ts";
import { words } from "./words.ts";

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
    const marks = readingsOf(all);
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

  private leafSays(leaf: Leaf, node: CriterionResult): string {
    const { lang } = this.reader;
    const name = leaf.nameLabel[lang];
    const comma = lang === "zh" ? "，" : ", ";
    const asks = `${lang === "zh" ? "须" : "asked"} ${demand(leaf, node.threshold, this.reader)}`;
    if (node.value instanceof Unknown) {
      const missing = lackingText(node, this.reader);
      return [`${name} ${words.unknown[lang]}`, asks, ...(missing === "" ? [] : [missing])].join(comma);
    }
    const is = `${name} ${this.chalk.bold(shown(node.value, leaf.type, this.reader))}`;
    const distance = distanceText(node, this.reader);
    return [is, asks, ...(distance === undefined ? [] : [statusPaint(this.chalk, node.status)(distance)])].join(comma);
  }

  private sources(leaf: Leaf, tier: Tier | undefined): string[] {
    const key = `${leaf.name} ${leaf.tierScoped ? (tier?.id ?? "") : ""}`;
    if (this.traced.has(key)) return [];
    this.traced.add(key);
    return sourceLines(this.report, this.one, leaf, tier, this.reader);
  }
}
