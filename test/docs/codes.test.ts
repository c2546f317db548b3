import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codesPage, type Examples } from "../../scripts/codes-page.ts";
import { type Code, catalogue } from "../../src/diagnostic/catalogue.ts";
import { hint, message } from "../../src/diagnostic/diagnostic.ts";

const examples = JSON.parse(readFileSync("docs/code-examples.json", "utf8")) as Examples;

it("has an example of every code, and of no other", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(catalogue).sort());
});

it("is what npm run docs makes of them", () => {
  expect(readFileSync("docs/codes.md", "utf8")).toBe(codesPage(examples));
});

it.each(Object.keys(catalogue) as Code[])("%s: the example fills every place of the message and the hint", (code) => {
  const diagnostic = { code, severity: catalogue[code].severity, args: examples[code]?.args ?? {} };
  for (const lang of ["zh", "en"] as const) {
    const text = `${message(diagnostic, lang)} ${hint(diagnostic, lang) ?? ""}`;
    expect(text).not.toMatch(/undefined|\[object/);
    const places = Object.keys(diagnostic.args).map((name) => `{${name}}`);
    expect(places.filter((place) => text.includes(place))).toEqual([]);
    expect(text.match(/\{[a-z][A-Za-z]*\}/g) ?? []).toEqual([]);
  }
});
