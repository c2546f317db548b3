import { grouped } from "../number/grouped.ts";
import { cut } from "../report/text-width.ts";
import type { Lang, Text } from "../text/text.ts";
import type { ReadingProgress } from "../workbook/reading-progress.ts";
import type { Output } from "./io.ts";

/** Milliseconds before anything is shown, so that a short run does not flash, and between two showings. */
const patience = 300;
const interval = 100;
/** Before so much of the time or the bytes has gone, what is left is anyone's guess. */
const leastTime = 1000;
const leastShare = 0.02;

/**
 * How far long work has come: one line on standard error, overwritten in place, and wiped before anything else is said. It is
 * asked whenever something has moved, and shows at most ten times a second.
 */
export class Progress {
  private readonly start: number;
  private last = Number.NEGATIVE_INFINITY;
  private shown = false;

  /** @param now milliseconds, of any clock that does not run back */
  constructor(
    private readonly stream: Output,
    private readonly lang: Lang,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.start = now();
  }

  /** Files and rows read so far, and the seconds left by the bytes that are. */
  reading({ file, index, count, rows, bytes, total }: ReadingProgress): void {
    const time = this.now();
    if (time - this.start < patience || time - this.last < interval) return;
    const zh = this.lang === "zh";
    const share = total > 0 ? bytes / total : 0;
    const left = secondsLeft(time - this.start, share);
    const parts = [
      `${zh ? "读取" : "reading"} ${index + 1}/${count}`,
      ...(rows > 0 ? [zh ? `${grouped(String(rows))} 行` : `${grouped(String(rows))} rows`] : []),
      ...(left === undefined ? [] : [zh ? `约剩 ${left} 秒` : `about ${left} s left`]),
      file,
    ];
    this.show(parts.join("  "), time);
  }

  /** Work that begins, or how many of how many are done. */
  phase(work: Text, done?: number, of?: number): void {
    const time = this.now();
    if (time - this.start < patience) return;
    if (done !== undefined && done > 0 && time - this.last < interval) return;
    const share = done === undefined || of === undefined ? "" : ` ${grouped(String(done))}/${grouped(String(of))}`;
    this.show(`${work[this.lang]}${share}`, time);
  }

  /** True: there was a line, and it is gone. */
  clear(): boolean {
    if (!this.shown) return false;
    this.shown = false;
    this.stream.write("\r\u001b[K");
    return true;
  }

  /** The rest of the line is wiped after the text, not before: a line that is empty for a moment flickers. */
  private show(text: string, time: number): void {
    this.last = time;
    this.shown = true;
    this.stream.write(`\r${cut(text, Math.max((this.stream.columns ?? 80) - 1, 20))}\u001b[K`);
  }
}

/** By the share of the bytes that is done; undefined while nobody can tell. */
export function secondsLeft(elapsed: number, share: number): number | undefined {
  if (elapsed < leastTime || share < leastShare) return undefined;
  return Math.max(1, Math.round((elapsed * (1 - Math.min(share, 1))) / share / 1000));
}
