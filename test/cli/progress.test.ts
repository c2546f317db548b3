import { describe, expect, it } from "vitest";
import type { Output } from "../../src/cli/io.ts";
import { Progress, secondsLeft } from "../../src/cli/progress.ts";
import type { ReadingProgress } from "../../src/workbook/reading-progress.ts";

/** A terminal that keeps what it is sent, and a clock that is set by hand. */
function world(columns = 80) {
  const written: string[] = [];
  const time = { now: 0 };
  const stream = { columns, write: (text: string) => written.push(text) } as unknown as Output;
  return { written, time, progress: new Progress(stream, "zh", () => time.now) };
}

const state = (more: Partial<ReadingProgress> = {}): ReadingProgress => ({
  file: "东湖.xlsx",
  index: 2,
  count: 300,
  rows: 12_345,
  bytes: 250,
  total: 1000,
  ...more,
});

it("shows file, rows and seconds left, in place, the rest of the line wiped after the text", () => {
  const { written, time, progress } = world();
  time.now = 2000;
  progress.reading(state());
  expect(written).toEqual(["\r读取 3/300  12,345 行  约剩 6 秒  东湖.xlsx\u001b[K"]);
});

it("waits a moment before the first, and between two", () => {
  const { written, time, progress } = world();
  for (const now of [0, 299, 300, 350, 399, 400, 420]) {
    time.now = now;
    progress.reading(state({ rows: 0, bytes: 0 }));
  }
  expect(written.length).toBe(2);
});

it("never takes more than the line, Chinese letters being two columns wide", () => {
  const { written, time, progress } = world(30);
  time.now = 500;
  progress.reading(state({ file: "很长的文件名".repeat(9), bytes: 0 }));
  expect(written).toEqual(["\r读取 3/300  12,345 行  很长…\u001b[K"]);
});

it("is wiped once, and only if it was shown", () => {
  const { written, time, progress } = world();
  expect(progress.clear()).toBe(false);
  time.now = 500;
  progress.phase({ zh: "评定", en: "grading" }, 200, 10_000);
  expect([progress.clear(), progress.clear()]).toEqual([true, false]);
  expect(written).toEqual(["\r评定 200/10,000\u001b[K", "\r\u001b[K"]);
});

describe("seconds left", () => {
  it.each([
    [500, 0.5, undefined],
    [5000, 0.01, undefined],
    [2000, 0.5, 2],
    [10_000, 0.1, 90],
    [10_000, 1, 1],
    [10_000, 1.2, 1],
  ])("after %d ms and %d of the bytes: %s", (elapsed, share, left) => {
    expect(secondsLeft(elapsed, share)).toBe(left);
  });
});
