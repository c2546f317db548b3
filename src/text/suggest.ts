import { distance } from "fastest-levenshtein";
import { same, type Text } from "./text.ts";

/**
 * The candidate that was probably meant: the one with the fewest edits, at most two fifths of the word's length, but one
 * at least. Letter case, width and blanks do not count, and 4级 is 四级. Of equals, the first in the candidates' order; of
 * equals in Chinese none, for there a character is a word: 初级客户经理 is as far from 高级 as it is from 一级.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Nobody means a name by so much.
  if (word.length > 200) return undefined;
  const wanted = plain(word);
  const allowed = Math.max(1, Math.floor(wanted.length * 0.4));
  const isChinese = han.test(wanted);
  let best: string | undefined;
  let least = allowed + 1;
  let hasRival = false;
  for (const candidate of candidates) {
    const other = plain(candidate);
    const edits = editsBetween(wanted, other);
    if (edits >= wanted.length || edits > least || edits > allowed) continue;
    const isOther = isChinese && edits > 0 && isAnotherWord(wanted, other);
    if (isOther && wanted.length <= shortWord) continue;
    if (edits === least) hasRival ||= candidate !== best;
    // What it cannot be, but is as near, is a rival too.
    else [best, least, hasRival] = [candidate, edits, isOther];
  }
  return isChinese && hasRival && least > 0 ? undefined : best;
}

/** Chinese words of up to this many characters differ by one on purpose: 中专 is no slip of 大专. */
const shortWord = 3;

/** Whether a Chinese word near a candidate says something else: another number, its opposite, or another short word. */
function isAnotherWord(wanted: string, candidate: string): boolean {
  const numbers = (text: string) => text.replace(/[^0-9]+/g, " ").trim();
  if (numbers(wanted) !== numbers(candidate) && !wanted.includes(candidate)) return true;
  const negations = (text: string) => text.replace(/[^不未非无没否]+/g, "");
  if (negations(wanted) !== negations(candidate)) return true;
  const isShort = wanted.length <= shortWord && wanted.length === candidate.length;
  return isShort && sorted(wanted) !== sorted(candidate);
}

/**
 * The one of some names that a new name is a single slip of the keyboard away from: a letter more, less or other, or letters in
 * another order. Stricter than `nearest`, since the new name may be meant: a word of three letters, and one that differs by its
 * figures (line1, line2), are names of their own.
 */
export function slipOf(name: string, known: Iterable<string>): string | undefined {
  const wanted = plain(name);
  const digits = (text: string) => text.replace(/\D/gu, "");
  if (wanted.length < 4) return undefined;
  for (const one of known) {
    const other = plain(one);
    if (other === wanted || digits(other) !== digits(wanted) || editsBetween(wanted, other) !== 1) continue;
    if (!han.test(wanted) || !isAnotherWord(wanted, other)) return one;
  }
  return undefined;
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

const han = /\p{Script=Han}/u;

function plain(text: string): string {
  const even = text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
  return han.test(even) ? withFigures(even) : even;
}

const numerals = "〇一二三四五六七八九";
const formal = "零壹贰叁肆伍陆柒捌玖";

/** Chinese numerals up to ninety-nine as figures: 四级 → 4级, 十二 → 12. */
function withFigures(text: string): string {
  const figure = (numeral: string) => Math.max(numerals.indexOf(numeral), formal.indexOf(numeral));
  return text
    .replace(/[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]/gu, (one) => String(figure(one)))
    .replace(/(\d?)[十拾](\d?)/gu, (_, tens: string, ones: string) => `${tens || "1"}${ones || "0"}`);
}
