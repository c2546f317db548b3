import { expect, it } from "vitest";
import { sortDiagnostics } from "../../src/diagnostic/collect.ts";
import { type Diagnostic, diagnose, hint, message } from "../../src/diagnostic/diagnostic.ts";
import { columnName, type Location, showLocation } from "../../src/diagnostic/location.ts";

const missing = (location: Location | undefined): Diagnostic => diagnose("cli/no-input", location, {});
const warning = (location: Location): Diagnostic =>
  diagnose("cli/as-of-outside-period", location, { date: "2026-12-31", period: "2026Q3" });

it("sorts the worst first, then by file, sheet, line and cell; what has no place first", () => {
  const sorted = [
    missing(undefined),
    missing({ file: "a.csv", cell: "B2", line: 2 }),
    missing({ file: "a.csv", cell: "A10", line: 10 }),
    missing({ file: "a.xlsx", sheet: "存款", cell: "Z1" }),
    missing({ file: "a.xlsx", sheet: "存款", cell: "AA1" }),
    missing({ file: "a.xlsx", sheet: "贷款", cell: "A1" }),
    missing({ file: "b.yml", line: 2, column: 9 }),
    missing({ file: "b.yml", line: 10, column: 1 }),
    warning({ file: "a.csv", cell: "A1", line: 1 }),
  ];
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});

it("fills its message and hint in either language", () => {
  const found = diagnose("cli/output-exists", { file: "r.json" }, { file: "r.json" });
  expect(found).toEqual({
    code: "cli/output-exists",
    severity: "error",
    args: { file: "r.json" },
    location: { file: "r.json" },
  });
  expect(message(found, "zh")).toBe("r.json 已经存在，没有覆盖");
  expect(message(found, "en")).toBe("r.json exists already and is left as it is");
  expect(hint(found, "en")).toBe("to replace it, add --force");
});

it.each<[Location, string]>([
  [{ file: "q.xlsx" }, "q.xlsx"],
  [{ file: "q.xlsx", sheet: "存款" }, "q.xlsx 存款"],
  [{ file: "q.xlsx", sheet: "存款", cell: "B17" }, "q.xlsx 存款!B17"],
  [{ file: "存款.csv", cell: "B17", line: 18 }, "存款.csv:18 B17"],
  [{ file: "rules/a.yml", line: 12, column: 5 }, "rules/a.yml:12:5"],
])("%j is shown as %s", (location, shown) => {
  expect(showLocation(location)).toBe(shown);
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (index, name) => {
  expect(columnName(index)).toBe(name);
});
