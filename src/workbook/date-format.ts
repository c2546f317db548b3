/** What a section holds that is not shown by it: texts, escaped and padding characters, colours, conditions and currencies. */
const aside = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^[\]]*\]/giu;
/** Decimals of a second: ss.0, mm:ss.000. */
const fraction = /(?<=s\]?)\.0+/giu;
/**
 * Letters of a date or a time, and signs between them; no placeholder of a figure. `[h]` counts hours beyond a day, `aaaa` is
 * the day of the week, `e` the year, `AM/PM` and 上午/下午 halves of a day.
 */
const codes = /^(?:[ymdhsegabpt年月日号时分秒上下午]|[^\p{L}\p{N}#?@])+$/iu;

/**
 * Whether a number format shows a date, a time or a duration rather than a figure: `yyyy-mm-dd`, `[h]:mm`, `m"月"d"日"`. Of a
 * format for several signs the first section tells. ECMA-376 part 1, 18.8.31.
 */
export function isDateFormat(format: string): boolean {
  if (format === "General") return false;
  const [section = ""] = format.replace(aside, "").split(";");
  const plain = section.replace(fraction, "");
  return /[ymdhse]/iu.test(plain) && codes.test(plain);
}
