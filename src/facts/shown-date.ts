import { fromSerial } from "./date-reader.ts";

const secondsPerDay = 86_400;

/**
 * What a cell with the format of a date or a time shows, near enough to find it by: the day as 2020-01-01, the time as 8:30 or
 * 8:30:05, hours beyond a day all counted under [h]. A number that is no day stays as it is.
 */
export function shownDate(value: number, format: string, date1904: boolean): string {
  const codes = format.replace(/"[^"]*"|\\./gu, "");
  const counted = /\[[hms]+\]/iu.test(codes);
  const hasTime = counted || /[hs]/iu.test(codes.replace(/\[[^\]]*\]/gu, ""));
  const hasDay = !counted && (!hasTime || /[yde]/iu.test(codes.replace(/\[[^\]]*\]/gu, "")));
  const day = hasDay ? fromSerial(value, date1904) : undefined;
  if ((hasDay && day === undefined) || value < 0) return String(value);
  const seconds = Math.round((counted ? value : value - Math.floor(value)) * secondsPerDay);
  return [day, hasTime ? clock(seconds) : undefined].filter((part) => part !== undefined).join(" ");
}

/** `8:30`; with seconds where there are any. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [String(hours), two(minutes), ...(rest > 0 ? [two(rest)] : [])].join(":");
}

function two(figure: number): string {
  return String(figure).padStart(2, "0");
}
