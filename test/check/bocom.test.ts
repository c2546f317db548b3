import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRulebook } from "../../src/check/check.ts";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { loadRulebook, shippedDir, shippedRulebooks } from "../../src/rulebook/load.ts";

async function found(id: string): Promise<string[]> {
  const { rulebook, document, places, text = "", diagnostics } = await loadRulebook(id);
  expect(diagnostics).toEqual([]);
  if (!rulebook || !document || !places) throw new Error(`${id} does not load`);
  const lines = text.split("\n");
  return checkRulebook(rulebook, document, places).map(({ code, location, args }) => {
    const { file, line = 1, column = 1, endColumn = 1 } = location as SpanLocation;
    expect(file).toBe(`rules/${id}.yml`);
    const words = [args.higher, args.lower, args.value, args.tiers].flatMap((one) => {
      return one === undefined ? [] : [typeof one === "object" ? (one as { zh: string }).zh : String(one)];
    });
    // Whatever precedes it on its line tells the clause; the span is what is odd.
    return `${code} «${lines[line - 1]?.slice(column - 1, endColumn - 1)}» ${words.join(" ")}`.trim();
  });
}

describe("the policy's own oddities are found, and nothing else", () => {
  it("bocom-nanchang has exactly its six", async () => {
    expect(await found("bocom-nanchang")).toEqual([
      "check/small-step «loans >= 1.8亿» 一级客户经理 二级客户经理",
      "check/rising-line «settlement >= 1000万 USD» 三级客户经理 四级客户经理",
      "check/equal-line «new_deposits >= 1500万» 三级客户经理 四级客户经理",
      "check/tier-without-standing «{id: on_post, label: {zh: 在岗及格线, en: Pass line to stay in post}, that: post_deposits >= post_line at current, cite: 第九条二}» 高级客户经理、一级客户经理、二级客户经理、三级客户经理、四级客户经理",
      "check/shared-grade «9» 四级客户经理 见习客户经理 9",
      "check/not-nested «new_deposits»",
    ]);
  });

  it("at the lines of the clauses", async () => {
    const { rulebook, document, places, text = "" } = await loadRulebook("bocom-nanchang");
    if (!rulebook || !document || !places) throw new Error("does not load");
    const lines = text.split("\n");
    const own = checkRulebook(rulebook, document, places).map(
      ({ location }) => lines[((location as SpanLocation).line ?? 1) - 1],
    );
    const clauses = [
      "第十一条二3(1)b",
      "fourth-settlement-currency:",
      "第十一条二5(1)d",
      "id: on_post",
      "trainee: 9}",
      "new_deposits: ",
    ];
    for (const [index, clause] of clauses.entries()) expect(own[index]).toContain(clause);
  });

  it("the others are clean", async () => {
    const others = (await shippedRulebooks()).filter((id) => id !== "bocom-nanchang");
    expect(others.length).toBeGreaterThanOrEqual(11);
    expect(others).toEqual(
      readdirSync(shippedDir)
        .flatMap((file) => (/^[^.]+\.yml$/.test(file) && !file.startsWith("bocom") ? [file.slice(0, -4)] : []))
        .sort(),
    );
    for (const id of others) expect([id, ...(await found(id))]).toEqual([id]);
  });
});
