import { less, matches, slash } from "./xml-bytes.ts";

const bang = 0x21;
const minus = 0x2d;
const endOfComment = Buffer.from("-->");
const endOfCdata = Buffer.from("]]>");

/**
 * A part without the prefix of its root element: `<x:row>` of an `<x:worksheet>` becomes `<row>`. The Open XML SDK and
 * ClosedXML, and so many a bank's systems, write that prefix on every element. Other prefixes stay, and so does what is in
 * comments and CDATA. A part whose prefix does not show in its first bytes comes as it is.
 */
export async function* withoutPrefix(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let remover: PrefixRemover | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      if (head.length < headSize) continue;
      bytes = head;
      head = undefined;
      remover = removerFor(bytes);
    }
    yield remover ? remover.remove(bytes) : bytes;
  }
  if (head) {
    remover = removerFor(head);
    yield remover ? remover.remove(head) : head;
  }
  if (remover) yield remover.rest;
}

const headSize = 512;

function removerFor(head: Buffer): PrefixRemover | undefined {
  const start = head.subarray(0, headSize).toString("latin1");
  const match = /^(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>)?\s*<([A-Za-z_][\w.-]{0,30}:)[A-Za-z]/.exec(start);
  return match ? new PrefixRemover(Buffer.from(match[1]!, "latin1")) : undefined;
}

class PrefixRemover {
  /** The end of what came, too short to tell what it begins. */
  rest: Buffer = Buffer.alloc(0);
  /** How the comment or CDATA section ends that we are in. */
  private until: Buffer | undefined;

  constructor(private readonly prefix: Buffer) {}

  /** What came since the last time, as far as it can be told, without the prefix. */
  remove(chunk: Buffer): Buffer {
    const bytes = Buffer.concat([this.rest, chunk]);
    const { prefix } = this;
    const { length } = bytes;
    // Of `bytes`, what is before `to` is done and what is from `from` on is not: the one never passes the other.
    let to = 0;
    let from = 0;
    for (;;) {
      if (this.until) {
        const stop = this.endOfSection(bytes, from);
        bytes.copyWithin(to, from, stop);
        to += stop - from;
        from = stop;
        if (this.until) break;
      }
      for (let code = 0; from < length; from++) {
        code = bytes[from]!;
        if (code === less) break;
        bytes[to++] = code;
      }
      if (length - from < prefix.length + 2) break;
      bytes[to++] = bytes[from++]!;
      if (bytes[from] === slash) bytes[to++] = bytes[from++]!;
      if (matches(bytes, from, prefix)) from += prefix.length;
      else if (bytes[from] === bang) this.until = bytes[from + 1] === minus ? endOfComment : endOfCdata;
    }
    this.rest = Buffer.from(bytes.subarray(from));
    return bytes.subarray(0, to);
  }

  /** The position after the section, or else up to where it surely goes on. */
  private endOfSection(bytes: Buffer, from: number): number {
    const end = bytes.indexOf(this.until!, from);
    if (end < 0) return Math.max(from, bytes.length - this.until!.length + 1);
    this.until = undefined;
    return end + endOfComment.length;
  }
}
