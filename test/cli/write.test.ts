import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { gatherPieces } from "../../src/cli/gather-pieces.ts";
import { write } from "../../src/cli/write.ts";

function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`${code}: it broke`), { code }));
    },
  });
}

it("waits for a slow reader", async () => {
  const taken: string[] = [];
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      setImmediate(() => {
        taken.push(String(chunk));
        done();
      });
    },
  });
  await write(slow, "one");
  expect(taken).toEqual(["one"]);
});

it.each(["EPIPE", "ERR_STREAM_DESTROYED"])("takes %s for a reader that has gone, time and again", async (code) => {
  const gone = failing(code);
  await expect(write(gone, "one")).resolves.toBeUndefined();
  await expect(write(gone, "two")).resolves.toBeUndefined();
});

it("rejects on anything else", async () => {
  await expect(write(failing("ENOSPC"), "one")).rejects.toThrow("ENOSPC: it broke");
});

it("gathers small pieces and loses none", () => {
  const pieces = Array.from({ length: 5000 }, (_, index) => `${index} ${"x".repeat(200)}\n`);
  const gathered = [...gatherPieces(pieces)];
  expect(gathered.join("")).toBe(pieces.join(""));
  expect(gathered.length).toBeLessThan(10);
  expect([...gatherPieces([])]).toEqual([]);
});

it("lets bytes through in their place", () => {
  const bytes = new Uint8Array([1, 2]);
  expect([...gatherPieces(["a", "b", bytes, "c"])]).toEqual(["ab", bytes, "c"]);
});
