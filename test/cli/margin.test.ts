import { expect, it } from "vitest";
import { parseMargin } from "../../src/cli/margin.ts";

it.each([
  ["5%", "0.05"],
  ["0.05", "0.05"],
  ["５％", "0.05"],
  ["0", "0"],
  ["100%", "1"],
  ["2.5%", "0.025"],
])("reads a margin of %s", (text, expected) => {
  expect(parseMargin(text)?.toString()).toBe(expected);
});

it.each(["5", "101%", "-1%", "5万", "5元", "3年", "", "five"])("refuses a margin of %s", (text) => {
  expect(parseMargin(text)).toBeUndefined();
});
