import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import papaparse from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { Folder } from "./quarter.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
type Rows = readonly (readonly unknown[])[];
interface Person {
  readonly id: string;
  readonly branch: string;
  readonly current: string | null;
  readonly qualified: string | null;
  readonly recommended: string | null;
  readonly action: string;
  readonly tiers: readonly { readonly tier: string; readonly criteria: readonly { id: string; status: string }[] }[];
}

const folder = new Folder();
/** A run's workbook by sheet name, and its JSON. */
async function run(files: string, options: string) {
  const ran = await folder.run(`grade ${join(fixtures, files)} ${options} --lang zh -o r.xlsx -o r.json -q --force`);
  expect(ran.code, ran.err).toBeLessThan(2);
  const { sheets } = await readXlsx(readFileSync(join(folder.path, "r.xlsx")));
  const json = JSON.parse(folder.read("r.json"));
  return { sheet: (name: string): Rows => sheets.find((one) => one.name === name)?.rows ?? [], json };
}

/** A table below the row that begins with a title (and a note): its headings, and its rows until a blank one. */
function block(rows: Rows, title: string, below = 1): { headings: string[]; rows: unknown[][] } {
  const from = rows.findIndex(([first]) => typeof first === "string" && first.startsWith(title)) + below;
  const filled = (row: readonly unknown[] = []) =>
    row.some((cell) => cell !== null && cell !== undefined && cell !== "");
  const found: unknown[][] = [];
  // The second column is merged into the first.
  for (let at = from; filled(rows[at]); at++) found.push((rows[at] ?? []).filter((_, column) => column !== 1));
  const [headings = [], ...rest] = found;
  return { headings: headings.filter((one) => one !== null).map(String), rows: rest };
}

describe("总览 adds up to the people of JSON", () => {
  let people: readonly Person[];
  let tiers: { id: string; label: string }[];
  let criteria: { id: string; label: string }[];
  let overview: Rows;
  beforeAll(async () => {
    const { sheet, json } = await run("quarter-a/messy", "-r bocom-nanchang -p 2026Q4");
    people = json.results;
    ({ tiers, criteria } = json);
    overview = sheet("总览");
  }, 120_000);
  const count = (test: (one: Person) => boolean) => people.filter(test).length;
  const actions = [
    ["高聘", "promote"],
    ["续聘", "keep"],
    ["低聘", "demote"],
    ["转正", "confirm"],
    ["待核", "review"],
    ["建议退出", "leave"],
  ] as const;

  it("in short", () => {
    const { headings, rows } = block(overview, "评定概况");
    expect(headings).toEqual(["参评人数", ...actions.map(([label]) => label)]);
    expect(rows[0]?.slice(0, 7)).toEqual([60, ...actions.map(([, action]) => count((one) => one.action === action))]);
  });

  it("per tier, with shares", () => {
    const { rows } = block(overview, "等级分布");
    expect(rows.map((row) => row.slice(0, 7))).toEqual(
      tiers.map(({ id, label }) => {
        const [now, qualified, then] = (["current", "qualified", "recommended"] as const).map((key) =>
          count((one) => one[key] === id),
        ) as [number, number, number];
        return [label, now, now / 60, qualified, then, then / 60, then - now];
      }),
    );
  });

  it("tier by tier, with totals", () => {
    const { headings, rows } = block(overview, "等级变动");
    expect(headings.slice(1)).toEqual([...tiers.map(({ label }) => label), "待核/建议退出", "合计"]);
    const ends = [...tiers.map(({ id }): string | null => id), null];
    const cells = (from: readonly Person[]) => ends.map((to) => from.filter((one) => one.recommended === to).length);
    for (const { id, label } of tiers) {
      const from = people.filter((one) => one.current === id);
      const row = rows.find(([first]) => first === label) ?? [];
      expect([label, ...row.slice(1, 9).map((cell) => cell ?? 0)]).toEqual([label, ...cells(from), from.length]);
    }
    expect(rows.at(-1)?.slice(1, 9)).toEqual([...cells(people), 60]);
  });

  it("per branch, with a total", () => {
    const { rows } = block(overview, "分机构");
    const branches = [...new Set(people.map(({ branch }) => branch))];
    expect(rows.map(([first]) => first)).toEqual([...branches, "合计"]);
    for (const [label, ...cells] of rows) {
      const own = people.filter(({ branch }) => label === "合计" || branch === label);
      const each = actions.map(([, action]) => own.filter((one) => one.action === action).length);
      expect([label, ...cells.slice(0, 7).map((cell) => cell ?? 0)]).toEqual([label, own.length, ...each]);
    }
  });

  it("per criterion: how many do not meet it", () => {
    const { headings, rows } = block(overview, "各条件拦下的人数", 2);
    let compared = 0;
    for (const [label, ...cells] of rows) {
      for (const [place, cell] of cells.entries()) {
        const tier = tiers.find((one) => one.label === headings[place + 1]);
        if (!tier || cell === "—" || cell === null) continue;
        const names = String(label).split(" / ");
        const ids = criteria.filter((one) => one.id.startsWith(`${tier.id}.`) && names.includes(one.label));
        const open = ids.map(({ id }) =>
          count(({ tiers: all }) =>
            all.some(
              ({ tier: at, criteria: list }) =>
                at === tier.id && list.some((one) => one.id === id && one.status !== "pass"),
            ),
          ),
        );
        expect([label, tier.id, open]).toEqual([
          label,
          tier.id,
          expect.arrayContaining([Number.parseInt(String(cell), 10)]),
        ]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(30);
  });
});

/** Every customer's deposits, agreements included, added up from the text files: whoever is below the floor is listed. */
describe("未计入客户 adds up to the deposits as they were sent", () => {
  it("row by row, and leaves nobody out", async () => {
    const { sheet } = await run("quarter-a/messy", "-r bocom-nanchang -p 2026Q4");
    const text = readFileSync(join(fixtures, "quarter-a/csv-utf8/存款.csv"), "utf8").replace(/^\uFEFF/, "");
    const totals = new Map<string, Exact>();
    // Agreements count towards the floor, but in no figure: who has nothing else is missed by none.
    const figures = new Set<string>();
    for (const [manager, customer, now, , agreement] of papaparse.parse<string[]>(text.trim()).data.slice(1)) {
      const key = `${manager} ${customer}`;
      if (agreement !== "是") figures.add(key);
      totals.set(key, (totals.get(key) ?? Exact.zero).add(Exact.parse(now!)!));
    }
    const rows = sheet("未计入客户").filter((row) => typeof row[4] === "number");
    expect(rows.length).toBeGreaterThan(100);
    const listed = new Map<string, { floor: Exact; customers: Set<unknown> }>();
    for (const [manager, , customer, value, floor, labels] of rows) {
      const total = totals.get(`${manager} ${customer}`) ?? Exact.zero;
      expect([manager, customer, value]).toEqual([manager, customer, total.toNumber()]);
      expect(total.compare(Exact.fromDouble(floor as number)!)).toBeLessThan(0);
      for (const label of String(labels).split("、")) {
        const known = listed.get(`${manager} ${label}`) ?? {
          floor: Exact.fromDouble(floor as number)!,
          customers: new Set(),
        };
        known.customers.add(customer);
        listed.set(`${manager} ${label}`, known);
      }
    }
    for (const [key, { floor, customers }] of listed) {
      const manager = key.split(" ")[0];
      const below = [...totals].filter(
        ([each, total]) => each.startsWith(`${manager} `) && figures.has(each) && total.compare(floor) < 0,
      );
      const missing = below.map(([each]) => each.split(" ")[1]).filter((customer) => !customers.has(customer));
      expect([key, missing]).toEqual([key, []]);
    }
  }, 120_000);
});

describe("quotas and team checks are those of JSON", () => {
  it("职数比例", async () => {
    const { sheet, json } = await run("systems/jinzhong-tobacco", "-r jinzhong-tobacco -p 2026");
    const rows = sheet("职数比例").slice(3, 3 + json.quotas.length);
    const label = (id: string) => json.tiers.find((one: { id: string }) => one.id === id).label;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => [...row.slice(0, 5), String(row[6] ?? "").match(/[A-Z]\d+/g) ?? []])).toEqual(
      json.quotas.map((one: Record<string, string & string[]>) => [
        ...[label(one.tier!), Number(one.share), one.base, one.seats, one.holders, one.over],
      ]),
    );
  }, 120_000);

  it("队伍结构", async () => {
    const { sheet, json } = await run("systems/shanghai-team", "-r shanghai-team -p 2012Q4 --appoint");
    const rows = sheet("队伍结构").slice(3, 3 + json.team.length);
    expect(rows.length).toBeGreaterThan(3);
    const near = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
    expect(rows.map((row) => [row[1] === "全部" ? null : row[1], row[2], near(row[4]), near(row[5])])).toEqual(
      json.team.map((one: { part: string | null; people: number; value: string; gap: string }) => [
        ...[one.part, one.people, near(Number(one.value)), near(Number(one.gap))],
      ]),
    );
  }, 120_000);
});
