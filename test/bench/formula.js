import Fraction from "fraction.js";
import { compile } from "../../dist/formula/compile.js";
import { Exact } from "../../dist/number/exact.js";

const text = "deposits >= 2.5亿 and largest_deposit >= 1亿";
const times = 1_000_000;

/** A thousand people, half of whom pass. */
const people = Array.from({ length: 1000 }, (_, index) => ({
  deposits: 200_000_000.25 + index * 100_000,
  largest: 50_000_000.5 + index * 100_000,
}));

const money = { kind: "money", currency: "CNY" };
const names = {
  deposits: { type: money, tierScoped: false, get: (frame) => frame.deposits },
  largest_deposit: { type: money, tierScoped: false, get: (frame) => frame.largest },
};
const environment = {
  context: "person",
  currency: "CNY",
  tierWords: new Map(),
  tierOrder: [],
  resolve: (name) => names[name],
  names: () => Object.keys(names),
};

const { formula: compiled } = compile(text, environment);
const exact = people.map((person) => mapped(person, (value) => Exact.fromDouble(value)));
const fractions = people.map((person) => mapped(person, (value) => new Fraction(value)));
const [deposits, largest] = [new Fraction(250_000_000), new Fraction(100_000_000)];

const rows = [
  ["plain JavaScript on doubles", people, (frame) => frame.deposits >= 2.5e8 && frame.largest >= 1e8],
  ["dingji, compiled, exact", exact, (frame) => compiled.evaluate(frame)],
  ["fraction.js, written by hand", fractions, (frame) => frame.deposits.gte(deposits) && frame.largest.gte(largest)],
];

/** A million evaluations of one condition, beside peers. */
export function formula() {
  console.log(`${times} × ${text}; median of 5`);
  for (const [name, frames, judge] of rows) {
    const { ms, passed } = measure(frames, judge);
    const bound = judge === rows[1][2] ? `at most 1000 ms: ${ms <= 1000 ? "kept" : "NOT KEPT"}` : "";
    console.log(`  ${name.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms  ${passed} passed  ${bound}`);
  }
  console.log();
}

function measure(frames, judge) {
  const found = Array.from({ length: 5 }, () => {
    const start = performance.now();
    let passed = 0;
    for (let index = 0; index < times; index++) if (judge(frames[index % frames.length]) === true) passed++;
    return { ms: performance.now() - start, passed };
  });
  return found.sort((a, b) => a.ms - b.ms)[2];
}

function mapped(person, make) {
  return { deposits: make(person.deposits), largest: make(person.largest) };
}
