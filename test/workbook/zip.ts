import { crc32, deflateRawSync } from "node:zlib";

/** A part of a zip; what is given beside the data is written instead of the truth. */
export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly size?: number;
  readonly checksum?: number;
  readonly encrypted?: boolean;
  /** The data as it is packed already; size and checksum are then those given. */
  readonly packed?: Uint8Array;
  readonly method?: number;
}

/** Writes a zip, so that tests need no library to make one, nor trust one. */
export function zip(parts: readonly ZipPart[] | Readonly<Record<string, string | Uint8Array>>): Buffer {
  const list: readonly ZipPart[] = Array.isArray(parts)
    ? (parts as readonly ZipPart[])
    : Object.entries(parts).map(([name, data]) => ({ name, data }));
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of list) {
    const data = Buffer.from(part.data as string);
    const packed = part.packed ?? (part.stored ? data : deflateRawSync(data));
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (part.encrypted ? 1 : 0), 2);
    common.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(part.checksum ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, central, name]));
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}
