import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Type } from "../../formula/type.ts";
import { describe } from "../../formula/type-words.ts";
import { Exact } from "../../number/exact.ts";
import { same } from "../../text/text.ts";
import type { Criterion } from "../criterion.ts";
import type { Path } from "../document.ts";
import type { Metric } from "../figure.ts";
import { isYes } from "../schema/basics.ts";
import type { ItemSource, ScoreSource } from "../schema/score.ts";
import type { DeductGroup, Score, ScoreItem } from "../score.ts";
import { asType, parseConstant } from "./constant.ts";
import type { CriteriaCompiler } from "./criteria.ts";
import type { Names } from "./names.ts";
import { labelOf, type Session } from "./session.ts";
import { figureName, type Slots } from "./slots.ts";
import { isTierScoped } from "./tiers.ts";

const points: Type = { kind: "number", unit: "分" };

/** Compiles the scores. A score sees all metrics, and the scores written above it. */
export function compileScores(session: Session, names: Names, slots: Slots, criteria: CriteriaCompiler): Metric[] {
  const compiled: Metric[] = [];
  for (const [id, written] of Object.entries(session.source.scores ?? {})) {
    const path: Path = ["scores", id];
    const score = compileScore(session, names, criteria, id, written, path);
    const figure = slots.add(id, labelOf(written.label, id), points, isScoped(score));
    if (!names.declare(id, "score", path, () => figureName(figure, names.tiers.order))) continue;
    compiled.push({
      ...figure,
      cite: written.cite,
      assumed: isYes(written.assumed),
      measure: { kind: "score", score },
    });
  }
  return compiled;
}

function compileScore(
  session: Session,
  names: Names,
  criteria: CriteriaCompiler,
  id: string,
  written: ScoreSource,
  path: Path,
): Score {
  const items = (list: readonly ItemSource[], at: Path) => {
    const taken = new Set<string>();
    return list.flatMap((item, index) => {
      session.once(taken, item.id, [...at, index, "id"]);
      return compileItem(session, names, item, [...at, index]);
    });
  };
  const groups = new Set<string>();
  const deduct = (written.deduct ?? []).map((group, index): DeductGroup => {
    const at: Path = [...path, "deduct", index];
    session.once(groups, group.id, [...at, "id"]);
    return {
      id: group.id,
      label: labelOf(group.label, group.id),
      cite: group.cite,
      cap: figure(session, group.cap, points, [...at, "cap"]),
      items: items(group.items, [...at, "items"]),
    };
  });
  const veto = written.veto ? criteria.all(`${id}.veto`, same("veto"), written.veto, [...path, "veto"]).of : [];
  const environment = names.person("score");
  return {
    start:
      written.start === undefined ? undefined : session.formula(written.start, [...path, "start"], environment, points),
    items: items(written.items ?? [], [...path, "items"]),
    deduct,
    veto,
  };
}

function compileItem(session: Session, names: Names, written: ItemSource, path: Path): ScoreItem[] {
  const of = session.formula(written.of, [...path, "of"], names.person("score"));
  const weighted = written.weight !== undefined;
  const stepped = written.every !== undefined && written.points !== undefined;
  if (weighted === stepped || (weighted && (written.every ?? written.points ?? written.over) !== undefined)) {
    session.report(diagnose("rulebook/score-item", session.document.at(path), { id: written.id }));
    return [];
  }
  if (!of) return [];
  if (!["money", "ratio", "number", "count", "duration"].includes(of.type.kind)) {
    const args = { text: written.of, type: describe(of.type), fn: { zh: "计分", en: "a score" } };
    session.report(diagnose("rulebook/not-numeric", session.document.at([...path, "of"]), args));
    return [];
  }
  const common = { id: written.id, label: labelOf(written.label, written.id), cite: written.cite, of };
  if (weighted) {
    const weight = weightOf(session, written.weight ?? "", [...path, "weight"]);
    const cap = figure(session, written.cap, of.type, [...path, "cap"]);
    return weight ? [{ ...common, kind: "weighted", cap, weight }] : [];
  }
  const every = figure(session, written.every, of.type, [...path, "every"]);
  const each = figure(session, written.points, points, [...path, "points"]);
  const over = figure(session, written.over, of.type, [...path, "over"]) ?? Exact.zero;
  const cap = figure(session, written.cap, points, [...path, "cap"]);
  if (!every || !each) return [];
  if (every.sign <= 0) {
    const args = { key: "every", expected: { zh: "大于零的数", en: "above zero" }, got: same(String(written.every)) };
    session.report(diagnose("rulebook/bad-value", session.document.at([...path, "every"]), args));
    return [];
  }
  return [{ ...common, kind: "stepped", every, points: each, over, cap }];
}

/** A weight is points for a completion of 100 % (40), or a share of a mark (40%). */
function weightOf(session: Session, written: string | boolean, path: Path): Exact | undefined {
  const constant = parseConstant(written);
  const share = asType(constant, { kind: "ratio" });
  return share instanceof Exact ? share : figure(session, written, points, path);
}

function figure(session: Session, written: string | boolean | undefined, type: Type, path: Path): Exact | undefined {
  if (written === undefined) return undefined;
  const value = asType(parseConstant(written), type, undefined, session.currency);
  if (value instanceof Exact) return value;
  const args = { key: String(path.at(-1)), expected: describe(type), got: same(String(written)) };
  session.report(diagnose("rulebook/value-type", session.document.at(path), args));
  return undefined;
}

function isScoped(score: Score): boolean {
  const items = [...score.items, ...score.deduct.flatMap((group) => group.items)];
  return (
    score.start?.tierScoped ||
    items.some((item) => item.of.tierScoped) ||
    score.veto.some((one: Criterion) => isTierScoped(one))
  );
}
