import fc from "fast-check";
import { expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import { Utf8Bytes } from "../../src/report/utf8-bytes.ts";
import { Compressor } from "../../src/report/xlsx/compressor.ts";

it("writes any text as Node encodes it, lone surrogates as �", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 8 }), (texts) => {
      const out = new Utf8Bytes();
      for (const text of [...texts, "\ud800", "经理é𠀀"]) out.text(text);
      const wanted = [...texts, "\ud800", "经理é𠀀"].map((text) => Buffer.from(text));
      expect(Buffer.from(out.view(0))).toEqual(Buffer.concat(wanted));
    }),
  );
});

it.each([0, 9, 10, 99, 100, 1_048_576, 2_147_483_647])("writes the number %i", (count) => {
  const out = new Utf8Bytes();
  out.count(count);
  expect(out.toString()).toBe(String(count));
});

it("begins anew in the same memory once a piece was taken, however far it grew", () => {
  const out = new Utf8Bytes();
  const pieces = ["経".repeat(50_000), "b", "", "c".repeat(200_000)];
  let first: Uint8Array | undefined;
  for (const piece of pieces) {
    out.text(piece);
    const taken = out.take();
    expect(Buffer.from(taken).toString()).toBe(piece);
    first ??= taken;
    if (piece === "b") expect(first[0]).toBe(0x62);
    expect([out.length, String(out)]).toEqual([0, ""]);
  }
});

it("divides and rounds down, whether by doubles or by big integers", () => {
  const amount = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.constantFrom(1n, 100n, 7n));
  const small = fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.constantFrom(1n, 100n, 7n));
  fc.assert(
    fc.property(fc.oneof(amount, small), fc.oneof(amount, small), ([n, d], [otherN, otherD]) => {
      const share = Exact.of(n, d).shareOf(Exact.of(otherN, otherD), 10_000);
      if (otherN === 0n) {
        expect(share).toBeUndefined();
        return;
      }
      const [top, bottom] = otherN < 0n ? [-n * otherD, d * -otherN] : [n * otherD, d * otherN];
      const scaled = top * 10_000n;
      const floor = scaled / bottom - (scaled < 0n && scaled % bottom !== 0n ? 1n : 0n);
      expect(share?.equals(Exact.of(floor, 10_000n))).toBe(true);
    }),
  );
});

it("compresses as many blocks as it is given, and tells of each", async () => {
  const compressor = new Compressor();
  const told: number[] = [];
  for (let at = 0; at < 40; at++)
    compressor.compress(Buffer.from(`block ${at}`), false, undefined, () => told.push(at));
  await compressor.settle(0);
  expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at));
});
