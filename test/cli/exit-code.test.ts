import { expect, it } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import { diagnose } from "../../src/diagnostic/diagnostic.ts";

const error = diagnose("cli/no-input", undefined, {});
const warning = diagnose("cli/as-of-outside-period", undefined, { date: "2026-12-31", period: "2026Q3" });
const info = diagnose("workbook/empty-sheet", { file: "q.xlsx", sheet: "1" }, {});

it.each([
  ["nothing", [], 0, 0],
  ["a remark", [info], 0, 0],
  ["a warning", [info, warning], 0, 1],
  ["an error", [warning, error], 1, 1],
])("%s", (_, diagnostics, plainly, strictly) => {
  expect([exitCodeOf(diagnostics, false), exitCodeOf(diagnostics, true)]).toEqual([plainly, strictly]);
});
