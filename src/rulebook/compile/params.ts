import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Name } from "../../formula/environment.ts";
import type { Type } from "../../formula/type.ts";
import { describe } from "../../formula/type-words.ts";
import { Unknown, type Value } from "../../formula/value.ts";
import { didYouMean, nearest } from "../../text/suggest.ts";
import { same } from "../../text/text.ts";
import type { Param, ParamVersion } from "../decision.ts";
import type { Path } from "../document.ts";
import type { PersonFrame, Run } from "../frame.ts";
import { versionOn } from "../in-force.ts";
import { isYes } from "../schema/basics.ts";
import type { ParamSource } from "../schema/figure.ts";
import { type Constant, parseConstant } from "./constant.ts";
import { atNoTier, blank, type Names, tierScopedName } from "./names.ts";
import { labelOf, type Session } from "./session.ts";

type Written = Exclude<ParamSource, string | boolean>;
type VersionSource = {
  from: string;
  to?: string | undefined;
  value?: string | boolean | undefined;
  values?: Written["values"];
};

/** Compiles the named constants and declares their names. */
export function compileParams(session: Session, names: Names): Param[] {
  const params: Param[] = [];
  // Unnamed levels are 1, 2, …, as in `compileLevels`.
  const levelNames = (index: number) => session.source.levels?.names?.[index] ?? String(index + 1);
  for (const [id, source] of Object.entries(session.source.params ?? {})) {
    const param = compileParam(session, names, id, source);
    if (!param) {
      session.broken.add(id);
      continue;
    }
    if (names.declare(id, "param", ["params", id], () => paramName(param, names.tiers.order, levelNames)))
      params.push(param);
  }
  return params;
}

function compileParam(session: Session, names: Names, id: string, source: ParamSource) {
  const path: Path = ["params", id];
  const written: Written = typeof source === "object" ? source : { value: source };
  const isPlain = typeof source !== "object";
  const versions: VersionSource[] = written.versions ?? [{ from: "", value: written.value, values: written.values }];
  const kinds: Constant[] = [];
  const compiled: ParamVersion[] = [];
  for (const [index, version] of versions.entries()) {
    const at = written.versions ? [...path, "versions", index] : path;
    const values = versionValues(session, names, id, written.by, version, at, isPlain, kinds);
    if (!values) return undefined;
    session.endsAfter(version.from, version.to, [...at, "to"]);
    compiled.push({ from: version.from, to: version.to, ...values });
  }
  for (const [index, version] of compiled.entries()) {
    const before = compiled[index - 1];
    if (before && before.from >= version.from) {
      const at = session.document.at([...path, "versions", index, "from"]);
      session.report(diagnose("rulebook/dates-out-of-order", at, { param: id }));
    }
  }
  const type = commonType(session, id, path, kinds);
  if (!type) return undefined;
  const param: Param = {
    id,
    label: labelOf(written.label, id),
    type,
    by: written.by,
    cite: written.cite,
    assumed: isYes(written.assumed),
    versions: compiled,
  };
  return param;
}

/** One value, or one a tier in the rulebook's order; what is wrong is reported, and undefined returned. */
function versionValues(
  session: Session,
  names: Names,
  id: string,
  by: Written["by"],
  version: VersionSource,
  path: Path,
  isPlain: boolean,
  kinds: Constant[],
): Pick<ParamVersion, "values" | "levels"> | undefined {
  const constant = (text: string | boolean, at: Path): Value => {
    const parsed = parseConstant(text);
    if (parsed.kind === "word" && looksLikeFigure.test(String(text))) notRead(session, id, String(text), at);
    else kinds.push(parsed);
    return parsed.value;
  };
  if (by === undefined) {
    const value = version.value ?? (typeof version.values === "object" ? undefined : version.values);
    const at = version.value === undefined || isPlain ? path : [...path, "value"];
    if (value !== undefined && !Array.isArray(value)) return { values: [constant(value, at)] };
    session.report(diagnose("rulebook/missing-key", session.document.at(path), { where: id, key: "value" }));
    return undefined;
  }
  const { values } = version;
  if (typeof values !== "object") {
    session.report(diagnose("rulebook/missing-key", session.document.at(path), { where: id, key: "values" }));
    return undefined;
  }
  const { order } = names.tiers;
  const mistyped = Object.keys(values).filter((key) => key !== "default" && !order.includes(key));
  for (const key of mistyped) {
    const what = { zh: "等级", en: "tier" };
    const near = didYouMean(key, order);
    session.report(
      diagnose("rulebook/unknown-reference", session.document.keyAt([...path, "values", key]), {
        what,
        name: key,
        near,
      }),
    );
  }
  const needed = by === "level" ? order.filter((tier) => session.source.levels?.lines[tier]) : order;
  const missing = needed.filter((tier) => values[tier] === undefined && values.default === undefined);
  // The tier that a mistyped word was meant for has its value: only the word is wrong.
  const meant = new Set(mistyped.map((key) => nearest(key, order)));
  for (const tier of missing) {
    if (meant.has(tier)) continue;
    session.report(diagnose("rulebook/by-tier", session.document.at([...path, "values"]), { param: id, tier }));
  }
  if (missing.length > 0) return undefined;
  const at = (tier: string) => values[tier] ?? values.default;
  const place = (tier: string) => [...path, "values", values[tier] === undefined ? "default" : tier];
  for (const tier of needed) {
    const value = at(tier);
    const lines = session.source.levels?.lines[tier]?.length ?? 0;
    if (by === "level" ? Array.isArray(value) && value.length >= lines : !Array.isArray(value)) continue;
    const expected =
      by === "level"
        ? { zh: `${lines} 个值的列表，每档一个`, en: `a list of ${lines}, a value a level` }
        : { zh: "一个值", en: "one value" };
    const got = same(String(value));
    session.report(diagnose("rulebook/value-type", session.document.at(place(tier)), { key: tier, expected, got }));
    return undefined;
  }
  if (by === "tier") return { values: order.map((tier) => constant(at(tier) as string | boolean, place(tier))) };
  const levels = needed.map((tier): [string, Value[]] => {
    const list = at(tier) as (string | boolean)[];
    return [tier, list.map((text, index) => constant(text, [...place(tier), index]))];
  });
  return { values: [], levels: new Map(levels) };
}

/** What begins like a figure is meant as one: as a word it would stay unnoticed until something is compared with it. */
const looksLikeFigure = /^[-+.]?[\d０-９]/;

function notRead(session: Session, id: string, text: string, at: Path): void {
  const expected = { zh: "数字（可带单位）或日期", en: "a figure, with its unit if it has one, or a date" };
  session.report(diagnose("rulebook/value-type", session.document.at(at), { key: id, expected, got: same(text) }));
}

/** All values of a param are of one kind; a bare figure among figures with a unit is of theirs. */
function commonType(session: Session, id: string, path: Path, constants: readonly Constant[]): Type | undefined {
  let type: Type | undefined;
  // Among figures a bare one takes their kind; among words, dates and truths it stays a figure.
  const hasUnit = constants.some((constant) => constant.kind === "figure" && constant.type !== undefined);
  for (const constant of constants) {
    const own = typeOf(constant) ?? (hasUnit ? undefined : bareFigure);
    if (!own) continue;
    if (type && JSON.stringify(type) !== JSON.stringify(own)) {
      const args = { param: id, one: describe(type), other: describe(own) };
      session.report(diagnose("rulebook/mixed-values", session.document.keyAt(path), args));
      return undefined;
    }
    type = own;
  }
  return type ?? bareFigure;
}

const bareFigure: Type = { kind: "number", bare: true };

function typeOf(constant: Constant): Type | undefined {
  if (constant.kind === "figure") return constant.type;
  if (constant.kind === "word") return { kind: "text" };
  return { kind: constant.kind };
}

function paramName(param: Param, order: readonly string[], levelNames: (index: number) => string): Name<PersonFrame> {
  if (param.by === "tier") {
    return tierScopedName(param.id, param.type, order, (frame, tier) => inForce(param, frame.run)?.values[tier], true);
  }
  const nothing = blank(param.id);
  if (param.by === "level") return levelName(param, levelNames, nothing);
  return {
    type: param.type,
    tierScoped: false,
    constant: true,
    get: (frame) => inForce(param, frame.run)?.values[0] ?? nothing,
  };
}

/** By level: only `x at recommended_level` and its like know which one. */
function levelName(param: Param, levelNames: (index: number) => string, nothing: Unknown): Name<PersonFrame> {
  const nowhere = atNoTier(param.id);
  return {
    type: param.type,
    tierScoped: false,
    constant: true,
    get: () => nothing,
    atLevel: (stage) => (frame) => {
      const [tier, level] = [frame[stage], frame[`${stage}Level`]];
      if (tier instanceof Unknown) return tier;
      if (level instanceof Unknown) return level;
      if (tier === "" || level === "") return nowhere;
      const values = inForce(param, frame.run)?.levels?.get(String(tier)) ?? [];
      return values.find((_, index) => levelNames(index) === level) ?? nothing;
    },
  };
}

/** The version in force on the day of assessment. */
export function inForce(param: Param, run: Run): ParamVersion | undefined {
  return versionOn(param.versions, run.asOf);
}
