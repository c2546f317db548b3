const delimiters = [",", "\t", ";", "|"] as const;
const sampleLines = 100;

/** The delimiters that are looked for, and what a user may name: one character. */
export type Delimiter = string;

/**
 * The delimiter that cuts a text's first lines most evenly: the one whose commonest count a line holds most of the lines,
 * weighed by the count. Titles and notes above a table have none or few. A comma if nothing is cut at all. Excel's own
 * first line `sep=;` is believed.
 */
export function detectDelimiter(head: string): Delimiter {
  const said = /^\uFEFF?"?sep=(.)"?\r?\n/iu.exec(head)?.[1];
  if (said !== undefined) return said;
  const lines = linesOutsideQuotes(head).slice(0, sampleLines);
  let best = { delimiter: delimiters[0] as string, score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const score = Math.max(0, ...[...tally(counts)].map(([count, times]) => times * Math.sqrt(count)));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The lines with everything in quotes taken out, line breaks too. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .replace(/"(?:[^"]|"")*"/gu, "")
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== "");
}

function tally(counts: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return times;
}
