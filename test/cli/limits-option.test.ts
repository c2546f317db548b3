import { expect, it } from "vitest";
import { chooseLimits, namedLimits, writtenLimit } from "../../src/cli/limits-option.ts";
import { catalogue } from "../../src/diagnostic/catalogue.ts";
import { defaultLimits } from "../../src/workbook/limits.ts";

it.each([
  ["file=500MiB", { fileBytes: 524_288_000 }],
  ["file=500M", { fileBytes: 524_288_000 }],
  ["file=500MB", { fileBytes: 500_000_000 }],
  ["entry = 1.5GiB", { entryBytes: 1_610_612_736 }],
  ["total=2g", { totalBytes: 2_147_483_648 }],
  ["part=4096", { partBytes: 4096 }],
  ["line=1k", { lineBytes: 1024 }],
  ["rows=2000000", { rows: 2_000_000 }],
  ["cells=200,000,000", { cells: 200_000_000 }],
  ["text=1_000_000", { textLength: 1_000_000 }],
  ["ratio=.001", { ratio: 0.001 }],
  ["ratio=0", { ratio: 0 }],
])("--limit %s", (text, changed) => {
  expect(chooseLimits([writtenLimit(text)])).toEqual({ limits: { ...defaultLimits, ...changed }, diagnostics: [] });
});

it.each([
  ["row=5", "cli/unknown-limit"],
  ["__proto__=5", "cli/unknown-limit"],
  ["rows", "cli/bad-limit"],
  ["rows=", "cli/bad-limit"],
  ["rows=0", "cli/bad-limit"],
  ["rows=-5", "cli/bad-limit"],
  ["rows=1e6", "cli/bad-limit"],
  ["rows=99999999999", "cli/bad-limit"],
  ["columns=100000", "cli/bad-limit"],
  ["file=", "cli/bad-limit"],
  ["file=much", "cli/bad-limit"],
  ["file=1PB", "cli/bad-limit"],
  ["ratio=2", "cli/bad-limit"],
  ["ratio=5%", "cli/bad-limit"],
])("--limit %s is refused", (text, code) => {
  const { limits, diagnostics } = chooseLimits([writtenLimit(text)]);
  expect([limits, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]]);
});

it("takes the last of two, so that the command line goes before the project file", () => {
  expect(chooseLimits([writtenLimit("rows=5"), writtenLimit("rows=6")]).limits?.rows).toBe(6);
});

it("has a name for every limit, and a message that names it", () => {
  expect(
    Object.values(namedLimits)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(Object.keys(defaultLimits).sort());
  const hints = Object.values(catalogue).flatMap((entry) => ("hint" in entry ? [entry.hint.en] : []));
  const named = hints.flatMap((text) => /--limit ([{}a-z]+)=/.exec(text)?.[1] ?? []);
  // One message speaks of two limits, of a sheet and of any other part.
  expect([...new Set(named)].sort()).toEqual(
    [...Object.keys(namedLimits).filter((name) => name !== "entry" && name !== "part"), "{name}"].sort(),
  );
});
