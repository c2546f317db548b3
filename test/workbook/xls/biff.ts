/** Old workbooks, record by record (MS-XLS) in a compound file (MS-CFB), so that every byte of a quirk is known. */
export interface BiffSheet {
  readonly name: string;
  /** 0 visible, 1 hidden, 2 hidden for good. */
  readonly state?: number;
  /** 0 worksheet, 2 chart. */
  readonly kind?: number;
  readonly records: readonly Buffer[];
}

export interface BiffBook {
  readonly sheets: readonly BiffSheet[];
  readonly date1904?: boolean;
  /** Number formats of the file's own, by number. */
  readonly formats?: Readonly<Record<number, string>>;
  /** The number format of each cell style. */
  readonly styles?: readonly number[];
  /** Shared texts. */
  readonly texts?: readonly Buffer[];
  /** Further records of the workbook's own part. */
  readonly more?: readonly Buffer[];
}

export function record(type: number, ...data: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(data.map((part) => (Buffer.isBuffer(part) ? part : words(...part))));
  return Buffer.concat([words(type, body.length), body]);
}

/** 16-bit little-endian. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16LE(value & 0xffff, at * 2);
  });
  return bytes;
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** A text with its length before it in so many bytes. */
export function wide(text: string, lengthBytes: 1 | 2 = 2): Buffer {
  const head = lengthBytes === 1 ? Buffer.from([text.length]) : words(text.length);
  return Buffer.concat([head, Buffer.from([1]), Buffer.from(text, "utf16le")]);
}

/** Row and column from 0, then the style. */
export const cells = {
  number: (row: number, column: number, value: number, style = 0) =>
    record(0x0203, [row, column, style], double(value)),
  /** An RK number: bit 0 by a hundred, bit 1 an integer. */
  short: (row: number, column: number, raw: number, style = 0) => record(0x027e, [row, column, style], dword(raw)),
  shorts: (row: number, column: number, ...raws: readonly number[]) =>
    record(0x00bd, [row, column], ...raws.flatMap((raw) => [words(0), dword(raw)]), [column + raws.length - 1]),
  shared: (row: number, column: number, index: number) => record(0x00fd, [row, column, 0], dword(index)),
  label: (row: number, column: number, text: string) => record(0x0204, [row, column, 0], wide(text)),
  boolean: (row: number, column: number, value: boolean) => record(0x0205, [row, column, 0, value ? 1 : 0]),
  error: (row: number, column: number, code: number) => record(0x0205, [row, column, 0, 0x0100 | code]),
  /** A formula `=1` with its stored result: a number, or eight bytes that say of what kind it is. */
  formula: (row: number, column: number, result: Buffer, style = 0) =>
    record(0x0006, [row, column, style], result, [0, 0, 0, 3], Buffer.from([0x1e, 1, 0])),
  string: (text: string) => record(0x0207, wide(text)),
  blank: (row: number, column: number) => record(0x0201, [row, column, 0]),
};

export const results = {
  string: Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]),
  empty: Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff]),
  boolean: (value: boolean) => Buffer.from([1, 0, value ? 1 : 0, 0, 0, 0, 0xff, 0xff]),
  error: (code: number) => Buffer.from([2, 0, code, 0, 0, 0, 0xff, 0xff]),
};

export const hiddenRow = (row: number) => record(0x0208, [row, 0, 5, 0x00ff, 0, 0, 0x0020, 0]);
export const hiddenColumns = (first: number, last: number) => record(0x007d, [first, last, 2000, 0, 1, 0]);
export const merges = (...ranges: readonly (readonly [top: number, bottom: number, left: number, right: number])[]) =>
  record(0x00e5, [ranges.length], ...ranges);

const bofOf = (kind: number) => record(0x0809, [0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 0, 6]);
const eof = record(0x000a);

/** The stream of a workbook of Excel 97. */
export function biff8({ sheets, date1904, formats = {}, styles = [0], texts = [], more = [] }: BiffBook): Buffer {
  const count = words(texts.length, 0);
  const globals = [
    bofOf(5),
    record(0x0042, [1200]),
    record(0x0022, [date1904 ? 1 : 0]),
    ...Object.entries(formats).map(([id, code]) => record(0x041e, [Number(id)], wide(code))),
    ...styles.map((id) => record(0x00e0, [0, id, 0, 0, 0, 0, 0, 0, 0, 0])),
    ...more,
    ...(texts.length > 0 ? [record(0x00fc, count, count, ...texts)] : []),
  ];
  const directory = (starts: readonly number[]) =>
    sheets.map(({ name, state = 0, kind = 0 }, at) =>
      record(0x0085, dword(starts[at] ?? 0), Buffer.from([state, kind]), wide(name, 1)),
    );
  const head = (starts: readonly number[]) => {
    // Where Excel puts them: behind the styles.
    const last = texts.length > 0 ? globals.length - 1 : globals.length;
    return Buffer.concat([...globals.slice(0, last), ...directory(starts), ...globals.slice(last), eof]);
  };
  const parts = sheets.map(({ kind = 0, records }) =>
    Buffer.concat([bofOf(kind === 2 ? 0x20 : 0x10), ...records, eof]),
  );
  let at = head([]).length;
  const starts = parts.map((part) => {
    at += part.length;
    return at - part.length;
  });
  return Buffer.concat([head(starts), ...parts]);
}

/** The stream of a workbook of Excel 5, its texts in a codepage. */
export function biff5(codepage: number, sheet: Buffer, records: readonly Buffer[]): Buffer {
  const bof = (kind: number) => record(0x0809, [0x0500, kind, 0, 0]);
  const head = (start: number) =>
    Buffer.concat([
      bof(5),
      record(0x0042, [codepage]),
      record(0x00e0, Buffer.alloc(16)),
      record(0x0085, dword(start), Buffer.from([0, 0, sheet.length]), sheet),
      eof,
    ]);
  return Buffer.concat([head(head(0).length), bof(0x10), ...records, eof]);
}

/** A compound file with one stream, in the sectors of the mini stream if it is small. */
export function compound(stream: Buffer, name = "Workbook"): Buffer {
  const small = stream.length < 4096;
  const sectors = (bytes: number) => Math.max(1, Math.ceil(bytes / 512));
  const body = Buffer.concat([stream, Buffer.alloc(sectors(stream.length) * 512 - stream.length)]);
  const dataSectors = body.length / 512;
  const [table, directory, miniTable, data] = [0, 1, 2, 3];
  const file = Buffer.alloc(512 * (1 + data + dataSectors));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  words(0x3e, 3, 0xfffe, 9, 6).copy(file, 24);
  const numbers: [number, number][] = [
    [44, 1],
    [48, directory],
    [56, 4096],
    [60, small ? miniTable : 0xfffffffe],
    [64, small ? 1 : 0],
    [68, 0xfffffffe],
    [76, table],
  ];
  for (const [at, value] of numbers) file.writeUInt32LE(value, at);
  file.fill(0xff, 80, 512);
  const at = (sector: number) => 512 * (sector + 1);
  file.fill(0xff, at(table), at(table) + 512);
  const chain = (base: number, first: number, count: number) => {
    for (let index = 0; index < count; index++) {
      file.writeUInt32LE(index === count - 1 ? 0xfffffffe : first + index + 1, base + (first + index) * 4);
    }
  };
  file.writeUInt32LE(0xfffffffd, at(table));
  chain(at(table), directory, 1);
  chain(at(table), miniTable, 1);
  chain(at(table), data, dataSectors);
  file.fill(0xff, at(miniTable), at(miniTable) + 512);
  if (small) chain(at(miniTable), 0, Math.ceil(stream.length / 64));
  const entry = (index: number, title: string, kind: number, start: number, size: number) => {
    const place = at(directory) + index * 128;
    file.write(title, place, "utf16le");
    file.writeUInt16LE(title.length * 2 + 2, place + 64);
    file[place + 66] = kind;
    file.fill(0xff, place + 68, place + 80);
    file.writeUInt32LE(start, place + 116);
    file.writeUInt32LE(size, place + 120);
  };
  entry(0, "Root Entry", 5, small ? data : 0xfffffffe, small ? body.length : 0);
  entry(1, name, 2, small ? 0 : data, stream.length);
  body.copy(file, at(data));
  return file;
}

function dword(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return bytes;
}
