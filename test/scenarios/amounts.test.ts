import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { Folder } from "./quarter.ts";

const samples = join(import.meta.dirname, "../../fixtures/quarter-a");
const names = {
  zh: ["评定结果", "晋升建议", "降级与待核", "指标明细", "临界名单", "未计入客户", "待遇测算", "勾稽核对"],
  en: [
    "Results",
    "Promotions",
    "Demotions and reviews",
    "Criteria",
    "Near the line",
    "Customers not counted",
    "Benefits",
    "Reconciliation",
  ],
} as const;
/** Headings in the language, by what they hold. */
const headings = {
  zh: {
    id: "工号",
    tier: "等级",
    at: "按等级",
    standard: "标准",
    actual: "实绩",
    gap: "差额",
    direction: "方向",
    rows: "明细合计",
    printed: "表内合计",
    every: "各等级",
  },
  en: {
    id: "Staff no.",
    tier: "Tier",
    at: "Asked at",
    standard: "Standard",
    actual: "Actual",
    gap: "Gap",
    direction: "Direction",
    rows: "Sum of the rows",
    printed: "Total as printed",
    every: "every tier",
  },
} as const;

interface Criterion {
  readonly id: string;
  readonly status: string;
  readonly value: string | boolean | null;
  readonly threshold: string | boolean | null;
  readonly gap: string | null;
  readonly unit: string | null;
}
interface Result {
  readonly id: string;
  readonly tiers: readonly { readonly tier: string; readonly criteria: readonly Criterion[] }[];
  readonly standing: readonly { readonly id: string; readonly criteria: readonly Criterion[] }[];
  readonly benefits: Readonly<Record<string, { readonly amount: string | null }>>;
}

const folder = new Folder();
const run = async (lang: "zh" | "en") => {
  const { code } = await folder.run(
    `grade ${join(samples, "messy")} -r bocom-nanchang -p 2026Q4 --lang ${lang} -o ${lang}.xlsx -o ${lang}.json -q`,
  );
  expect(code).toBeLessThan(2);
  const { sheets } = await readXlsx(readFileSync(join(folder.path, `${lang}.xlsx`)));
  return { sheets, json: JSON.parse(folder.read(`${lang}.json`)) };
};

describe.each(["zh", "en"] as const)("the amounts of the workbook in %s", (lang) => {
  const words = headings[lang];
  let prepared: Awaited<ReturnType<typeof run>>;
  // On a busy machine reading both takes longer than a test may.
  beforeAll(async () => {
    prepared = await run(lang);
  }, 120_000);

  /** The rows of a sheet as records by heading, without bands and the sign-off row. */
  async function rowsOf(place: number): Promise<Record<string, unknown>[]> {
    const sheet = prepared.sheets.find(({ name }) => name === names[lang][place])!;
    const [heads = [], ...rows] = sheet.rows.slice(2);
    const at = heads.findIndex((head) => head === words.id || head === words.rows);
    return rows
      .filter((row) => row[at] !== null && row[at] !== undefined)
      .map((row) => Object.fromEntries(heads.map((head, index) => [String(head), row[index]])));
  }

  const isNumber = (value: unknown): value is number => typeof value === "number";
  const sum = (values: readonly unknown[]) =>
    values
      .filter(isNumber)
      .reduce((total, value) => total.add(Exact.fromDouble(value)!), Exact.zero)
      .toString();
  const sumOf = (decimals: readonly unknown[]) =>
    decimals
      .filter((value): value is string => typeof value === "string")
      .reduce((total, value) => total.add(Exact.parse(value) ?? Exact.zero), Exact.zero)
      .toString();

  it("of the criteria are those of JSON, person by person, tier by tier", async () => {
    const { json } = prepared;
    const rows = await rowsOf(3);
    const tiers = new Map<string, string>(
      json.tiers.map((tier: { label: string; id: string }) => [tier.label, tier.id]),
    );
    let compared = 0;
    for (const result of json.results as Result[]) {
      const own = rows.filter((row) => row[words.id] === result.id);
      const shown = new Set(own.map((row) => String(row[words.tier])));
      for (const label of shown) {
        const here = own.filter((row) => row[words.tier] === label);
        const some =
          label === words.every ? result.tiers[0] : result.tiers.find(({ tier }) => tier === tiers.get(label));
        // Gates stand once, under every tier: what is left are the tier's own criteria.
        const isFigure = (value: unknown) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
        const gates = (id: string) => /^[a-z]+\.(?!business)/.test(id) && !/\.years$/.test(id);
        const wanted = some!.criteria.filter(
          ({ id, value }) => isFigure(value) && gates(id) === (label === words.every),
        );
        for (const [heading, key] of [
          [words.actual, "value"],
          [words.standard, "threshold"],
          [words.gap, "gap"],
        ] as const) {
          expect([result.id, label, heading, sum(here.map((row) => row[heading]))]).toEqual([
            result.id,
            label,
            heading,
            sumOf(wanted.map((one) => one[key])),
          ]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  it.each([1, 2, 4])("of what decides and what is near are all in JSON (sheet %i)", async (place) => {
    const { json } = prepared;
    const results = new Map<string, Result>(json.results.map((one: Result) => [one.id, one]));
    const rows = await rowsOf(place);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const result = results.get(String(row[words.id]))!;
      const all = [...result.tiers, ...result.standing].flatMap(({ criteria }) => criteria);
      const [actual, standard] = [row[words.actual], row[words.standard]];
      if (!isNumber(actual) || !isNumber(standard)) continue;
      const same = (text: unknown, value: number) =>
        typeof text === "string" && Exact.parse(text)?.equals(Exact.fromDouble(value)!);
      const found = all.filter(({ value, threshold }) => same(value, actual) && same(threshold, standard));
      expect([row[words.id], found.length > 0]).toEqual([row[words.id], true]);
      const distance = Exact.fromDouble(actual)!.sub(Exact.fromDouble(standard)!).abs();
      const gap = Exact.fromDouble(row[words.gap] as number)!;
      if (place === 4) expect(gap.toString()).toBe(distance.toString());
      else expect(found.some((one) => same(one.gap, row[words.gap] as number))).toBe(true);
    }
  });

  it("of the benefits are those of JSON", async () => {
    const { json } = prepared;
    const rows = await rowsOf(6);
    const amounts = (json.results as Result[]).flatMap(({ benefits }) =>
      Object.values(benefits).map(({ amount }) => amount),
    );
    const numbers = rows.flatMap((row) =>
      Object.entries(row).flatMap(([head, value]) => (head === words.id ? [] : [value])),
    );
    expect(sum(numbers)).toBe(sumOf(amounts));
  });

  it("of the totals are sums of the input, and differ by what is said", async () => {
    const rows = await rowsOf(7);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const [printed, summed] = [row[words.printed], row[words.rows]].map(
        (value) => Exact.fromDouble(value as number)!,
      );
      expect(row[words.gap]).toBe(printed!.sub(summed!).toNumber());
    }
  });
});
