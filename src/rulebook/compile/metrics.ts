import { diagnose } from "../../diagnostic/diagnostic.ts";
import { compileCases } from "../../formula/cases.ts";
import type { Name } from "../../formula/environment.ts";
import type { Type } from "../../formula/type.ts";
import { listOf } from "../../text/text.ts";
import type { Path } from "../document.ts";
import type { Measure, Metric, Scope } from "../figure.ts";
import type { PersonFrame } from "../frame.ts";
import type { Input } from "../input.ts";
import { isYes } from "../schema/basics.ts";
import type { MetricSource } from "../schema/figure.ts";
import { compileAggregate } from "./aggregate.ts";
import type { Names } from "./names.ts";
import { labelOf, type Session } from "./session.ts";
import { figureName, type Slots } from "./slots.ts";

export const aggregateKinds = ["sum", "max", "min", "mean", "count", "distinct", "ratio"] as const;
const kinds = [...aggregateKinds, "value", "cases"] as const;

/** What a measure is worth: its kind of value, and whether it differs by tier. */
export interface Measured {
  readonly measure: Measure;
  readonly type: Type;
  readonly tierScoped: boolean;
}

/** Compiles the metrics in the order in which they can be measured: one that uses another comes after it. */
export class MetricCompiler {
  readonly metrics: Metric[] = [];
  private readonly done = new Map<string, Name<PersonFrame> | undefined>();
  private readonly open: string[] = [];

  constructor(
    private readonly session: Session,
    private readonly names: Names,
    private readonly slots: Slots,
    private readonly inputs: readonly Input[],
    private readonly scopes: ReadonlyMap<string, Scope>,
  ) {}

  compileAll(): void {
    const written = Object.entries(this.session.source.metrics ?? {});
    const declared = written.filter(([id, metric]) =>
      this.names.declare(id, "metric", ["metrics", id], () => this.name(id, metric)),
    );
    for (const [id, metric] of declared) this.name(id, metric);
  }

  private name(id: string, written: MetricSource): Name<PersonFrame> | undefined {
    if (this.done.has(id)) return this.done.get(id);
    if (this.open.includes(id)) {
      const path = [...this.open.slice(this.open.indexOf(id)), id].join(" → ");
      this.session.report(diagnose("rulebook/cycle", this.session.document.keyAt(["metrics", id]), { path }));
      return undefined;
    }
    this.open.push(id);
    const measured = this.measure(id, written);
    this.open.pop();
    if (!measured) {
      this.done.set(id, undefined);
      return undefined;
    }
    const figure = this.slots.add(id, labelOf(written.label, id), measured.type, measured.tierScoped);
    this.metrics.push({ ...figure, cite: written.cite, assumed: isYes(written.assumed), measure: measured.measure });
    const name = figureName(figure, this.names.tiers.order);
    this.done.set(id, name);
    return name;
  }

  private measure(id: string, written: MetricSource): Measured | undefined {
    const path: Path = ["metrics", id];
    const given = kinds.filter((kind) => written[kind] !== undefined);
    const [kind] = given;
    if (kind === undefined || given.length > 1) {
      const args = { metric: id, kinds: listOf(kinds) };
      this.session.report(diagnose("rulebook/one-measure", this.session.document.keyAt(path), args));
      return undefined;
    }
    if (kind === "value") return this.value(written, path);
    if (kind === "cases") return this.cases(written, path);
    return compileAggregate(this.session, this.names, this.inputs, this.scopes, kind, written, path);
  }

  private value(written: MetricSource, path: Path): Measured | undefined {
    if (!this.refuse(written, path, ["where", "within", "per", "empty", "else"])) return undefined;
    const formula = this.session.formula(written.value ?? "", [...path, "value"], this.names.person("metric"));
    return formula && { measure: { kind: "value", formula }, type: formula.type, tierScoped: formula.tierScoped };
  }

  private cases(written: MetricSource, path: Path): Measured | undefined {
    if (!this.refuse(written, path, ["where", "within", "per", "empty"])) return undefined;
    if (written.else === undefined) {
      const at = this.session.document.keyAt([...path, "cases"]);
      this.session.report(diagnose("rulebook/missing-key", at, { where: path.join("."), key: "else" }));
      return undefined;
    }
    const table = { cases: written.cases ?? [], else: written.else };
    const { formula, problems } = compileCases(table, this.names.person("metric"));
    for (const problem of problems) {
      const at = problem.part === "else" ? [...path, "else"] : [...path, "cases", problem.case ?? 0, problem.part];
      this.session.formulaProblems([problem], at);
    }
    return formula && { measure: { kind: "value", formula }, type: formula.type, tierScoped: formula.tierScoped };
  }

  /** Keys that mean nothing for this kind of metric. */
  private refuse(written: MetricSource, path: Path, keys: readonly (keyof MetricSource)[]): boolean {
    const wrong = keys.filter((key) => written[key] !== undefined);
    for (const key of wrong) {
      const at = this.session.document.keyAt([...path, key]);
      this.session.report(
        diagnose("rulebook/unknown-key", at, {
          key,
          near: { zh: "", en: "" },
          known: "label value cases else cite note assumed",
        }),
      );
    }
    return wrong.length === 0;
  }
}
