import fc from "fast-check";
import Fraction from "fraction.js";
import { expect, it } from "vitest";
import { compile } from "../../src/formula/compile.ts";
import { Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import { blank, type Frame, sample } from "./sample.ts";

/**
 * Well-typed formulas, each grown together with its meaning: a second evaluation, by fraction.js, that shares nothing with
 * ours. `undefined` is unknown.
 */
interface Grown<T> {
  readonly text: string;
  mean(person: Person): T | undefined;
}
type Person = Readonly<Record<string, Fraction | boolean | undefined>>;
type Figure = Grown<Fraction>;
type Condition = Grown<boolean>;

const of = (n: number | string): Fraction => new Fraction(n);
const leaf = <T>(text: string, mean: (person: Person) => T | undefined): Grown<T> => ({ text, mean });
const name = <T>(...names: string[]) =>
  fc.constantFrom(...names.map((each) => leaf(each, (person) => person[each] as T | undefined)));
const literal = (...pairs: [string, string][]) =>
  fc.constantFrom(...pairs.map(([text, value]) => leaf(text, () => of(value))));

const lift =
  <A, T>(mean: (...values: A[]) => T | undefined, ...parts: Grown<A>[]) =>
  (person: Person): T | undefined => {
    const values = parts.map((part) => part.mean(person));
    return values.includes(undefined) ? undefined : mean(...(values as A[]));
  };

const operators: Record<string, (a: Fraction, b: Fraction) => Fraction | undefined> = {
  "+": (a, b) => a.add(b),
  "-": (a, b) => a.sub(b),
  "*": (a, b) => a.mul(b),
  "/": (a, b) => (b.equals(0) ? undefined : a.div(b)),
};
const comparators: Record<string, (a: Fraction, b: Fraction) => boolean> = {
  "==": (a, b) => a.equals(b),
  "!=": (a, b) => !a.equals(b),
  "<": (a, b) => a.compare(b) < 0,
  "<=": (a, b) => a.compare(b) <= 0,
  ">": (a, b) => a.compare(b) > 0,
  ">=": (a, b) => a.compare(b) >= 0,
};

const calculate = (ops: string[], left: fc.Arbitrary<Figure>, right: fc.Arbitrary<Figure>) =>
  fc.tuple(fc.constantFrom(...ops), left, right).map(([op, a, b]): Figure => {
    return leaf(
      `(${a.text} ${op} ${b.text})`,
      lift(operators[op] as (a: Fraction, b: Fraction) => Fraction | undefined, a, b),
    );
  });

const half = of("1/2");
const roundings: Record<string, (value: Fraction) => Fraction> = {
  floor: (value) => value.floor(),
  ceil: (value) => value.ceil(),
  round: (value) => (value.compare(0) < 0 ? value.neg().add(half).floor().neg() : value.add(half).floor()),
};
const shape = (inner: fc.Arbitrary<Figure>) =>
  fc.oneof(
    inner.map(
      (a): Figure =>
        leaf(
          `(-${a.text})`,
          lift((value: Fraction) => value.neg(), a),
        ),
    ),
    fc.tuple(fc.constantFrom("floor", "ceil", "round"), inner).map(([callee, a]): Figure => {
      return leaf(`${callee}(${a.text})`, lift(roundings[callee] as (value: Fraction) => Fraction, a));
    }),
    fc.tuple(fc.constantFrom("min", "max"), inner, inner).map(([callee, a, b]): Figure => {
      const first = callee === "min" ? -1 : 1;
      return leaf(
        `${callee}(${a.text}, ${b.text})`,
        lift((x: Fraction, y: Fraction) => (x.compare(y) === first ? x : y), a, b),
      );
    }),
  );

const branch = <T>(condition: fc.Arbitrary<Condition>, inner: fc.Arbitrary<Grown<T>>, same: (a: T, b: T) => boolean) =>
  fc.tuple(condition, inner, inner).map(
    ([when, a, b]): Grown<T> =>
      leaf(`if(${when.text}, ${a.text}, ${b.text})`, (person) => {
        const truth = when.mean(person);
        if (truth !== undefined) return (truth ? a : b).mean(person);
        const [x, y] = [a.mean(person), b.mean(person)];
        return x !== undefined && y !== undefined && same(x, y) ? x : undefined;
      }),
  );

const compare = (inner: fc.Arbitrary<Figure>) =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...Object.keys(comparators)), inner, inner).map(([op, a, b]): Condition => {
      return leaf(`(${a.text} ${op} ${b.text})`, lift(comparators[op] as (a: Fraction, b: Fraction) => boolean, a, b));
    }),
    fc.tuple(inner, inner, inner).map(([a, low, high]): Condition => {
      const above = lift((x: Fraction, y: Fraction) => x.compare(y) >= 0, a, low);
      const below = lift((x: Fraction, y: Fraction) => x.compare(y) <= 0, a, high);
      return leaf(`(${a.text} between ${low.text} and ${high.text})`, (person) =>
        kleene("and", above(person), below(person)),
      );
    }),
    fc.tuple(inner, fc.array(inner, { minLength: 1, maxLength: 3 })).map(([a, items]): Condition => {
      const equals = items.map((item) => lift((x: Fraction, y: Fraction) => x.equals(y), a, item));
      return leaf(`(${a.text} in [${items.map(({ text }) => text).join(", ")}])`, (person) => {
        return equals.reduce<boolean | undefined>((truth, equal) => kleene("or", truth, equal(person)), false);
      });
    }),
    inner.map((a): Condition => leaf(`known(${a.text})`, (person) => a.mean(person) !== undefined)),
  );

function kleene(op: string, a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  const settling = op === "or";
  if (a === settling || b === settling) return settling;
  return a === undefined || b === undefined ? undefined : !settling;
}

const sameFraction = (a: Fraction, b: Fraction): boolean => a.equals(b);
const sameBoolean = (a: boolean, b: boolean): boolean => a === b;

const { money, number, ratio, condition } = fc.letrec<{
  money: Figure;
  number: Figure;
  ratio: Figure;
  condition: Condition;
}>((tie) => {
  const [m, n, r, c] = [tie("money"), tie("number"), tie("ratio"), tie("condition")];
  const depth = { maxDepth: 5, depthIdentifier: "formula" };
  return {
    money: fc.oneof(
      depth,
      name<Fraction>("deposits", "loans"),
      literal(["3万元", "30000"], ["0.1元", "0.1"], ["0元", "0"], ["2.5亿 CNY", "250000000"]),
      calculate(["+", "-"], m, m),
      calculate(["*", "/"], m, n),
      calculate(["*"], r, m),
      calculate(["/"], m, r),
      shape(m),
      branch(c, m, sameFraction),
    ),
    number: fc.oneof(
      depth,
      name<Fraction>("score", "points", "violations"),
      literal(["7", "7"], ["2.25", "2.25"], ["0", "0"], ["1.5亿", "150000000"]).filter(({ text }) => text !== "1.5亿"),
      calculate(["+", "-", "*"], n, n),
      calculate(["/"], m, literal(["1万元", "10000"], ["3元", "3"])),
      calculate(["/"], r, literal(["1%", "0.01"], ["7%", "0.07"])),
      shape(n),
      branch(c, n, sameFraction),
    ),
    ratio: fc.oneof(
      depth,
      name<Fraction>("completion", "quality.npl"),
      literal(["12.5%", "0.125"], ["0%", "0"], ["3‰", "0.003"]),
      calculate(["+", "-", "*"], r, r),
      calculate(["/"], m, name<Fraction>("deposits", "loans")),
      branch(c, r, sameFraction),
    ),
    condition: fc.oneof(
      depth,
      name<boolean>("exam", "rural"),
      fc.oneof(compare(m), compare(n), compare(r)),
      fc.tuple(fc.constantFrom("and", "or"), c, c).map(([op, a, b]): Condition => {
        return leaf(`(${a.text} ${op} ${b.text})`, (person) => kleene(op, a.mean(person), b.mean(person)));
      }),
      c.map(
        (a): Condition =>
          leaf(
            `(not ${a.text})`,
            lift((value: boolean) => !value, a),
          ),
      ),
      branch(c, c, sameBoolean),
    ),
  };
});

const cents = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }).map((n) => new Fraction(n, 100n));
const small = fc.constantFrom("0", "1", "7", "2.25", "0.5", "-3").map(of);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const people: fc.Arbitrary<Person> = fc.record({
  deposits: maybe(fc.oneof(cents, fc.constantFrom("0", "30000", "0.1").map(of))),
  loans: maybe(fc.oneof(cents, fc.constantFrom("0", "30000").map(of))),
  score: maybe(small),
  points: maybe(small),
  violations: maybe(small),
  completion: maybe(fc.oneof(small, fc.constant(of("0.125")))),
  "quality.npl": maybe(fc.constantFrom("0", "0.003", "0.02").map(of)),
  exam: maybe(fc.boolean()),
  rural: maybe(fc.boolean()),
});

function frameOf(person: Person): Frame {
  return Object.fromEntries(
    Object.entries(person).map(([key, value]) => {
      if (value === undefined) return [key, blank(key)];
      return [key, typeof value === "boolean" ? value : Exact.of(value.s * value.n, value.d)];
    }),
  );
}

it("evaluates every well-typed formula without throwing, as exact rational arithmetic does", () => {
  const any = fc.oneof<fc.Arbitrary<Figure | Condition>[]>(money, number, ratio, condition);
  let unknown = 0;
  let known = 0;
  fc.assert(
    fc.property(any, people, (grown, person) => {
      const { formula, problems } = compile(grown.text, sample());
      expect(problems).toEqual([]);
      const expected = grown.mean(person);
      const result = formula?.evaluate(frameOf(person));
      if (expected === undefined) {
        unknown++;
        expect(result).toBeInstanceOf(Unknown);
      } else {
        known++;
        const found = result instanceof Exact ? new Fraction(result.n, result.d).toFraction() : result;
        expect(found).toBe(typeof expected === "boolean" ? expected : expected.toFraction());
      }
    }),
    { numRuns: 2000 },
  );
  // The formulas must not all come out the same way, or nothing was tried.
  expect(Math.min(unknown, known)).toBeGreaterThan(300);
});
