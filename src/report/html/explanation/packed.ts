import { deflateSync, strToU8 } from "fflate";

/**
 * JSON for the page's own program, packed: explanations repeat themselves, and ten thousand of them would make a file that
 * no mail takes. Base64 is text that ends no element. The packing is our own package's: every machine packs alike.
 */
export function packed(json: string): string {
  return Buffer.from(deflateSync(strToU8(json), { level: 6 })).toString("base64");
}
