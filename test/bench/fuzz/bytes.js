/** Edits that know nothing of a format. Each takes a buffer and gives another. */
const edits = [
  /** Some bytes changed. */
  (bytes, random) => {
    for (let count = 1 + random.below(20); count > 0; count--) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  /** One bit. */
  (bytes, random) => {
    bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    return bytes;
  },
  /** A run of one byte. */
  (bytes, random) => {
    const at = random.below(bytes.length);
    return bytes.fill(random.pick([0, 0xff, 0x20, 0x22, 0x3c]), at, Math.min(bytes.length, at + 1 + random.below(64)));
  },
  /** Numbers where lengths and counts may be. */
  (bytes, random) => {
    const at = random.below(Math.max(1, bytes.length - 4));
    if (at + 4 <= bytes.length)
      bytes.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, 65_536]), at);
    return bytes;
  },
  /** Cut off. */
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  /** A run left out. */
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(300))]);
  },
  /** A run twice. */
  (bytes, random) => {
    const at = random.below(bytes.length);
    const end = at + 1 + random.below(2000);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end)]);
  },
  /** Noise put in. */
  (bytes, random) => {
    const at = random.below(bytes.length);
    const noise = Buffer.from(Array.from({ length: 1 + random.below(40) }, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
];

/** @param {Buffer} bytes */
export function editBytes(bytes, random) {
  let edited = Buffer.from(bytes);
  for (let count = 1 + random.below(3); count > 0 && edited.length > 0; count--) {
    edited = random.pick(edits)(edited, random);
  }
  return edited;
}
