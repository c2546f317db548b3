import { type Diagnostic, diagnose, isError } from "../diagnostic/diagnostic.ts";
import type { Formula } from "../formula/formula.ts";
import { same, type Text } from "../text/text.ts";
import type { TableSpec } from "../workbook/table-spec.ts";
import { assumedIds } from "./compile/assumed.ts";
import { declareColumns } from "./compile/columns.ts";
import { CriteriaCompiler } from "./compile/criteria.ts";
import { compileBenefits, compileDecision } from "./compile/decision.ts";
import { compileInputs } from "./compile/inputs.ts";
import { compileLevels } from "./compile/levels.ts";
import { MetricCompiler } from "./compile/metrics.ts";
import { Names } from "./compile/names.ts";
import { compileParams } from "./compile/params.ts";
import { compileQuotas } from "./compile/quotas.ts";
import { compileRates } from "./compile/rates.ts";
import { checkTouches, compileReadings } from "./compile/readings.ts";
import { compileScopes } from "./compile/scopes.ts";
import { compileScores } from "./compile/scores.ts";
import { labelOf, Session } from "./compile/session.ts";
import { Slots } from "./compile/slots.ts";
import { compileTeam } from "./compile/team.ts";
import { compileStanding, compileTiers, tierWords } from "./compile/tiers.ts";
import type { Path, RuleDocument } from "./document.ts";
import type { PersonFrame } from "./frame.ts";
import type { Input } from "./input.ts";
import type { Rulebook } from "./rulebook.ts";
import { shapeProblems } from "./schema/problems.ts";
import { prune } from "./schema/prune.ts";
import { type RulebookSource, rulebook as schema } from "./schema/rulebook.ts";

/** A rulebook when nothing in it is an error, and all that was found. */
export interface CompiledRulebook {
  readonly rulebook?: Rulebook;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each criterion stands in the YAML, by its id: for the checks that come later. */
  readonly places: ReadonlyMap<string, Path>;
}

/** Checks and compiles a rulebook. Everything that is wrong with it is reported at once; it is there when nothing is an error. */
export function compileRulebook(
  document: RuleDocument,
  sha256: string,
  inYaml: readonly Diagnostic[] = [],
): CompiledRulebook {
  const places = new Map<string, Path>();
  const { source, problems: inShape, removed } = shapeOf(document);
  const problems = [...inYaml, ...firstCauses(inShape, inYaml)];
  if (!source) return { diagnostics: problems, places };
  const session = new Session(document, source);
  if (source.currency !== undefined) session.currencyAt(source.currency, document.at(["currency"]));
  session.endsAfter(source.effective?.from, source.effective?.to, ["effective", "to"]);
  session.diagnostics.push(...problems);
  for (const name of removed) session.broken.add(name);
  if (source.dingji !== "1") {
    session.report(diagnose("rulebook/version", document.at(["dingji"]), { version: source.dingji }));
  }
  const rulebook = compileSections(session, sha256, places);
  const apart = firstCauses(session.diagnostics, problems, (one) => isApart(one, inShape, document));
  const diagnostics = eachOnce(apart);
  const failed = diagnostics.some(isError);
  return rulebook && !failed ? { rulebook, diagnostics, places } : { diagnostics, places };
}

interface Shape {
  /** Without what the schema refused, as far as the rest makes sense alone. */
  readonly source?: RulebookSource;
  readonly problems: readonly Diagnostic[];
  readonly removed: readonly string[];
}

function shapeOf(document: RuleDocument): Shape {
  const shape = schema.safeParse(document.tree);
  if (shape.success) return { source: shape.data, problems: [], removed: [] };
  const problems = shapeProblems(shape.error.issues, document);
  const pruned = prune(document.tree, shape.error.issues);
  const rest = pruned && schema.safeParse(pruned.tree);
  return pruned && rest?.success ? { source: rest.data, problems, removed: pruned.removed } : { problems, removed: [] };
}

/**
 * A line whose shape is wrong says so once; what follows from it on the same line is left out.
 *
 * @param stays what stands on such a line and is a mistake of its own
 */
function firstCauses(
  all: readonly Diagnostic[],
  causes: readonly Diagnostic[],
  stays: (one: Diagnostic) => boolean = () => false,
): Diagnostic[] {
  const lines = new Set(causes.map((one) => lineOf(one)));
  return all.filter((one) => causes.includes(one) || !lines.has(lineOf(one)) || stays(one));
}

/**
 * Whether a problem on the line of a value with the wrong shape is about another value: one that neither holds the first nor
 * stands in it. A key may miss what was refused under it.
 */
function isApart({ location: at }: Diagnostic, inShape: readonly Diagnostic[], document: RuleDocument): boolean {
  if (!at || !("column" in at) || at.file !== document.file || at.endLine !== at.line) return false;
  const line = document.text.split("\n", at.line)[(at.line ?? 1) - 1] ?? "";
  if (/^\s*:/u.test(line.slice((at.endColumn ?? 1) - 1))) return false;
  const causes = inShape.filter((one) => lineOf(one) === `${at.file}:${at.line}`);
  return (
    causes.length > 0 &&
    causes.every(({ code, location: cause }) => {
      if (code !== "rulebook/bad-value" || !cause || !("column" in cause)) return false;
      return (cause.endColumn ?? 0) <= (at.column ?? 0) || (at.endColumn ?? 0) <= (cause.column ?? 0);
    })
  );
}

/** A group that several tiers use is compiled for each of them; what is wrong in it is one mistake. */
function eachOnce(all: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(all.map((one) => [JSON.stringify([one.code, one.location, one.args]), one])).values()];
}

function lineOf({ location }: Diagnostic): string {
  return location && "line" in location ? `${location.file}:${location.line}` : "";
}

/** The language's own order: columns, params, scopes, metrics, tiers, standing, decision, benefits. */
function compileSections(session: Session, sha256: string, places: Map<string, Path>): Rulebook | undefined {
  const { source, document } = session;
  const words = tierWords(session);
  const inputs = compileInputs(session, words);
  const [subject] = inputs ?? [];
  if (!inputs || !subject) return undefined;
  const rates = compileRates(session);
  const names = new Names(session, words, rates.find);
  const slots = new Slots();
  declareColumns(names, slots, inputs);
  const params = compileParams(session, names);
  const scopes = compileScopes(session, names, inputs);
  const metrics = new MetricCompiler(session, names, slots, inputs, scopes);
  metrics.compileAll();
  const readings = compileReadings(session);
  const labelOfName = (name: string): Text =>
    slots.figures.find((figure) => figure.name === name)?.label ??
    subject.columns.find((column) => column.name === name)?.label ??
    same(name);
  const criteria = new CriteriaCompiler(session, names.person("score"), labelOfName, readings);
  const scores = compileScores(session, names, slots, criteria);
  const levels = compileLevels(session, names);
  const tiers = compileTiers(session, criteria, levels);
  const standing = compileStanding(session, names, slots, criteria);
  const decision = compileDecision(session, names);
  const benefits = compileBenefits(session, names);
  criteria.checkUnused();
  const quotas = compileQuotas(session, names, labelOfName);
  const team = compileTeam(session, names, inputs);
  const appliesTo = compileAppliesTo(session, names);
  for (const [id, path] of criteria.places) places.set(id, path);
  const roots = [
    ...tiers.flatMap((tier) => (tier.provisional ? [tier.requires, tier.provisional] : [tier.requires])),
    ...standing.map((one) => one.criterion),
  ];
  const others = ["scopes", "metrics", "params", "scores"].flatMap((section) =>
    Object.keys(source[section as "scopes"] ?? {}).flatMap((id) => [`${section}.${id}`, id]),
  );
  checkTouches(
    session,
    readings,
    roots,
    [...others, ...standing.map((one) => one.id), "quotas", "levels", ...team.map((one) => one.id)],
    criteria,
  );
  return {
    id: source.id,
    title: labelOf(source.title, source.id),
    file: document.file,
    sha256,
    currency: session.currency,
    effective: { from: source.effective?.from, to: source.effective?.to },
    source: policyTitle(source),
    subject,
    inputs,
    tableSpecs: inputs.map(tableSpec),
    appliesTo,
    params,
    rates: rates.dated,
    scopes: [...scopes.values()],
    figures: slots.figures,
    metrics: [...metrics.metrics, ...scores],
    tiers,
    levels,
    standing,
    decision,
    quotas,
    benefits,
    team,
    readings: [...readings.values()],
    assumed: [...assumedIds(source, roots), ...rates.assumed],
  };
}

function compileAppliesTo(session: Session, names: Names): Formula<PersonFrame> | undefined {
  const text = session.source.applies_to;
  if (text === undefined) return undefined;
  const formula = session.condition(text, ["applies_to"], names.person("param"));
  if (formula?.tierScoped) {
    const name = names.scopedAmong(formula.uses, "param") ?? text;
    session.report(diagnose("rulebook/tier-scoped", session.document.at(["applies_to"]), { text, name }));
  }
  return formula;
}

function tableSpec(input: Input): TableSpec {
  const columns = input.columns.map((column) => ({
    name: column.name,
    label: column.label,
    headers: column.headers,
    kind: column.kind,
    ...(column.type.kind === "money" ? { currency: column.type.currency } : {}),
    required: column === input.key || column === input.refers,
  }));
  return { id: input.id, label: input.label, sheets: input.sheets, columns };
}

function policyTitle(source: RulebookSource): Text | undefined {
  const [first] = Object.values(source.sources ?? {});
  return first?.title === undefined ? undefined : labelOf(first.title, "");
}
