import { describe, expect, it } from "vitest";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import { cny, id, rulebook, table, type Written } from "./build.ts";
import { brief } from "./cells.ts";

const rules = rulebook({
  people: { role: "subject", columns: { who: id } },
  deposits: { role: "detail", columns: { who: id, customer: id, average: cny } },
  loans: { role: "detail", columns: { who: id, customer: id } },
});

/** The roster's ids and whose each deposit row is. */
function bind(roster: Written[], details: Written[], text = false) {
  const sheet = text ? null : undefined;
  const facts = bindFacts(
    [
      table({ input: "people", columns: ["who"], rows: roster.map((one) => [one]), ...(text ? { sheet: null } : {}) }),
      table({
        input: "deposits",
        columns: ["who", "customer", "average:元"],
        rows: details.map((one, row) => [one, `C${row}`, row]),
        ...(sheet === null ? { sheet } : {}),
      }),
      table({ input: "loans", columns: ["who", "customer"], rows: [] }),
    ],
    rules,
  );
  const owner = details.map(
    (_, row) => facts.people.find((one) => facts.inputs[1]?.rowsOf[one.index]?.includes(row))?.id,
  );
  const found = facts.diagnostics
    .filter((one) => !/^facts\/(?:no-rows|empty-sheet|blank-cells)$/.test(one.code))
    .map(brief);
  return { ids: facts.people.map((one) => one.id), owner, found };
}

describe("ids", () => {
  it.each<[string, Written[], Written[], (string | undefined)[]]>([
    ["text kept", ["001234", "A-7"], ["001234", "A-7"], ["001234", "A-7"]],
    [
      "blanks inside and behind",
      ["001234"],
      ["001234 ", "001 234", "\t001234", "００１２３４", "\u202d001234\u202c"],
      Array(5).fill("001234"),
    ],
    ["a text mark", ["001234"], ["'001234", '="001234"'], ["001234", "001234"]],
    ["numbers of full length", ["273370"], [273370], ["273370"]],
    ["a format of zeros", ["001234", "12"], [[1234, "000000"]], ["001234"]],
    ["Chinese ids", ["南昌01"], ["南昌01"], ["南昌01"]],
  ])("%s", (_, roster, details, owner) => {
    expect(bind(roster, details)).toMatchObject({ owner, found: [] });
  });

  it("pads numbers to the roster's single width, said once", () => {
    expect(bind(["001234", "273370"], [1234, 273370, 1234])).toEqual({
      ids: ["001234", "273370"],
      owner: ["001234", "273370", "001234"],
      found: ["facts/padded-ids A2"],
    });
  });

  it("pads a roster of numbers to the width that the other sheets show", () => {
    expect(bind([1234, 273370], ["001234", "273370"])).toMatchObject({
      ids: ["001234", "273370"],
      owner: ["001234", "273370"],
    });
  });

  it("pads what a text file has lost", () => {
    expect(bind(["001234", "273370"], ["1234"], true)).toMatchObject({
      owner: ["001234"],
      found: ["facts/padded-ids A2"],
    });
  });

  it("does not pad where widths differ, or numbers are longer", () => {
    expect(bind(["001234", "99"], [1234])).toMatchObject({ owner: [undefined], found: ["facts/unknown-person A2"] });
    expect(bind(["00353", "273370", "1234"], ["1234"], true)).toMatchObject({ owner: ["1234"], found: [] });
  });

  it("says that a roster of nothing but numbers may have lost zeros, where many are of one width", () => {
    expect(bind([273370, 168167, 93220, 120115, 102928], [93220])).toEqual({
      ids: ["273370", "168167", "93220", "120115", "102928"],
      owner: ["93220"],
      found: ["facts/ids-of-several-widths A4"],
    });
    expect(bind([98, 99, 100, 101, 102, 103, 104, 105, 106], [99]).found).toEqual([]);
    expect(bind([27337, 1681, 932, 120115], [932]).found).toEqual([]);
  });

  it("keeps a text of another length in a workbook as it is", () => {
    expect(bind(["001234"], ["1234"])).toMatchObject({ owner: [undefined], found: ["facts/unknown-person A2"] });
  });

  it.each<[Written, string]>([
    ["1.23457E+17", "facts/rounded-id"],
    [1.23456789012345e17, "facts/rounded-id"],
    [1e15, "facts/rounded-id"],
    [12.5, "facts/bad-id"],
    [-3, "facts/bad-id"],
    [true, "facts/bad-id"],
    [{ kind: "error", text: "#N/A" }, "facts/error-cell"],
    [null, "facts/blank-id"],
    ["-", "facts/blank-id"],
  ])("reports %j, whose row is nobody's", (cell, code) => {
    expect(bind(["001234"], ["001234", cell])).toMatchObject({ owner: ["001234", undefined], found: [`${code} A3`] });
  });

  it("pads customers by their own columns, and leaves a blank one missing", () => {
    const facts = bindFacts(
      [
        table({ input: "people", columns: ["who"], rows: [["1"]] }),
        table({
          input: "deposits",
          columns: ["who", "customer", "average:元"],
          rows: [
            ["1", "0004567", 1],
            ["1", null, 2],
          ],
        }),
        table({ input: "loans", columns: ["who", "customer"], rows: [["1", 4567]] }),
      ],
      rules,
    );
    expect([...(facts.inputs[2]?.columns[1] ?? [])]).toEqual(["0004567"]);
    expect(facts.inputs[1]?.columns[1]?.at(1)).toMatchObject({ reasons: [{ why: "blank" }] });
    expect(facts.diagnostics.map(brief)).toEqual(["facts/blank-cells B3", "facts/padded-ids B2"]);
  });
});
