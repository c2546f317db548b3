import type { Exact } from "../number/exact.ts";

/** Days as `YYYY-MM-DD`, of the proleptic Gregorian calendar, years 1 to 9999. */

/** The day, or undefined where there is none (30 February, month 13). */
export function dateOf(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whether a text is a day of the calendar, written `2026-09-30`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return dateOf(year, month, day) !== undefined;
}

/** The corresponding day so many months on (or back): the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string | undefined {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function addDays(date: string, days: number): string | undefined {
  const at = new Date(epochDay(date) * 86_400_000);
  at.setUTCDate(at.getUTCDate() + days);
  return Number.isNaN(at.getTime()) ? undefined : dateOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** Days from the first date to the second; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** The years completed from the first date to the second: the most whole years that can be added to the first. */
export function yearsBetween(from: string, to: string): number {
  if (to < from) return 0 - yearsBetween(to, from);
  const years = partsOf(to).year - partsOf(from).year;
  const anniversary = addMonths(from, years * 12);
  return anniversary !== undefined && anniversary <= to ? years : years - 1;
}

/** A whole number that can still be counted with on a calendar; undefined otherwise. */
export function wholeNumber(value: Exact): number | undefined {
  if (!value.isInteger) return undefined;
  const number = Number(value.floor());
  return Math.abs(number) <= 4_000_000 ? number : undefined;
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function epochDay(date: string): number {
  const { year, month, day } = partsOf(date);
  // Date.UTC takes years 0 to 99 for 1900 to 1999.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
