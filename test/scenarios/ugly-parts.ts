import type { UglyCell } from "./ugly-book.ts";

export type Row = readonly UglyCell[];
export type Quarter = Readonly<Record<string, readonly Row[]>>;
export type Ugly = (quarter: Quarter) => Readonly<Record<string, Uint8Array>>;

/** A decimal's point moved, exactly. */
export function shift(value: number | string, by: number): string {
  const text = typeof value === "number" ? String(value) : value;
  const negative = text.startsWith("-");
  const [whole = "", part = ""] = text.replace("-", "").split(".");
  const pad = "0".repeat(Math.abs(by));
  const digits = by < 0 ? pad + whole + part : whole + part + pad;
  const point = by < 0 ? pad.length + whole.length + by : whole.length + by;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return (negative ? "-" : "") + (left || "0") + (right ? `.${right}` : "");
}

export function mapColumn(rows: readonly Row[], header: string, map: (cell: never, row: number) => UglyCell): Row[] {
  const at = rows[0]!.indexOf(header);
  return rows.map((row, index) =>
    index === 0 || at < 0 ? row : row.map((cell, i) => (i === at ? map(cell as never, index) : cell)),
  );
}

export function mapMoney(rows: readonly Row[], map: (value: number) => UglyCell): Row[] {
  return rows.map((row, index) =>
    index === 0 ? row : row.map((cell, at) => (/元\)$/.test(String(rows[0]![at])) ? map(cell as number) : cell)),
  );
}

export function csvOf(rows: readonly Row[]): string {
  return rows
    .map(
      (row) =>
        `${row.map((c) => (/[",\n]/.test(String(c)) ? `"${String(c).replaceAll('"', '""')}"` : String(c))).join(",")}\r\n`,
    )
    .join("");
}
export function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}
let codes: Map<string, readonly number[]> | undefined;
export function gb18030(text: string): Buffer {
  if (!codes) {
    codes = new Map();
    const decoder = new TextDecoder("gb18030");
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : (codes!.get(char) ?? []))));
}
