import { readFileSync } from "node:fs";
import { editRecords } from "./biff.js";
import { editBytes } from "./bytes.js";
import { Random } from "./random.js";
import { editText } from "./text.js";
import { editWorkbook } from "./xml.js";

const read = (path) => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));

/** What is mutated, and how many of a hundred cases come from it. */
const seeds = [
  { name: "存款.xlsx", path: "odd/存款.xlsx", kind: "xlsx", share: 25 },
  { name: "网点.xlsx", path: "systems/outlet-structure/网点.xlsx", kind: "xlsx", share: 15 },
  { name: "业务.xlsx", path: "quarter-a/messy/业务.xlsx", kind: "xlsx", share: 10 },
  { name: "存款.xls", path: "odd/存款.xls", kind: "xls", share: 10 },
  { name: "存款网页.xls", path: "odd/存款网页.xls", kind: "html", share: 15 },
  { name: "存款.csv", path: "quarter-a/csv-utf8/存款.csv", kind: "csv", share: 15 },
  { name: "存款明细.csv", path: "quarter-a/messy/存款明细.csv", kind: "csv", share: 10 },
];
const lots = seeds.flatMap((seed) => Array.from({ length: seed.share }, () => seed));
const loaded = new Map();

/**
 * One mutated file: the same for the same seed and number, whatever was made before it.
 *
 * @param {number} seed
 * @param {number} number
 */
export function fuzzCase(seed, number) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const { name, path, kind } = random.pick(lots);
  if (!loaded.has(path)) loaded.set(path, read(path));
  const bytes = loaded.get(path);
  return { name, bytes: random.below(4) === 0 ? editBytes(bytes, random) : edit(kind, bytes, random) };
}

function edit(kind, bytes, random) {
  if (kind === "xlsx") return editWorkbook(bytes, random);
  if (kind === "xls") return editRecords(bytes, random);
  return editText(bytes, kind === "html", random);
}
