import { describe, expect, it } from "vitest";
import { renderExplainJson } from "../../src/report/explain-json.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderNdjson } from "../../src/report/ndjson.ts";
import { gradedOf, reportOf } from "./build.ts";
import { people } from "./people.ts";

// The next piece is written over the one before.
const text = (pieces: Iterable<Uint8Array>) =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))).toString();
const report = reportOf(people);

describe("JSON", () => {
  const whole = JSON.parse(text(renderJson(report, "zh")));

  it("keeps the contract's fields", () => {
    expect(whole).toMatchObject({
      schema: "dingji/grade@1",
      rulebook: { id: "small-bank", title: "某银行客户经理等级办法", sha256: "ab".repeat(32) },
      period: "2026Q4",
      asOf: "2026-12-31",
      inputs: [
        { file: "quarter.xlsx", sha256: "cd".repeat(32), sheets: [{ name: "客户经理", input: "managers", rows: 3 }] },
      ],
      tiers: [
        { id: "senior", label: "高级客户经理", rank: 3 },
        { id: "first", label: "一级客户经理", rank: 2 },
        { id: "trainee", label: "见习客户经理", rank: 1 },
      ],
      summary: {
        people: 3,
        actions: { promote: 1, keep: 0, demote: 1, confirm: 0, review: 1, leave: 0 },
        matrix: { senior: { first: 1 }, first: { senior: 1 }, trainee: { none: 1 } },
      },
      diagnostics: [
        {
          code: "facts/duplicate-person",
          severity: "error",
          message: "“000003”在“客户经理”里出现了两次",
          location: { file: "quarter.xlsx", sheet: "客户经理", cell: "A4" },
        },
      ],
    });
    expect(whole.results.map((one: { id: string }) => one.id)).toEqual(["000001", "000002", "000003"]);
  });

  it("gives a person with exact decimals, compound nodes with nulls, and what is unknown as null", () => {
    const [, second, third] = whole.results;
    expect(second).toMatchObject({
      id: "000002",
      current: "senior",
      qualified: "first",
      recommended: "first",
      action: "demote",
    });
    expect(second.tiers[0]).toEqual({
      tier: "senior",
      status: "fail",
      criteria: [
        { id: "senior.exam", status: "pass", value: true, threshold: null, gap: null, unit: null, cite: "第十一条" },
        {
          id: "senior.years",
          status: "fail",
          value: "2.99",
          threshold: "3",
          gap: "0.01",
          unit: "year",
          cite: "第十一条一(一)1",
        },
        { id: "senior.business", status: "fail", value: null, threshold: null, gap: null, unit: null, cite: null },
        {
          id: "senior.business.a",
          status: "fail",
          value: null,
          threshold: null,
          gap: null,
          unit: null,
          cite: "第十一条二1(1)a",
        },
        {
          id: "senior.business.a.deposits",
          status: "fail",
          value: "249999999.99",
          threshold: "250000000",
          gap: "0.01",
          unit: "CNY",
          cite: "第十一条二1(1)a",
        },
        {
          id: "senior.business.a.largest_deposit",
          status: "fail",
          value: "90000000",
          threshold: "100000000",
          gap: "10000000",
          unit: "CNY",
          cite: "第十一条二1(1)a",
        },
        {
          id: "senior.business.loans",
          status: "pass",
          value: "400000000",
          threshold: "350000000",
          gap: "0",
          unit: "CNY",
          cite: "第十一条二1(1)b",
        },
        {
          id: "senior.business.settlement",
          status: "fail",
          value: "1000000",
          threshold: "30000000",
          gap: "29000000",
          unit: "USD",
          cite: "第十一条二1(1)c",
        },
      ],
    });
    const choice = third.tiers[1].criteria.slice(-3);
    expect(choice.map((node: object) => Object.values(node).slice(0, 5))).toEqual([
      ["first.business.c", "unknown", null, null, null],
      ["first.business.c.1.settlement", "pass", "20000000", "10000000", "0"],
      ["first.business.c.2.settlement_cny", "unknown", null, "10000000", null],
    ]);
    expect(second.tiers[2]).toEqual({ tier: "trainee", status: "fail", criteria: [] });
    expect(third.diagnostics).toHaveLength(1);
  });

  it("names the next tier and the ways to it, cheapest first; nothing above the top", () => {
    const [first, second] = whole.results;
    expect(first.next).toEqual({ tier: null, missing: [] });
    const years = { id: "senior.years", gap: "0.01", unit: "year", needs: "time" };
    expect(second.next).toEqual({
      tier: "senior",
      missing: [
        {
          criteria: [
            years,
            { id: "senior.business.a.deposits", gap: "0.01", unit: "CNY", needs: "amount" },
            { id: "senior.business.a.largest_deposit", gap: "10000000", unit: "CNY", needs: "amount" },
          ],
        },
        { criteria: [years, { id: "senior.business.settlement", gap: "29000000", unit: "USD", needs: "amount" }] },
      ],
    });
  });

  it("is the same, whatever order the files were named in", () => {
    const [file] = gradedOf(people).files;
    const a = { ...file!, file: "a.csv" };
    const forth = text(renderJson(reportOf(people, undefined, { files: [a, file!] }), "zh"));
    const back = text(renderJson(reportOf(people, undefined, { files: [file!, a] }), "zh"));
    expect(back).toBe(forth);
  });

  it("says so in the language asked for", () => {
    const english = JSON.parse(text(renderJson(report, "en")));
    expect(english.tiers[0].label).toBe("Senior");
    expect(english.results[0].reasons).toEqual(["meets Senior"]);
  });

  it("is valid with nobody in it", () => {
    expect(JSON.parse(text(renderJson(reportOf([]), "zh")))).toMatchObject({ results: [], summary: { people: 0 } });
  });

  it("NDJSON is the same results, one a line", () => {
    const lines = text(renderNdjson(report, "zh")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(whole.results);
  });

  it("an explanation adds every figure with its cells", () => {
    const explained = JSON.parse(renderExplainJson(report, report.people[1]!, "zh"));
    expect(explained.schema).toBe("dingji/explain@1");
    expect(explained.result).toEqual(whole.results[1]);
    expect(explained.figures[0]).toEqual({
      figure: "deposits",
      tier: "senior",
      value: "3",
      unit: "CNY",
      counted: [
        { location: { file: "quarter.xlsx", sheet: "存款", cell: "C3" }, value: "1" },
        { location: { file: "quarter.xlsx", sheet: "存款", cell: "C13" }, value: "2" },
      ],
      leftOut: [{ location: { file: "quarter.xlsx", sheet: "存款", cell: "C99" }, value: "4990000", by: "within" }],
    });
    expect(explained.figures.map(({ figure, tier }: { figure: string; tier: string }) => [figure, tier])).toEqual([
      ["deposits", "senior"],
      ["largest_deposit", "senior"],
      ["loans", null],
      ["settlement", null],
      ["npl", null],
      ["deposits", "first"],
      ["settlement_cny", null],
    ]);
  });
});
