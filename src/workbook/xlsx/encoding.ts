import { TextDecoder } from "node:util";

/** What a part's first bytes say of its encoding, as `TextDecoder` names it: `utf-8` unless there is a mark or a declaration. */
export function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    head.subarray(0, 256).toString("latin1"),
  );
  return declaration?.[1]?.toLowerCase() ?? "utf-8";
}

/** Undefined when the declared encoding is not one that is known. */
export function decoderOf(head: Buffer): TextDecoder | undefined {
  try {
    return new TextDecoder(encodingOf(head), { fatal: true });
  } catch {
    return undefined;
  }
}
