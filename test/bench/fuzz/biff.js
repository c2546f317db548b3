/** Edits of the records of an old workbook. Its stream lies in whole sectors, one after the other, in the files used here. */
const types = [
  0x0006, 0x0203, 0x0204, 0x00fd, 0x027e, 0x00bd, 0x0205, 0x00e5, 0x00fc, 0x003c, 0x0085, 0x0809, 0x000a, 0x002f,
];

export function editRecords(bytes, random) {
  const edited = Buffer.from(bytes);
  const start = edited.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
  const records = [];
  for (let at = start; at >= 0 && at + 4 <= edited.length; ) {
    const length = edited.readUInt16LE(at + 2);
    if (edited.readUInt16LE(at) === 0) break;
    records.push({ at, length });
    at += 4 + length;
  }
  for (let count = 1 + random.below(4); count > 0 && records.length > 0; count--) {
    const { at, length } = random.pick(records);
    const inside = at + 4 + random.below(Math.max(1, length));
    const kind = random.below(5);
    if (kind === 0) edited.writeUInt16LE(random.pick(types), at);
    else if (kind === 1) edited.writeUInt16LE(random.pick([0, 1, 0xffff, 8224, length + 4]), at + 2);
    else if (kind === 2 && inside < edited.length) edited[inside] = random.below(256);
    else if (kind === 3 && inside + 4 <= edited.length)
      edited.writeUInt32LE(random.pick([0xffffffff, 0x7fffffff, 0, 1]), inside);
    else {
      const other = random.pick(records);
      edited.copy(edited, at, other.at, Math.min(other.at + 4 + Math.min(length, other.length), edited.length));
    }
  }
  return edited;
}
