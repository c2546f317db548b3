import fc from "fast-check";
import { expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { JsonBytes } from "../../src/report/json-bytes.ts";

const written = (write: (out: JsonBytes) => void): string => {
  const out = new JsonBytes();
  write(out);
  return String(out);
};

it.each([
  "",
  "经理100",
  'a "b"',
  "a\\b",
  "two\nlines",
  "\u0000\u001f\u007f\u0080",
  "\u07ff\u0800\u2028\uffff",
  "𠀀",
  "\ud800 alone",
  "a text of more than twenty characters, quoted as it is",
])("quotes %j as JSON.stringify does", (text) => {
  expect(written((out) => out.string(text))).toBe(JSON.stringify(text));
});

it("quotes any texts, one after the other", () => {
  const texts = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("员", '"', "\t")));
  fc.assert(
    fc.property(texts, (list) => {
      expect(written((out) => out.strings(list))).toBe(JSON.stringify(list));
    }),
  );
});

it("writes null where there is none", () => {
  expect(written((out) => out.stringOrNull(undefined))).toBe("null");
  expect(written((out) => out.stringOrNull("a"))).toBe('"a"');
  expect(written((out) => out.value(undefined))).toBe("null");
  expect(written((out) => out.value("高中\n"))).toBe('"高中\\n"');
  expect(written((out) => out.value(true))).toBe("true");
  expect(written((out) => out.value(Exact.of(-5, 100)))).toBe('"-0.05"');
  expect(written((out) => out.value(Exact.of(1, 3)))).toBe('"0.33333333333333333333"');
});
