const quote = 34;

/** Where a record ends, or the quote in it that does not close. */
export type RecordEnd =
  | { readonly end: number }
  | {
      /** The field that the quote opened in, and its line, counted from the record's first. */
      readonly column: number;
      readonly line: number;
      /** No further text can close it properly. */
      readonly hopeless: boolean;
    };

/**
 * Finds the end of the record that starts at `start`, behind its line break. A quote opens a field only at its start, blanks
 * before it aside; inside, two quotes are one character. A quoted field that runs over lines and then goes on behind its
 * closing quote was never closed where it should have been: what closes it is the opening of another.
 */
export function recordEnd(text: string, start: number, delimiter: number, lineFeed: number): RecordEnd {
  let at = start;
  let column = 0;
  let line = 0;
  for (;;) {
    while (text.charCodeAt(at) === 32) at++;
    if (text.charCodeAt(at) === quote) {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { column, line, hopeless: false };
      const breaks = countBreaks(text, at, close, lineFeed);
      if (breaks > 0 && !endsField(text, close + 1, delimiter, lineFeed)) return { column, line, hopeless: true };
      line += breaks;
      at = close + 1;
    }
    while (at < text.length && text.charCodeAt(at) !== delimiter && text.charCodeAt(at) !== lineFeed) at++;
    if (at >= text.length) return { end: text.length };
    if (text.charCodeAt(at) === lineFeed) return { end: at + 1 };
    at++;
    column++;
  }
}

/** How many line breaks stand from `from` up to `to`. */
export function countBreaks(text: string, from: number, to: number, lineFeed: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === lineFeed) breaks++;
  return breaks;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

function endsField(text: string, from: number, delimiter: number, lineFeed: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  return at >= text.length || code === delimiter || code === lineFeed || code === 13;
}
