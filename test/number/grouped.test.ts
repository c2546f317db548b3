import { expect, it } from "vitest";
import { grouped } from "../../src/number/grouped.ts";

it.each([
  ["0", "0"],
  ["999", "999"],
  ["1000", "1,000"],
  ["-999.5", "-999.5"],
  ["-1000", "-1,000"],
  ["1234567.8901", "1,234,567.8901"],
])("%s: %s", (text, shown) => expect(grouped(text)).toBe(shown));
