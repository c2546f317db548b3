import type { Elements, Environment, Name } from "../../src/formula/environment.ts";
import type { Type } from "../../src/formula/type.ts";
import { type Result, Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";

/** What the sample formulas are evaluated against: the values by name; what is not there is blank. */
export type Frame = Readonly<Record<string, Result>>;

export const money = (currency: string): Type => ({ kind: "money", currency });
export const number = (unit?: string): Type => (unit === undefined ? { kind: "number" } : { kind: "number", unit });
export const count = (unit?: string): Type => (unit === undefined ? { kind: "count" } : { kind: "count", unit });
export const ratio: Type = { kind: "ratio" };
export const boolean: Type = { kind: "boolean" };
export const years: Type = { kind: "duration", base: "year" };
export const days: Type = { kind: "duration", base: "day" };
export const date: Type = { kind: "date" };
export const bare: Type = { kind: "number", bare: true };

export const exact = (text: string): Exact => Exact.parse(text) as Exact;

const blanks = new Map<string, Unknown>();

/** A blank; the same one for the same name, as a metric that is measured once has one reason. */
export function blank(what: string): Unknown {
  const found = blanks.get(what) ?? new Unknown([{ why: "blank", what: { zh: what, en: what } }]);
  blanks.set(what, found);
  return found;
}

const schooling = ["高中", "大专", "本科", "硕士", "博士"];

/** The names of a person formula. */
const types: Readonly<Record<string, Type>> = {
  deposits: money("CNY"),
  largest_deposit: money("CNY"),
  loans: money("CNY"),
  settlement: money("USD"),
  completion: ratio,
  "quality.npl": ratio,
  score: number("分"),
  points: number(),
  violations: count(),
  customers: count("户"),
  years,
  wait: days,
  hired: date,
  born: date,
  education: { kind: "enum", name: "education", values: schooling, ordered: true },
  role: { kind: "enum", name: "role", values: ["员工", "代办员", "points", "AA-"], ordered: false },
  exam: boolean,
  rural: boolean,
  name: { kind: "text" },
  manager: { kind: "id" },
  current: { kind: "tier" },
  qualified: { kind: "tier" },
  current_level: { kind: "level" },
};

/** Params: plain, by tier (`floor_of`, a bare figure a tier; `pay`, money) and by level. */
const params: Readonly<Record<string, Name<Frame>>> = {
  as_of: { type: date, tierScoped: false, constant: true, get: (frame) => frame.as_of ?? "2026-12-31" },
  goal: { type: bare, tierScoped: false, constant: true, get: () => exact("80") },
  target: { type: money("CNY"), tierScoped: false, constant: true, get: () => exact("1000000") },
  half_year: { type: years, tierScoped: false, constant: true, get: () => Exact.of(1, 2) },
  floor_of: byTier(bare, { senior: "5000000", first: "3000000", trainee: "500000" }),
  pay: byTier(money("CNY"), { senior: "300", first: "260", trainee: "160" }),
  factor: {
    type: number(),
    tierScoped: false,
    constant: true,
    get: () => blank("factor"),
    atLevel: (stage) => (frame) => (frame[`${stage}_level`] === "A" ? exact("1.5") : exact("1")),
  },
};

function byTier(type: Type, values: Readonly<Record<string, string>>): Name<Frame> {
  const at = (tierOf: (frame: Frame) => Result) => (frame: Frame) => {
    const tier = tierOf(frame);
    return tier instanceof Unknown
      ? tier
      : values[String(tier)]
        ? exact(values[String(tier)] as string)
        : blank("no tier");
  };
  return { type, tierScoped: true, constant: true, get: at((frame) => frame.tier ?? blank("tier")), at };
}

/** An environment of the names above, or of others. */
export function sample(more: Partial<Environment<Frame>> = {}): Environment<Frame> {
  return {
    context: "person",
    currency: "CNY",
    tierWords: new Map([
      ["senior", "senior"],
      ["高级", "senior"],
      ["first", "first"],
      ["一级", "first"],
      ["trainee", "trainee"],
    ]),
    tierOrder: ["senior", "first", "trainee"],
    resolve: (name) => (Object.hasOwn(params, name) ? params[name] : column(types, name)),
    names: () => [...Object.keys(types), ...Object.keys(params)],
    period: () => ({ from: "2026-10-01", to: "2026-12-31" }),
    rate: (from, to) =>
      from === "USD" && to === "CNY" ? (frame) => (frame.noRate ? undefined : exact("6.8")) : undefined,
    unseen: (name) => (name === "quarter" ? { zh: "得分在指标之后", en: "scores come after metrics" } : undefined),
    ...more,
  };
}

function column(of: Readonly<Record<string, Type>>, name: string): Name<Frame> | undefined {
  const type = Object.hasOwn(of, name) ? of[name] : undefined;
  return type && { type, tierScoped: false, get: (frame) => frame[name] ?? blank(name) };
}

/** A frame with rows: `deposits` and `loans` of a customer, or the people of a team. */
export interface Group {
  readonly rows: Readonly<Record<string, readonly Frame[]>>;
  readonly tier?: string;
}

const rowTypes: Readonly<Record<string, Readonly<Record<string, Type>>>> = {
  deposits: { average: money("CNY"), last_year: money("CNY"), negotiated: boolean, customer: { kind: "id" } },
  loans: { average: money("CNY"), items: count("笔") },
};

/** The environment of a scope: rows by input, and one by-tier param. */
export function scope(): Environment<Group> {
  return {
    ...(sample() as unknown as Environment<Group>),
    context: "scope",
    resolve: (name) =>
      name === "customer_floor"
        ? {
            type: bare,
            tierScoped: true,
            constant: true,
            get: ({ tier }) => exact(tier === "senior" ? "5000000" : "500000"),
          }
        : undefined,
    names: () => ["customer_floor"],
    elements: (input) => rows(input),
  };
}

function rows(input: string | undefined): Elements<Group> | undefined {
  const columns = input === undefined || !Object.hasOwn(rowTypes, input) ? undefined : rowTypes[input];
  if (!columns || input === undefined) return undefined;
  const dotted = Object.fromEntries(
    Object.entries(columns).flatMap(([name, type]) => [
      [name, type],
      [`${input}.${name}`, type],
    ]),
  );
  const resolve = (name: string): Name<Frame> | undefined => {
    const type = Object.hasOwn(dotted, name) ? dotted[name] : undefined;
    return type && { type, tierScoped: false, get: (frame) => frame[name.replace(/^.*\./, "")] ?? blank(name) };
  };
  return {
    environment: sample({ context: "row", resolve, names: () => Object.keys(dotted) }),
    each: (frame, visit) => (frame.rows[input] ?? []).forEach(visit),
  };
}

/** The environment of a team formula: people, and figures of the whole. */
export function team(): Environment<Group> {
  return {
    ...(sample() as unknown as Environment<Group>),
    context: "team",
    resolve: (name) => {
      if (name === "people")
        return { type: count("人"), tierScoped: false, get: ({ rows: of }) => Exact.of(of.people?.length ?? 0) };
      if (name === "bank.staff") return { type: count("人"), tierScoped: false, get: () => exact("40") };
      return undefined;
    },
    names: () => ["people", "bank.staff"],
    elements: (input) =>
      input === undefined
        ? { environment: sample(), each: (frame, visit) => (frame.rows.people ?? []).forEach(visit) }
        : undefined,
  };
}
