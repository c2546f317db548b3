import { dateOf } from "../formula/calendar.ts";
import type { Result } from "../formula/value.ts";
import { foldWidth } from "../number/width.ts";
import { withoutInvisible } from "../text/invisible.ts";
import { withoutTextMark } from "../text/text-mark.ts";
import type { CellReader } from "./cell-reader.ts";
import type { Site } from "./site.ts";

/** 2026-09-30, 2026/9/30, 2026.9.30, 2026年9月30日, 20260930, each with or without a day of the week and a time behind it. */
const written =
  /^(?:(\d{4})(\d{2})(\d{2})|(\d{4})\s*([-/.年])\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?)(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u;
/** A serial that has become a text: 1954 to 2119, so that no year, month or count is taken for one. */
const serial = /^[2-7]\d{4}$/;
/** No date is longer. */
const longest = 200;
const dayLength = 86_400_000;
/** 9999-12-31. */
const lastSerial = 2_958_465;

/** Dates as ISO days: written ones, and the serials of a workbook that counts from 1900 or from 1904. */
export class DateReader implements CellReader {
  private serials = 0;
  private firstSerial = { row: -1, raw: "", date: "" };

  constructor(private readonly site: Site) {}

  text(text: string): Result {
    if (this.site.isBlank(text)) return this.site.blank();
    if (text.length > longest) return this.site.bad("facts/bad-date", { raw: text });
    const plain = withoutTextMark(foldWidth(withoutInvisible(text)).trim());
    const match = written.exec(plain);
    if (!match) return this.ofSerial(plain) ?? this.site.bad("facts/bad-date", { raw: text });
    const [, year, month, day, year2, , month2, day2] = match;
    const date = dateOf(Number(year ?? year2), Number(month ?? month2), Number(day ?? day2));
    return date ?? this.site.bad("facts/no-such-day", { raw: text });
  }

  number(value: number): Result {
    if (Number.isInteger(value) && value >= 19000101 && value <= 99991231) return this.text(String(value));
    return fromSerial(value, this.site.table.date1904) ?? this.site.bad("facts/bad-date", { raw: value });
  }

  finish(): void {
    const { row, raw, date } = this.firstSerial;
    if (this.serials > 0) this.site.note("facts/date-serials", row, { count: this.serials, raw, date });
  }

  /** What a date becomes in a cell or a file without its format: read as the workbook counts, and said. */
  private ofSerial(text: string): string | undefined {
    const date = serial.test(text) ? fromSerial(Number(text), this.site.table.date1904) : undefined;
    if (date !== undefined && this.serials++ === 0) this.firstSerial = { row: this.site.row, raw: text, date };
    return date;
  }

  boolean(value: boolean): Result {
    return this.site.bad("facts/bad-date", { raw: value ? "TRUE" : "FALSE" });
  }
}

/** Excel counts a 29 February 1900 that never was (serial 60), so that days before it are one off. */
export function fromSerial(value: number, date1904: boolean): string | undefined {
  const serial = Math.floor(value);
  if (date1904)
    return serial >= 0 && serial <= lastSerial - 1462 ? isoDay(Date.UTC(1904, 0, 1) + serial * dayLength) : undefined;
  if (serial < 1 || serial > lastSerial || serial === 60) return undefined;
  return isoDay(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * dayLength);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
