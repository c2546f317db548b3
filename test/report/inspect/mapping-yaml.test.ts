import { expect, it } from "vitest";
import { parse } from "yaml";
import { renderMapping } from "../../../src/report/inspect/mapping-yaml.ts";

it("keeps what is mapped, adds what is suggested, and lists what is left in comments", () => {
  const text = renderMapping(
    [{ what: "年末台账", name: "deposits" }],
    [
      { what: "年末台账", name: "loans", among: [] },
      { what: "全年平均(万元)", name: "deposits.average", among: [] },
      { what: "备注", name: undefined, among: ["deposits.last_year", "deposits.negotiated"] },
    ],
  );
  expect(text).toBe(`mapping:
  年末台账: [deposits, loans]
  全年平均(万元): deposits.average
  # 备注: deposits.last_year | deposits.negotiated
`);
});

it.each([
  "2026",
  "a: b",
  "# 号",
  "yes",
  "'日均'",
  'say "x"',
  "- 存款",
  "存款 (2)",
  "{a}",
  "q.xlsx!存款",
  "*必填",
  "a\nb",
])("writes the key %j so that YAML reads it back", (what) => {
  const text = renderMapping([], [{ what, name: "deposits", among: [] }]);
  expect(parse(text)).toEqual({ mapping: { [what]: "deposits" } });
});

it("is empty where there is nothing to map", () => expect(renderMapping([], [])).toBe(""));
