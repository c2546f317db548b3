import fc from "fast-check";
import { expect, it } from "vitest";
import { IdCodes } from "../../src/facts/id-codes.ts";

const id = fc.oneof(
  fc.stringMatching(/^[A-Z]{0,2}\d{1,15}$/),
  fc.stringMatching(/^\d{1,3}\.\d{1,2}$/),
  fc.string(),
  fc.constantFrom("C0000001", "C000001", "C1", "1", "01", "001", "客户1", "4294967297", "1000000000000001"),
);

it("gives equal ids one number and others another, from 0 up, and the text back", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 300 }), fc.nat(2000), (ids, room) => {
      const codes = new IdCodes();
      if (room > 1000) codes.reserve(room);
      const numbers = new Map<string, number>();
      for (const one of ids) {
        const code = codes.code(one);
        expect(code).toBe(numbers.get(one) ?? numbers.size);
        numbers.set(one, code);
      }
      expect(codes.size).toBe(numbers.size);
      for (const [one, code] of numbers) expect(codes.text(code)).toBe(one);
    }),
  );
});

it("knows an id of digits behind a word by its word, their count and their number", () => {
  const codes = new IdCodes();
  const seven = codes.tagOf("C", 7);
  expect(codes.codeOf(seven, 12)).toBe(codes.code("C0000012"));
  expect(codes.codeOf(codes.tagOf("C", 2), 12)).not.toBe(codes.code("C0000012"));
  expect(codes.text(codes.codeOf(codes.tagOf("", 6), 353))).toBe("000353");
});

it("numbers a hundred thousand, and as many words before digits as there are", () => {
  const codes = new IdCodes();
  const given = Array.from({ length: 100_000 }, (_, n) => codes.code(`C${n}`));
  expect(given).toEqual(given.map((_, n) => n));
  for (let n = 0; n < 400; n++) codes.code(`W${String.fromCharCode(0x4e00 + n)}7`);
  expect(codes.size).toBe(100_400);
  expect(codes.tagOf("another", 1)).toBe(0);
  expect(codes.text(codes.code("C99999"))).toBe("C99999");
  expect(codes.text(100_399)).toBe(`W${String.fromCharCode(0x4e00 + 399)}7`);
});
