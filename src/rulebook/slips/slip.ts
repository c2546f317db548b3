/** A stretch of the text, and what is to stand there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Something that an analyst may have typed for what YAML needs: a full-width sign, a thousands separator, no blank after a colon. */
export interface Slip {
  readonly kind: "colon" | "comma" | "quotes" | "bracket" | "blank" | "no-blank" | "thousands";
  /** In the order of the text. What only works together is one slip: both of a pair of quotation marks. */
  readonly edits: readonly [Edit, ...Edit[]];
}

/** A text with slips mended, and where each place of it was. */
export interface Mended {
  readonly text: string;
  /** The place in the text as it was written. */
  original(offset: number): number;
}

/** Mends a text. Of edits that overlap the first counts. */
export function mend(text: string, slips: readonly Slip[]): Mended {
  const edits = slips.flatMap((slip) => [...slip.edits]).sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  /** Where unchanged text begins, in the mended text and in the original. */
  const marks: { readonly mended: number; readonly original: number }[] = [{ mended: 0, original: 0 }];
  let [from, length] = [0, 0];
  for (const { start, end, by } of edits) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), by);
    length += start - from + by.length;
    from = end;
    marks.push({ mended: length, original: end });
  }
  pieces.push(text.slice(from));
  const original = (offset: number): number => {
    let [low, high] = [0, marks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((marks[middle]?.mended ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const [mark, next] = [marks[low], marks[low + 1]];
    const place = (mark?.original ?? 0) + offset - (mark?.mended ?? 0);
    // Within what was put in: the end of what it replaced at most.
    return Math.min(place, next?.original ?? place);
  };
  return { text: pieces.join(""), original };
}
