import { expect, it } from "vitest";
import { catalogue } from "../../src/diagnostic/catalogue.ts";
import { isOfData, plainArguments } from "../../src/mask/mask-diagnostic.ts";

/** Arguments that may hold what stands in a cell, and that `maskArgument` knows how to mask. */
const masked = ["date", "id", "ids", "meant", "raw"];

it("knows of every argument of a message about data whether it may name anybody: add new ones to one list", () => {
  const ofData = Object.entries(catalogue).filter(([code]) => isOfData(code));
  const used = ofData.flatMap(([, { zh, en, ...rest }]) => {
    const texts = [zh, en, ...("hint" in rest ? [rest.hint.zh, rest.hint.en] : [])];
    return texts.flatMap((text) => [...text.matchAll(/\{([a-z][A-Za-z]*)\}/g)].map(([, name]) => name!));
  });
  const unknown = [...new Set(used)].filter((name) => !plainArguments.has(name) && !masked.includes(name));
  expect(unknown).toEqual([]);
  expect([...plainArguments].filter((name) => !used.includes(name))).toEqual([]);
  expect(masked.filter((name) => plainArguments.has(name))).toEqual([]);
});
