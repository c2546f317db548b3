import { constants, deflateRaw, deflateRawSync } from "node:zlib";

/** Bytes that a block holds. */
export const blockSize = 256 * 1024;
/** More blocks at work than these, and whoever writes them should wait. */
const enough = 4;
/** With so many at work the next is compressed at once: somebody writes without ever waiting. */
const most = 16;

/**
 * Compresses blocks on Node's own threads while the program makes the next ones: the longest sheet of 10,000 people has
 * 150 MB. Quickly rather than well: a slower level takes longer than all the rest of a long workbook.
 */
export class Compressor {
  private working = 0;
  private failure: Error | undefined;
  private waiting: { readonly until: number; wake(): void } | undefined;
  private readonly free: Buffer[] = [];

  /** A block to fill, which was used before where there is one. */
  block(): Buffer {
    return this.free.pop() ?? Buffer.allocUnsafeSlow(blockSize);
  }

  /**
   * What bytes compress to, told to `done` sooner or later. Each ends at a whole byte: one after another they are one
   * stream, of which `final` is the end. A block comes back to be filled again.
   */
  compress(
    bytes: Uint8Array,
    final: boolean,
    block: Buffer | undefined,
    done: (packed: Uint8Array<ArrayBuffer>) => void,
  ): void {
    const options = { level: 1, finishFlush: final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH };
    if (this.working >= most) {
      const packed = deflateRawSync(bytes, options);
      if (block) this.free.push(block);
      done(packed);
      return;
    }
    this.working++;
    deflateRaw(bytes, options, (error, packed) => {
      this.working--;
      if (block) this.free.push(block);
      if (error) this.failure ??= error;
      else done(packed);
      if (this.waiting && (this.failure || this.working <= this.waiting.until)) this.waiting.wake();
    });
  }

  /** There is more at work than the threads can take at once. */
  get isBusy(): boolean {
    return this.working > enough;
  }

  /** Waits until no more than so many blocks are at work; with 0, until all is done. */
  async settle(until = enough): Promise<void> {
    if (this.working > until) {
      await new Promise<void>((wake) => {
        this.waiting = { until, wake };
      });
      this.waiting = undefined;
    }
    if (this.failure) throw this.failure;
  }
}
