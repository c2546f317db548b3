import { beforeAll, describe, expect, it } from "vitest";
import { assumedText } from "../../src/report/assumed-text.ts";
import { readingsOn } from "../../src/report/inherited-readings.ts";
import type { Criterion } from "../../src/rulebook/criterion.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

async function load(id: string): Promise<Rulebook> {
  const { rulebook } = await loadRulebook(id);
  if (!rulebook) throw new Error(id);
  return rulebook;
}

const leaves = (criterion: Criterion): Criterion[] =>
  criterion.kind === "leaf" ? [criterion] : criterion.of.flatMap(leaves);

describe("the readings of bocom-nanchang, by what they touch", () => {
  let rulebook: Rulebook;
  beforeAll(async () => {
    rulebook = await load("bocom-nanchang");
  });

  // third.business.a and fourth.business.a are groups of one comparison: its row has to name the reading.
  it.each([
    ["second", []],
    ["third", ["a-means-deposits"]],
    ["fourth", ["a-means-deposits"]],
  ])("%s: %j", (id, expected) => {
    const tier = rulebook.tiers.find((one) => one.id === id)!;
    const ids = leaves(tier.requires).flatMap((leaf) => readingsOn(rulebook, leaf).map((reading) => reading.id));
    expect([...new Set(ids)]).toEqual(expected);
  });

  it("names the reading of a choice at the choice, once, and not at its candidates", () => {
    const find = (criterion: Criterion): Criterion[] =>
      criterion.kind === "choice" ? [criterion] : criterion.kind === "leaf" ? [] : criterion.of.flatMap(find);
    const [choice] = rulebook.tiers.flatMap((tier) => find(tier.requires));
    expect(readingsOn(rulebook, choice!).map(({ id }) => id)).toEqual(["fourth-settlement-currency"]);
    expect(leaves(choice!).flatMap((leaf) => readingsOn(rulebook, leaf))).toEqual([]);
  });
});

it.each([
  ["bocom-nanchang", "rates.USD", "1 USD = 6.8 CNY（自 2010-01-01）", "1 USD = 6.8 CNY (from 2010-01-01)"],
  ["course-exam", "params.midterm_line", "中期及格线：60分", "Pass mark at midterm: 60 分"],
])("%s: what is assumed under %s is said with its figure", async (rulebook, id, zh, en) => {
  const loaded = await load(rulebook);
  expect([assumedText(loaded, id, "zh"), assumedText(loaded, id, "en")]).toEqual([zh, en]);
});

it.each(["abc-manager", "course-exam", "customer-levels", "jinzhong-tobacco"])(
  "%s: everything assumed has a name of its own",
  async (id) => {
    const rulebook = await load(id);
    const named = rulebook.assumed.filter((one) => assumedText(rulebook, one, "zh") !== "假定");
    expect(named.length).toBeGreaterThan(0);
  },
);
