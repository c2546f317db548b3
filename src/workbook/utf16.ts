import { isUtf8 } from "node:buffer";

/** Fewer NULs than these have strayed into another text; so many at least has UTF-16 that is mostly ASCII. */
const [strayShare, plainShare] = [0.01, 0.2];

/**
 * Whether bytes are UTF-16 without a mark, and which: every line break, comma and digit has a NUL, nearly always on one side
 * (一, 最 and the wide blank have it on the other). Undefined for other texts, and for what is no text at all.
 */
export function utf16WithoutMark(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let [even, odd] = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++;
    else odd++;
  }
  const share = Math.max(even, odd) / head.length;
  if (even === odd || share < strayShare || (share < plainShare && isUtf8(head))) return undefined;
  const name = odd > even ? "utf-16le" : "utf-16be";
  if (even > 0 && odd > 0 && !isText(head, name)) return undefined;
  return name;
}

/** Pairs of surrogates are whole, and there is no character that only programs write. */
function isText(head: Uint8Array, name: string): boolean {
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(head, { stream: true });
    return !/[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/u.test(text);
  } catch {
    return false;
  }
}
