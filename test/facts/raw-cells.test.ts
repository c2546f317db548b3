import fc from "fast-check";
import { expect, it } from "vitest";
import { bindFacts } from "../../src/facts/bind-facts.ts";
import type { Facts } from "../../src/facts/facts.ts";
import type { Table } from "../../src/workbook/table.ts";
import { id, rulebook, table, type Written } from "./build.ts";
import { show } from "./cells.ts";

const schema = rulebook({
  people: { role: "subject", columns: { who: id, name: { kind: "text" } } },
  deposits: {
    role: "detail",
    columns: {
      who: id,
      customer: id,
      average: { kind: "money", currency: "CNY" },
      count: { kind: "count" },
      share: { kind: "ratio" },
      agreed: { kind: "boolean" },
    },
  },
});

const digits = fc.stringMatching(/^[1-9]\d{5}$|^0\d{5}$|^\d{1,16}$/);
const ids: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: digits },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z]{1,3}\d{1,7}$/) },
  fc.nat(999_999),
  fc.constantFrom<Written>(
    "",
    " 000123",
    "０００１２３",
    "1.23E+17",
    "273370.0",
    "12.50",
    "C-1",
    "客户7",
    "#REF!",
    null,
    true,
  ),
  fc.constantFrom<Written>([43831, "yyyy/m/d"], [353, "000000"], 1e15, -5, 2.5),
);
const amounts: fc.Arbitrary<Written> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((fen) => fen / 100) },
  fc.constantFrom<Written>("1,234.5", "3万元", "-", "12abc", null, 0.1234567, 1e300, [43831, "yyyy/m/d"], "0", 0),
);
const words: fc.Arbitrary<Written> = fc.constantFrom<Written>(
  "是",
  "否",
  "Y",
  "-",
  "也许",
  " 是",
  "1",
  1,
  true,
  null,
  "#N/A",
);
const texts: fc.Arbitrary<Written> = fc.constantFrom<Written>("张三", " 张三 ", "-", "12", 12, null, "A1", "#REF!");
const deposit = fc.tuple(ids, ids, amounts, amounts, amounts, words).map((cells) => [...cells]);

/** The same table, of which every cell has to be asked for. */
function cellByCell(source: Table): Table {
  const columns = new Map([...source.columns].map(([name, { raw: _, ...column }]) => [name, column]));
  return { ...source, columns };
}

function shown({ people, inputs, diagnostics, fatal }: Facts): unknown {
  return {
    people: people.map(({ id, columns, problems }) => [id, columns.map(show), problems.map(({ code }) => code)]),
    inputs: inputs.map((input) => input && [input.rowsOf, input.columns.map((values) => [...values].map(show))]),
    diagnostics,
    fatal,
  };
}

it("columns read from the cells as they are kept are as those read cell by cell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ids, texts), { minLength: 1 }),
      fc.array(deposit),
      fc.constantFrom("明细", null),
      fc.boolean(),
      (roster, deposits, sheet, ofRoster) => {
        // Most rows are of somebody on the roster.
        const rows = deposits.map((cells, row) =>
          ofRoster ? [roster[row % roster.length]![0], ...cells.slice(1)] : cells,
        );
        const made = [
          table({ input: "people", columns: ["who", "name"], rows: roster, sheet }),
          table({
            input: "deposits",
            columns: ["who", "customer", "average:元", "count", "share", "agreed"],
            rows,
            sheet,
          }),
        ];
        expect(shown(bindFacts(made, schema))).toEqual(shown(bindFacts(made.map(cellByCell), schema)));
      },
    ),
    { numRuns: 300 },
  );
});
