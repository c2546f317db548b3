import { withoutInvisible } from "../text/invisible.ts";

/** What people write into a cell that has nothing to say: dashes of all kinds, a slash, N/A, NULL. */
const blanks = /^(?:[-‐‑‒–—―−－﹣ー─_]{1,4}|[/\\／]|n\/?a|n\.a\.|null|nan)?$/iu;
/** 无 and the like: nothing where the column allows it, a value of its own elsewhere. */
const nothings = /^(?:无|没有|暂无)$/u;
const longestBlank = 5;

export function isBlankWord(text: string): boolean {
  if (text.length <= longestBlank) return blanks.test(withoutInvisible(text).trim());
  const bare = withoutInvisible(shortened(text)).trim();
  return bare.length <= longestBlank && blanks.test(bare);
}

export function isNothingWord(text: string): boolean {
  return nothings.test(withoutInvisible(shortened(text)).trim());
}

/** A text so long says something: it need not be looked through to its end. */
function shortened(text: string): string {
  return text.length > 200 ? text.trim().slice(0, 200) : text;
}

/** An error value that has come through a text file: #REF!, #N/A. */
export function isErrorWord(text: string): boolean {
  return text.startsWith("#") && /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/iu.test(text.trim());
}
