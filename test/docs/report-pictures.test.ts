import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reportPictureNames } from "../../scripts/report-scenes.ts";

const images = "docs/images";
const pictures = readdirSync(images).filter((name) => name.endsWith(".png"));
const documents = ["README.md", "README.zh-CN.md", ...readdirSync("docs").map((name) => `docs/${name}`)];

it("has every picture that the script makes, and none that it does not; else: npm run pictures", () => {
  expect(pictures.sort()).toEqual(reportPictureNames().sort());
});

it("keeps them small", () => {
  const sizes = pictures.map((name) => statSync(join(images, name)).size);
  expect(Math.max(...sizes)).toBeLessThan(200_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});

it("shows in the documents only pictures that are there, and every picture somewhere", () => {
  const shown = documents
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/images\/([\w.-]+\.(?:png|svg))/g)].map((one) => one[1]!),
    );
  const there = readdirSync(images);
  expect(shown.filter((name) => !there.includes(name))).toEqual([]);
  expect(pictures.filter((name) => !shown.includes(name))).toEqual([]);
});
