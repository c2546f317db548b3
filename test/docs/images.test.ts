import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pictures } from "../../scripts/pictures.ts";

it("shows what the program prints today; else: npm run docs", async () => {
  for (const [name, svg] of await pictures()) expect(readFileSync(`docs/images/${name}`, "utf8"), name).toBe(svg);
});
