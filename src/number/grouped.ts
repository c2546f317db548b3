/** A decimal, as text, with commas between its thousands: `-1,234,567.8901`. */
export function grouped(text: string): string {
  const point = text.indexOf(".");
  const start = text.startsWith("-") ? 1 : 0;
  let shown = point < 0 ? "" : text.slice(point);
  let end = point < 0 ? text.length : point;
  for (; end - start > 3; end -= 3) shown = `,${text.slice(end - 3, end)}${shown}`;
  return text.slice(0, end) + shown;
}
