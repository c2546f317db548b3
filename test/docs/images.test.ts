import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
// Loaded here rather than by the test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-grade.ts";
import { pictures } from "../../scripts/pictures.ts";

it("shows what the program prints today; else: npm run docs", async () => {
  for (const [name, svg] of await pictures()) expect(readFileSync(`docs/images/${name}`, "utf8"), name).toBe(svg);
});
