import { distance } from "fastest-levenshtein";
import { same, type Text } from "./text.ts";

/**
 * The candidate that was probably meant: the one with the fewest edits, at most two fifths of the word's length, but one
 * at least. Letter case, width and blanks do not count. Of equals, the first in the candidates' order.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Nobody means a name by so much.
  if (word.length > 200) return undefined;
  const wanted = plain(word);
  const allowed = Math.max(1, Math.floor(wanted.length * 0.4));
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(wanted, plain(candidate));
    if (edits < least && edits < wanted.length) [best, least] = [candidate, edits];
  }
  return best;
}

/** Letters in another order are one slip. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits > 1 && a.length === b.length && sorted(a) === sorted(b) ? 1 : edits;
}

function sorted(text: string): string {
  return [...text].sort().join("");
}

/** `; did you mean "grade"?` to stand at a message's end; empty when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): Text {
  const found = nearest(word, candidates);
  return found === undefined ? same("") : { zh: `，是不是“${found}”？`, en: `; did you mean "${found}"?` };
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}
