const decoder = new TextDecoder("gb18030");
const codes = new Map();

for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== "\uFFFD" && !codes.has(text)) codes.set(text, [lead, trail]);
  }
}

/** GB18030's one- and two-byte characters, which are GBK: what Chinese Windows writes. Node decodes it but cannot encode it. */
export function encodeGb18030(text) {
  return Buffer.from(
    Array.from(text).flatMap((char) => {
      if (char < "\x80") return [char.charCodeAt(0)];
      const code = codes.get(char);
      if (!code) throw new RangeError(`no two-byte code for ${char}`);
      return code;
    }),
  );
}
