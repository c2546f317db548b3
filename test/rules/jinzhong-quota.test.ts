import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemsDir } from "../../scripts/make-system-fixtures.ts";
import { loadRulebookText, shippedDir } from "../../src/rulebook/load.ts";
import { gradeSystem } from "./grade-system.ts";

const file = (name: string) => ({ name, path: join(systemsDir, "jinzhong-tobacco", name) });

async function quotasOf(name: string, base: "graded" | "all") {
  const path = join(shippedDir, "jinzhong-tobacco.yml");
  const text = readFileSync(path, "utf8").replace("base: graded", `base: ${base}`);
  const { rulebook } = await loadRulebookText(path, new TextEncoder().encode(text));
  if (!rulebook) throw new Error(path);
  const { quotas, recommendations, facts } = await gradeSystem(rulebook, [file(name)], "2026");
  const id = (index: number) => facts.people[index]?.id;
  return {
    tiers: quotas.map(({ tier, base: counted, seats, holders, over, open }) => {
      return [tier.id, counted, seats, holders, over.map(id), open.map(id)];
    }),
    flagged: recommendations.flatMap((one) => (one.overQuota ? [id(one.personIndex)] : [])),
    reviewed: recommendations.flatMap((one) => (one.action === "review" ? [id(one.personIndex)] : [])),
  };
}

/** The article's own roster (6, 36, 18 and 11 trainees) against its own caps of 20, 50 and 30 %. */
describe("the article's 71 people", () => {
  it("break the cap of 50 % among the 60 who are graded: 36 are 60 %", async () => {
    const six = ["J206", "J205", "J204", "J203", "J202", "J201"];
    expect(36 / 60).toBe(0.6);
    expect(await quotasOf("article-roster.xlsx", "graded")).toEqual({
      tiers: [
        ["senior", 60, 12, 6, [], []],
        ["middle", 60, 30, 36, six, []],
        ["junior", 60, 18, 18, [], []],
      ],
      flagged: [...six].reverse(),
      reviewed: [],
    });
  });

  it("break it among all 71 too: 36 are 50.70 %", async () => {
    expect(((36 / 71) * 100).toFixed(2)).toBe("50.70");
    expect(await quotasOf("article-roster.xlsx", "all")).toEqual({
      tiers: [
        ["senior", 71, 14, 6, [], []],
        ["middle", 71, 35, 36, ["J201"], []],
        ["junior", 71, 21, 18, [], []],
      ],
      flagged: ["J201"],
      reviewed: [],
    });
  });
});

describe("a year of twelve people", () => {
  it("names who is beyond the seats, and lowers nobody; who meets no tier takes no seat", async () => {
    expect(await quotasOf("2026.xlsx", "graded")).toEqual({
      tiers: [
        ["senior", 8, 1, 2, ["T002"], []],
        ["middle", 8, 4, 3, [], []],
        ["junior", 8, 2, 3, ["T007"], []],
      ],
      flagged: ["T002", "T007"],
      reviewed: ["T006", "T009", "T012"],
    });
  });
});
