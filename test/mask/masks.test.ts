import { describe, expect, it } from "vitest";
import type { Facts, InputFacts, Person } from "../../src/facts/facts.ts";
import { hidden, Masks } from "../../src/mask/masks.ts";
import { privateColumns } from "../../src/mask/private-columns.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

const { rulebook } = (await loadRulebook("bocom-nanchang")) as { rulebook: Rulebook };

/** People as [id, name], deposits as [id, customer]. */
function factsOf(
  people: readonly (readonly [string, string])[],
  deposits: readonly (readonly [string, string])[],
): Facts {
  const { subject, inputs } = rulebook;
  const slot = (input: string, column: string) =>
    inputs.find(({ id }) => id === input)!.columns.find(({ name }) => name === column)!.slot;
  const persons = people.map(([id, name], index): Person => {
    const columns: string[] = subject.columns.map(() => "");
    columns[subject.key!.slot] = id;
    columns[slot(subject.id, "name")] = name;
    return { id, index, columns, locate: () => ({ file: "q.xlsx" }), problems: [] };
  });
  const columns = inputs.find(({ id }) => id === "deposits")!.columns.map((): string[] => []);
  columns[slot("deposits", "manager")] = deposits.map(([id]) => id);
  columns[slot("deposits", "customer")] = deposits.map(([, customer]) => customer);
  const data = { rows: deposits.length, columns, rowsOf: [], locate: () => ({ file: "q.xlsx" }) } as InputFacts;
  const all = inputs.map(({ id }) => (id === "deposits" ? data : undefined));
  return { people: persons, inputs: all, diagnostics: [], fatal: false };
}

const facts = factsOf(
  [
    ["0001", "王一"],
    ["0002", "李二"],
    ["0003", "王一"],
    ["0004", ""],
  ],
  [
    ["0002", "C9"],
    ["0001", "C1"],
    ["0009", "C9"],
  ],
);

describe("masks", () => {
  const masks = new Masks(facts, rulebook, "zh");

  it("number people by the roster, strangers and customers by their first row", () => {
    expect(["0001", "0003", "0009", "0010"].map((id) => masks.id(id))).toEqual(["P001", "P003", "X001", hidden]);
    expect([0, 1, 2, 9].map((index) => masks.name(index))).toEqual(["员工001", "员工002", "员工003", hidden]);
    expect(["C9", "C1", "C2"].map((id) => masks.customer(id))).toEqual(["客户001", "客户002", hidden]);
  });

  it("speak the run's language", () => {
    const english = new Masks(facts, rulebook, "en");
    expect([english.name(0), english.customer("C1"), english.id("0001")]).toEqual([
      "Person 001",
      "Customer 002",
      "P001",
    ]);
  });

  it.each([
    ["0002", ["P002"]],
    ["李二", ["P002"]],
    ["王一", ["P001", "P003"]],
    ["P001", []],
    ["", []],
  ])("who is meant by %s: %j", (word, ids) => expect(masks.meant(word)).toEqual(ids));

  it.each([
    ["李二", "员工002"],
    ["王一", hidden],
    ["0003", "P003"],
    ["C1", "客户002"],
    ["合格", undefined],
  ])("the word %s: %s", (word, mask) => expect(masks.known(word)).toBe(mask));

  it.each([
    ["见李二", true],
    ["C9、C1", true],
    ["500万元", false],
    ["00011", false],
  ])("somebody is named in %s: %s", (text, named) => expect(masks.isIn(text)).toBe(named));

  it("are no id, name or customer themselves", () => {
    const odd = new Masks(factsOf([["P1", "员工7"]], [["P1", "客户"]]), rulebook, "zh");
    expect([odd.id("P1"), odd.name(0), odd.customer("客户")]).toEqual(["P-001", "员工-001", "客户-001"]);
  });

  it("are as wide as the last number", () => {
    const many = Array.from({ length: 1000 }, (_, index): [string, string] => [`E${index}`, `N${index}`]);
    const wide = new Masks(factsOf(many, []), rulebook, "zh");
    expect([wide.id("E0"), wide.id("E999")]).toEqual(["P0001", "P1000"]);
  });
});

describe("private columns", () => {
  it.each([
    [
      "bocom-nanchang",
      {
        "managers.manager": "person",
        "managers.name": "name",
        "deposits.manager": "person",
        "deposits.customer": "customer",
        "loans.manager": "person",
        "loans.customer": "customer",
        "settlements.manager": "person",
        "settlements.customer": "customer",
        "quality.manager": "person",
      },
    ],
    ["shanghai-team", { "managers.manager": "person", "managers.name": "name", "managers.born": "other" }],
    ["customer-abc", { "customers.customer": "person", "customers.name": "name" }],
  ])("of %s", async (id, expected) => {
    const { rulebook: loaded } = (await loadRulebook(id)) as { rulebook: Rulebook };
    const found = [...privateColumns(loaded)].map(([column, kind]) => [`${column.input}.${column.name}`, kind]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
