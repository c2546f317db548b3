import type { CriterionResult, Status } from "../../../assess/assessment.ts";
import { Unknown } from "../../../formula/value.ts";
import type { Tier } from "../../../rulebook/tier.ts";
import type { Lang } from "../../../text/text.ts";
import { distanceText, lackingText, readingsOf, sourceLines } from "../../leaf-texts.ts";
import type { PersonReport } from "../../person-report.ts";
import { adviceLabel, demand, groupDemand, readingText, shown } from "../../phrases.ts";
import type { Reader } from "../../reader.ts";
import type { Report } from "../../report.ts";
import { onlyPart, opened } from "../../shown-parts.ts";
import { words } from "../../words.ts";
import type { NodeData, PersonData, SectionData, TreeData } from "./record.ts";
import type { Texts } from "./texts.ts";

const signs: Readonly<Record<Status, string>> = { pass: "+", fail: "-", unknown: "?" };

/** Of one person, the parts of the record that hang on the trees. */
export type Answers = Pick<PersonData, "sections" | "status" | "values" | "gaps" | "asks" | "cells">;

/**
 * Writes everyone's criteria trees. All people have the same trees, so what never changes of them is noted with the first
 * person, and the others' answers follow in the same order.
 */
export class Trees {
  private readonly nodes: NodeData[] = [];
  private readonly sections: SectionData[] = [];
  private readonly figures: { readonly name: string; readonly tier: Tier | undefined }[] = [];
  private readonly lastAsked: { readonly threshold: CriterionResult["threshold"]; readonly asks: string }[] = [];
  private readonly met = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly reader: Reader,
  ) {}

  get lang(): Lang {
    return this.reader.lang;
  }

  /** What all people share; complete once the first person has been written. */
  shared(): TreeData {
    const readings = this.report.rulebook.readings
      .filter(({ id }) => this.met.has(id))
      .map((reading) => {
        const name = [reading.id, reading.cite ?? ""].filter((part) => part !== "").join(" ");
        return [name, readingText(reading, this.reader.lang)] as const;
      });
    return { nodes: this.nodes, sections: this.sections, readings };
  }

  write(one: PersonReport, texts: Texts): Answers {
    const known = this.nodes.length > 0 || this.sections.length > 0;
    const walk = new Walk(this, one, texts, known ? this.nodes.length : undefined);
    const { tiers, standing } = one.assessment;
    let sections = "";
    for (const { tier, status, requires, provisionalResult } of tiers) {
      if (!tier.ladder) continue;
      const from = walk.at;
      walk.parts(requires.parts, 0, tier);
      const provisional = walk.at;
      if (provisionalResult) walk.parts(provisionalResult.parts, 0, tier);
      if (!known) this.section(tier.id, tier.label[this.reader.lang], from, provisional, walk.at);
      sections += signs[status];
    }
    for (const { standing: own, status, result } of standing) {
      const from = walk.at;
      walk.parts([result], 0, undefined);
      if (!known) this.section(`standing.${own.id}`, adviceLabel(own)[this.reader.lang], from, walk.at, walk.at);
      sections += signs[status];
    }
    const cells = this.figures.map((_, index) => walk.cells.get(index) ?? []);
    return { sections, status: walk.status, values: walk.values, gaps: walk.gaps, asks: walk.asks, cells };
  }

  private section(id: string, label: string, from: number, provisional: number, to: number): void {
    this.sections.push({ id, label, from, provisional, to });
  }

  /** Notes a node that all people share. */
  note(outer: CriterionResult, names: readonly string[], node: CriterionResult, depth: number, tier?: Tier): NodeData {
    const { lang } = this.reader;
    const { criterion } = node;
    const criteria = outer === node ? [criterion] : [outer.criterion, criterion];
    const readings = readingsOf(criteria);
    for (const id of readings) this.met.add(id);
    const own = criterion.kind === "leaf" ? criterion.nameLabel[lang] : criterion.label[lang];
    const found: NodeData = {
      depth,
      kind: criterion.kind,
      name: [...names, own].join(" · "),
      asks: this.asks(node),
      notes: [
        ...new Set(criteria.flatMap(({ cite }) => cite ?? [])),
        ...(criteria.some(({ assumed }) => assumed) ? [words.assumed[lang]] : []),
        ...[...readings].map((id) => `${words.reading[lang]} ${id}`),
      ],
      ...(criterion.kind === "leaf"
        ? { figure: this.figure(criterion.name, criterion.tierScoped ? tier : undefined) }
        : {}),
    };
    this.nodes.push(found);
    return found;
  }

  known(index: number): NodeData {
    return this.nodes[index]!;
  }

  /** What a leaf asks of a person; most ask the very same of the next one. */
  asksAt(index: number, node: CriterionResult): string {
    const last = this.lastAsked[index];
    if (last && last.threshold === node.threshold) return last.asks;
    const asks = this.asks(node);
    this.lastAsked[index] = { threshold: node.threshold, asks };
    return asks;
  }

  private asks({ criterion, threshold }: CriterionResult): string {
    if (criterion.kind === "leaf") return demand(criterion, threshold, this.reader);
    if (criterion.kind === "choice") return words.candidates[this.reader.lang];
    return groupDemand(criterion.need, criterion.of.length, this.reader.lang);
  }

  gap(node: CriterionResult): string {
    return node.value instanceof Unknown ? lackingText(node, this.reader) : (distanceText(node, this.reader) ?? "");
  }

  value({ criterion, value }: CriterionResult): string {
    return criterion.kind === "leaf" ? shown(value, criterion.type, this.reader) : "";
  }

  sources(one: PersonReport, { criterion }: CriterionResult, tier: Tier | undefined): string[] {
    return criterion.kind === "leaf" ? sourceLines(this.report, one, criterion, tier, this.reader) : [];
  }

  private figure(name: string, tier: Tier | undefined): number {
    const at = this.figures.findIndex((one) => one.name === name && one.tier === tier);
    return at >= 0 ? at : this.figures.push({ name, tier }) - 1;
  }
}

/** One person's way through the trees. */
class Walk {
  at = 0;
  status = "";
  readonly values: number[] = [];
  readonly gaps: Record<number, number> = {};
  readonly asks: Record<number, number> = {};
  readonly cells = new Map<number, readonly number[]>();

  constructor(
    private readonly trees: Trees,
    private readonly one: PersonReport,
    private readonly texts: Texts,
    /** How many nodes are noted already; undefined: this is the first person. */
    private readonly noted: number | undefined,
  ) {}

  parts(parts: readonly CriterionResult[], depth: number, tier: Tier | undefined): void {
    for (const part of opened(parts)) this.node(part, depth, tier);
  }

  private node(outer: CriterionResult, depth: number, tier: Tier | undefined): void {
    const { names, node } = onlyPart(outer, this.trees.lang);
    const index = this.at++;
    const known = this.noted === undefined ? this.trees.note(outer, names, node, depth, tier) : this.trees.known(index);
    this.status += signs[node.status];
    if (known.figure === undefined) {
      this.values.push(node.parts.filter(({ status }) => status === "pass").length);
    } else {
      this.values.push(this.texts.figure(known.figure, () => this.trees.value(node)));
      const asks = this.trees.asksAt(index, node);
      if (asks !== known.asks) this.asks[index] = this.texts.add(asks);
      const gap = node.status === "pass" ? "" : this.trees.gap(node);
      if (gap !== "") this.gaps[index] = this.texts.add(gap);
      if (!this.cells.has(known.figure)) {
        const lines = this.trees.sources(this.one, node, tier);
        this.cells.set(
          known.figure,
          lines.map((line) => this.texts.add(line)),
        );
      }
    }
    this.parts(node.parts, depth + 1, tier);
  }
}
