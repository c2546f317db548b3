import type { RecordSink } from "./record-sink.ts";

/**
 * Splits lines that have no quote in them: `text` from `start` up to `end`, where a line ends. Without a quote, CSV is no
 * more than that, and this is most of what comes; one pass over the characters costs less than two searches a cell.
 */
export function readPlainLines(
  text: string,
  start: number,
  end: number,
  delimiter: number,
  lineFeed: number,
  sink: RecordSink,
): void {
  let from = start;
  let column = 0;
  let begun = false;
  // All bits of a cell's characters: above 0x7F, one of them is not ASCII.
  let bits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== delimiter && code !== lineFeed) {
      bits |= code;
      continue;
    }
    if (!begun) sink.begin(1);
    const isLast = code === lineFeed;
    const stop = isLast && at > from && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    if (stop > from) sink.cell(column, text.slice(from, stop), bits < 0x80);
    begun = !isLast;
    column = isLast ? 0 : column + 1;
    from = at + 1;
    bits = 0;
  }
  if (from === end && !begun) return;
  if (!begun) sink.begin(1);
  if (from < end) sink.cell(column, text.slice(from, end), bits < 0x80);
}
