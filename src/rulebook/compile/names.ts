import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Environment, Name } from "../../formula/environment.ts";
import type { Type } from "../../formula/type.ts";
import { type Result, Unknown } from "../../formula/value.ts";
import type { Exact } from "../../number/exact.ts";
import { same, type Text } from "../../text/text.ts";
import type { Path } from "../document.ts";
import type { PersonFrame } from "../frame.ts";
import type { Session } from "./session.ts";

/** When a name gets its value; a formula sees earlier stages only. */
export const stages = ["column", "param", "metric", "score", "standing", "decision"] as const;
export type Stage = (typeof stages)[number];
export type LevelStage = "current" | "qualified" | "recommended";

const stageWords: Readonly<Record<Stage, Text>> = {
  column: { zh: "列", en: "a column" },
  param: { zh: "参数", en: "a param" },
  metric: { zh: "指标", en: "a metric" },
  score: { zh: "得分", en: "a score" },
  standing: { zh: "在岗线", en: "a standing" },
  decision: { zh: "结论", en: "the decision" },
};

interface Entry {
  readonly stage: Stage;
  readonly get: () => Name<PersonFrame> | undefined;
}

const reserved = new Set(["tier", "current", "qualified", "recommended", "none", "as_of", "period", "people"]);
for (const word of ["current", "qualified", "recommended"]) reserved.add(`${word}_level`);

/** Words that a by-tier map gives a meaning of its own. */
const mapWords = ["default", "beyond"];

/** Whether the rulebook may not call a tier so. */
export function isReservedForTiers(id: string): boolean {
  return reserved.has(id) || mapWords.includes(id);
}

/** What assessment and decision settle: a formula of an earlier stage would never see a value there. */
const settledFor: ReadonlyMap<string, Stage> = new Map([
  ["qualified", "standing"],
  ["qualified_level", "standing"],
  ["recommended", "decision"],
  ["recommended_level", "decision"],
]);

/** The one namespace of subject columns, params, metrics, scores and standing. */
export class Names {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly session: Session,
    readonly tiers: TierWords,
    private readonly rate: Environment<PersonFrame>["rate"],
  ) {}

  /** Declares a name; reserved words and duplicates are reported and not declared. The thunk lets metrics be compiled in any order. */
  declare(id: string, stage: Stage, path: Path, get: () => Name<PersonFrame> | undefined): boolean {
    const { document } = this.session;
    // The subject's current tier and level are what the reserved words mean.
    const isCurrent = stage === "column" && (id === "current" || id === "current_level");
    if (reserved.has(id) && !isCurrent) {
      this.session.report(diagnose("rulebook/reserved-name", document.keyAt(path), { id }));
      return false;
    }
    // In a formula `a-b` is a difference: a name with a hyphen could never be read.
    if (id.includes("-")) {
      this.session.report(diagnose("rulebook/bad-id", document.keyAt(path), { id }));
      this.session.broken.add(id);
      return false;
    }
    if (this.entries.has(id)) {
      this.session.report(diagnose("rulebook/duplicate-name", document.keyAt(path), { id }));
      return false;
    }
    this.entries.set(id, { stage, get });
    return true;
  }

  /** Dotted names of one-row inputs come in without the checks of plain ones: `quality.npl`. */
  declareDotted(id: string, name: Name<PersonFrame>): void {
    this.entries.set(id, { stage: "column", get: () => name });
  }

  find(id: string, upTo: Stage): Name<PersonFrame> | undefined {
    const entry = this.entries.get(id);
    if (!entry || isLater(entry.stage, upTo)) {
      const settled = settledFor.get(id);
      return settled && isLater(settled, upTo) ? undefined : reservedName(id, this.tiers);
    }
    const name = entry.get();
    // What is wrong with it has been said where it is written; not again at every use.
    if (!name) this.session.broken.add(id);
    return name;
  }

  list(upTo: Stage): string[] {
    return [...this.entries].filter(([, entry]) => !isLater(entry.stage, upTo)).map(([id]) => id);
  }

  /** The name, of those that a formula uses, that makes it differ by tier: the one to pin. */
  scopedAmong(uses: readonly string[], upTo: Stage): string | undefined {
    return uses.find((id) => this.find(id, upTo)?.tierScoped);
  }

  /** Why a name that exists cannot be used yet. */
  unseen(id: string, upTo: Stage): Text | undefined {
    const { metrics, scores, standing } = this.session.source;
    const settled = settledFor.get(id);
    if (settled && isLater(settled, upTo)) {
      return { zh: `${id} 要到评出等级之后才有值`, en: `${id} is settled only after the tiers are assessed` };
    }
    const stage = scores?.[id]
      ? "score"
      : standing?.some((one) => one.id === id)
        ? "standing"
        : metrics?.[id]
          ? "metric"
          : this.entries.get(id)?.stage;
    if (!stage || !isLater(stage, upTo)) return undefined;
    const [own, here] = [stageWords[stage], stageWords[upTo]];
    return { zh: `${own.zh}在${here.zh}之后才有值`, en: `${own.en} gets its value after ${here.en}` };
  }

  /** What person formulas are compiled against. */
  person(upTo: Stage): Environment<PersonFrame> {
    return {
      context: "person",
      currency: this.session.currency,
      tierWords: this.tiers.words,
      tierOrder: this.tiers.order,
      resolve: (id) => this.find(id, upTo),
      names: () => this.list(upTo),
      unseen: (id) => this.unseen(id, upTo),
      period: (frame) => frame.run,
      ...(this.rate ? { rate: this.rate } : {}),
    };
  }

  /** The person's names seen from something that belongs to a person: a row, a group. */
  seenFrom<F>(id: string, upTo: Stage, person: (frame: F) => PersonFrame): Name<F> | undefined {
    const name = this.find(id, upTo);
    if (!name) return undefined;
    return {
      type: name.type,
      tierScoped: name.tierScoped,
      ...(name.constant ? { constant: true } : {}),
      get: (frame) => name.get(person(frame)),
      ...(name.atLevel
        ? {
            atLevel: (stage: LevelStage) => {
              const at = name.atLevel?.(stage);
              return (frame: F) => at?.(person(frame)) ?? blank(id);
            },
          }
        : {}),
      ...(name.at
        ? {
            // A pinned tier is always the person's own (current, or a named one), so it can be asked of the person.
            at: (tierOf: (frame: F) => Result) => (frame: F) => {
              const tier = tierOf(frame);
              return name.at?.(() => tier)(person(frame)) ?? blank(id);
            },
          }
        : {}),
    };
  }

  rateFor<F>(person: (frame: F) => PersonFrame): Environment<F>["rate"] {
    const { rate } = this;
    if (!rate) return undefined;
    return (from, to) => {
      const factor = rate(from, to);
      return factor && ((frame: F): Exact | undefined => factor(person(frame)));
    };
  }
}

function isLater(stage: Stage, than: Stage): boolean {
  return stages.indexOf(stage) > stages.indexOf(than);
}

/** The tiers' ids, labels and aliases, and their order. */
export interface TierWords {
  readonly words: ReadonlyMap<string, string>;
  /** Highest first. */
  readonly order: readonly string[];
}

function reservedName(id: string, tiers: TierWords): Name<PersonFrame> | undefined {
  const tier: Type = { kind: "tier" };
  const level: Type = { kind: "level" };
  const plain = (type: Type, get: (frame: PersonFrame) => Result): Name<PersonFrame> => ({
    type,
    tierScoped: false,
    get,
  });
  switch (id) {
    case "tier":
      return { type: tier, tierScoped: true, get: (frame) => tiers.order[frame.tier] ?? "" };
    case "current":
      return plain(tier, (frame) => frame.current);
    case "qualified":
      return plain(tier, (frame) => frame.qualified);
    case "recommended":
      return plain(tier, (frame) => frame.recommended);
    case "current_level":
      return plain(level, (frame) => frame.currentLevel);
    case "qualified_level":
      return plain(level, (frame) => frame.qualifiedLevel);
    case "recommended_level":
      return plain(level, (frame) => frame.recommendedLevel);
    case "as_of":
      return { ...plain({ kind: "date" }, (frame) => frame.run.asOf), constant: true };
    default:
      return undefined;
  }
}

/** A by-tier figure of a tier for which there is none. */
export function blank(what: string): Unknown {
  return new Unknown([{ why: "no-value", what: same(what) }]);
}

/** A by-tier figure asked for where there is no tier, or one by level where there is no level. */
export function atNoTier(what: string): Unknown {
  return new Unknown([{ why: "no-tier", what: same(what) }]);
}

/** A name whose value lies in a list by tier: the tier being tested, or a pinned one. */
export function tierScopedName(
  id: string,
  type: Type,
  order: readonly string[],
  valueAt: (frame: PersonFrame, tier: number) => Result | undefined,
  constant = false,
): Name<PersonFrame> {
  const nothing = blank(id);
  const nowhere = atNoTier(id);
  return {
    type,
    tierScoped: true,
    ...(constant ? { constant: true } : {}),
    get: (frame) => (frame.tier < 0 ? nowhere : (valueAt(frame, frame.tier) ?? nothing)),
    at: (tierOf) => (frame) => {
      const tier = tierOf(frame);
      if (tier instanceof Unknown) return tier;
      const index = order.indexOf(String(tier));
      return index < 0 ? nowhere : (valueAt(frame, index) ?? nothing);
    },
  };
}
