import { diagnose } from "../../diagnostic/diagnostic.ts";
import { type Criterion as Comparison, compileCriterion } from "../../formula/criterion.ts";
import type { Environment } from "../../formula/environment.ts";
import { didYouMean } from "../../text/suggest.ts";
import { same, type Text } from "../../text/text.ts";
import type { ComparisonOp, Criterion, Group, Leaf } from "../criterion.ts";
import type { Path } from "../document.ts";
import type { PersonFrame } from "../frame.ts";
import type { Reading } from "../reading.ts";
import { isYes, list } from "../schema/basics.ts";
import type { CriterionSource, NodeSource } from "../schema/tier.ts";
import { labelOf, type Session } from "./session.ts";

/** What a node hands down to its parts: the clause, and whether the figures are assumed. */
interface Inherited {
  readonly cite: string | undefined;
  readonly assumed: boolean;
  readonly waivable: boolean;
}

/** A node that stands elsewhere in the rulebook: the last line of a tier's levels. */
export interface ExtraNode {
  readonly node: NodeSource;
  readonly path: Path;
}

/** Compiles trees of criteria. */
export class CriteriaCompiler {
  /** Ids of readings used as criteria. */
  readonly usedReadings = new Set<string>();
  private readonly usedGroups = new Set<string>();
  /** Ids of nodes that could not be compiled (reported), or of what they stand in where their own is not known. */
  readonly lost = new Set<string>();
  /** Where each node stands in the YAML, by its id. */
  readonly places = new Map<string, Path>();

  constructor(
    private readonly session: Session,
    private readonly environment: Environment<PersonFrame>,
    private readonly labelOfName: (name: string) => Text,
    private readonly readings: ReadonlyMap<string, Reading>,
  ) {}

  /** A bare list means all of them. `extra` are nodes that another section of the rulebook adds. */
  all(
    id: string,
    label: Text,
    items: readonly CriterionSource[],
    path: Path,
    inherited = nothing,
    extra: readonly ExtraNode[] = [],
  ): Group {
    const of = this.list(id, items, path, inherited);
    for (const one of extra) of.push(...this.node(id, one.node, one.path, inherited));
    return { ...this.common(id, label, {}, inherited), kind: "group", need: of.length, of };
  }

  /** A node without a parent: a standing. */
  root(written: NodeSource, path: Path): Criterion[] {
    return this.node("", written, path, nothing);
  }

  /** Checks the named groups that no tier uses: what is wrong in them is wrong all the same. */
  checkUnused(): void {
    for (const id of Object.keys(this.session.source.requirements ?? {})) {
      if (!this.usedGroups.has(id)) this.use("", { use: id }, [], nothing);
    }
  }

  /** One node, or several where groups are used; none when it is wrong (reported). */
  private node(parent: string, written: CriterionSource, path: Path, inherited: Inherited): Criterion[] {
    const nodes = this.compiled(parent, written, path, inherited);
    if (nodes.length < wantedOf(written)) this.lost.add(idOf(parent, written));
    for (const node of nodes) if (!this.places.has(node.id)) this.places.set(node.id, path);
    return nodes;
  }

  private compiled(parent: string, written: CriterionSource, path: Path, inherited: Inherited): Criterion[] {
    if (typeof written === "string") return this.leaf(parent, {}, written, path, inherited);
    const kinds = ["that", "all", "any", "at_least", "reading", "use"] as const;
    const given = kinds.filter((kind) => written[kind] !== undefined);
    const [kind] = given;
    // of belongs to at_least, and to nothing else.
    if (kind === undefined || given.length > 1 || (kind === "at_least") !== (written.of !== undefined)) {
      this.session.report(diagnose("rulebook/bad-criterion", this.session.document.at(path), {}));
      return [];
    }
    if (kind === "that") return this.leaf(parent, written, written.that ?? "", [...path, "that"], inherited);
    if (kind === "use") return this.use(parent, written, path, handDown(written, inherited));
    if (kind === "reading") return this.choice(parent, written, path, inherited);
    return this.group(parent, written, kind, path, inherited);
  }

  private list(parent: string, items: readonly CriterionSource[], path: Path, inherited: Inherited): Criterion[] {
    const compiled: Criterion[] = [];
    for (const [index, item] of items.entries()) {
      for (const node of this.node(parent, item, [...path, index], inherited)) {
        if (compiled.some((other) => other.id === node.id)) this.duplicate(node, item, [...path, index]);
        else compiled.push(node);
      }
    }
    return compiled;
  }

  private duplicate(node: Criterion, item: CriterionSource, path: Path): void {
    const at = this.session.document.at(path);
    const id = node.id.slice(node.id.lastIndexOf(".") + 1);
    if (typeof item === "string") this.session.report(diagnose("rulebook/two-leaves", at, { name: id }));
    else this.session.report(diagnose("rulebook/duplicate-id", at, { id }));
  }

  private group(
    parent: string,
    written: NodeSource,
    kind: "all" | "any" | "at_least",
    path: Path,
    inherited: Inherited,
  ): Criterion[] {
    const items = (kind === "at_least" ? written.of : written[kind]) ?? [];
    const id = written.id === undefined ? `${prefix(parent)}${kind}` : `${prefix(parent)}${written.id}`;
    const down = handDown(written, inherited);
    const of = this.list(id, items, [...path, kind === "at_least" ? "of" : kind], down);
    const need = kind === "all" ? of.length : kind === "any" ? 1 : Number(written.at_least);
    const at = this.session.document.at([...path, "at_least"]);
    if (kind === "at_least" && need > items.length) {
      this.session.report(diagnose("rulebook/need-too-many", at, { need, count: items.length }));
    }
    if (kind === "at_least" && need < 1) {
      const expected = { zh: "1 或更多", en: "1 or more" };
      const got = same(String(written.at_least));
      this.session.report(diagnose("rulebook/bad-value", at, { key: "at_least", expected, got }));
    }
    return [
      { ...this.common(id, labelOf(written.label, written.id ?? kind), written, inherited), kind: "group", need, of },
    ];
  }

  private use(parent: string, written: NodeSource, from: Path, inherited: Inherited): Criterion[] {
    const { requirements = {} } = this.session.source;
    const ids = list(written.use);
    for (const key of ["id", "label"] as const) {
      if (written[key] === undefined) continue;
      const at = this.session.document.keyAt([...from, key]);
      const known = "use cite note assumed waivable";
      this.session.report(diagnose("rulebook/unknown-key", at, { key, near: { zh: "", en: "" }, known }));
    }
    return ids.flatMap((id, index) => {
      this.usedGroups.add(id);
      const group = requirements[id];
      if (!group) {
        const what = { zh: "条件组（requirements）", en: "requirements group" };
        const at = this.session.document.at(ids.length > 1 ? [...from, "use", index] : [...from, "use"]);
        const near = didYouMean(id, Object.keys(requirements));
        this.session.report(diagnose("rulebook/unknown-reference", at, { what, name: id, near }));
        return [];
      }
      const path = ["requirements", id];
      if (Array.isArray(group)) return [this.all(`${prefix(parent)}${id}`, same(id), group, path, inherited)];
      const down = handDown(group, inherited);
      return [this.all(`${prefix(parent)}${id}`, labelOf(group.label, id), group.all, [...path, "all"], down)];
    });
  }

  private choice(parent: string, written: NodeSource, path: Path, inherited: Inherited): Criterion[] {
    const name = written.reading ?? "";
    const reading = this.readings.get(name);
    const at = this.session.document.at([...path, "reading"]);
    if (!reading) {
      const what = { zh: "读法（readings）", en: "reading" };
      this.session.report(
        diagnose("rulebook/unknown-reference", at, { what, name, near: didYouMean(name, [...this.readings.keys()]) }),
      );
      return [];
    }
    if (reading.candidates.length === 0) {
      this.session.report(diagnose("rulebook/reading-use", at, { reading: name }));
      return [];
    }
    this.usedReadings.add(name);
    const id = `${prefix(parent)}${written.id ?? name}`;
    const down = handDown({ ...written, cite: written.cite ?? reading.cite }, inherited);
    const of = reading.candidates.flatMap((text, index) =>
      this.leaf(id, {}, text, ["readings", name, "candidates", index], down),
    ) as Leaf[];
    const common = this.common(
      id,
      labelOf(written.label, written.id ?? name),
      { ...written, cite: down.cite },
      inherited,
    );
    return [
      {
        ...common,
        readings: [...common.readings.filter((one) => one !== reading), reading],
        kind: "choice",
        reading,
        of,
      },
    ];
  }

  /**
   * A leaf's id ends in the name that it measures. `{id: c, that: settlement >= …}` is therefore a node `c` with one leaf
   * `c.settlement`; where both are the same word (`{id: years, that: years >= 3年}`) the node is the leaf.
   */
  private leaf(parent: string, written: NodeSource, text: string, path: Path, inherited: Inherited): Criterion[] {
    const { criterion, problems } = compileCriterion(text, this.environment);
    this.session.formulaProblems(problems, path);
    if (!criterion || problems.length > 0) return [];
    const { name } = criterion;
    this.places.set(
      written.id === undefined ? `${prefix(parent)}${name}` : `${prefix(parent)}${written.id}.${name}`,
      path,
    );
    const last = name.slice(name.lastIndexOf(".") + 1);
    const label = this.labelOfName(name);
    if (written.id === undefined)
      return [this.leafNode(`${prefix(parent)}${name}`, label, criterion, written, inherited, label)];
    const id = `${prefix(parent)}${written.id}`;
    if (written.id === last) {
      return [
        this.leafNode(
          id,
          written.label === undefined ? label : labelOf(written.label, name),
          criterion,
          written,
          inherited,
          label,
        ),
      ];
    }
    const leaf = this.leafNode(`${id}.${name}`, label, criterion, {}, handDown(written, inherited), label);
    const common = this.common(
      id,
      written.label === undefined ? label : labelOf(written.label, written.id),
      written,
      inherited,
    );
    return [{ ...common, kind: "group", need: 1, of: [leaf] }];
  }

  private leafNode(
    id: string,
    label: Text,
    comparison: Comparison<PersonFrame>,
    written: NodeSource,
    inherited: Inherited,
    nameLabel: Text,
  ): Leaf {
    const { name, measured, op, negated, tierScoped, text, isFixed } = comparison;
    const first =
      op === "between" || op === "in" || op === "in-period" || op === "true" ? undefined : comparison.thresholds[0];
    return {
      ...this.common(id, label, written, inherited),
      kind: "leaf",
      name,
      nameLabel,
      type: measured.type,
      op: op === "true" ? (negated ? "not" : "is") : op === "in-period" ? "in" : (op as ComparisonOp),
      text,
      tierScoped,
      value: (frame) => measured.evaluate(frame),
      threshold: (frame) => first?.evaluate(frame),
      isFixed,
      test: comparison.judge,
    };
  }

  private common(id: string, label: Text, written: NodeSource, inherited: Inherited) {
    const { cite, assumed, waivable } = handDown(written, inherited);
    const readings = [...this.readings.values()].filter((reading) => reading.touches.includes(id));
    return { id, label, cite, assumed, waivable, readings };
  }
}

/** How many nodes a written one makes: a group each that it uses. */
function wantedOf(written: CriterionSource): number {
  return typeof written === "string" || written.use === undefined ? 1 : list(written.use).length;
}

function idOf(parent: string, written: CriterionSource): string {
  return typeof written === "string" || written.id === undefined ? parent : `${prefix(parent)}${written.id}`;
}

function prefix(parent: string): string {
  return parent === "" ? "" : `${parent}.`;
}

const nothing: Inherited = { cite: undefined, assumed: false, waivable: false };

function handDown(written: NodeSource, inherited: Inherited): Inherited {
  return {
    cite: written.cite ?? inherited.cite,
    assumed: isYes(written.assumed) || inherited.assumed,
    waivable: isYes(written.waivable) || inherited.waivable,
  };
}
