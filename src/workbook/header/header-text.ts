import { unitOf } from "../../number/unit.ts";
import { withoutInvisible } from "../../text/invisible.ts";

/** A header cell, or a header that a rulebook names, taken apart. */
export interface HeaderText {
  /** As printed, on one line. */
  readonly printed: string;
  /** To compare by: NFKC, no white space, no case, without its unit and its decoration (`*`, `1.`, a colon). */
  readonly key: string;
  /** The key without what other brackets say: 工号(必填) → 工号. */
  readonly bare: string;
  readonly unit: string | undefined;
}

const brackets = /[([{【〔〖<《「『]([^()[\]{}【】〔〕〖〗<>《》「」『』]*)[)\]}】〕〗>》」』]/gu;
const decoration = /^(?:[*#★☆※]+|\(?\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[、.)])+|[*#★☆※:：.。、]+$/gu;
/** What is counted in tables of this field; any other word in brackets is a remark, not a unit. */
const counters = /^(?:次|笔|户|人|张|个|件|分|名|家|宗|项|期|岁|台|份|学时|人次|户次|课时)$/u;

/** The text with full-width forms folded, no white space, no case: what two spellings of one word have in common. */
export function squeeze(text: string): string {
  return withoutInvisible(text).normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

/** Whether a word is a unit of measure, not just some word: `unitOf` takes any word for what is counted. */
export function isUnit(word: string): boolean {
  const unit = unitOf(word);
  // A currency alone says which money, not how it is counted: 万元 may still stand above the table.
  if (!unit || /^(?:人民币|rmb|cny|¥)$/iu.test(word)) return false;
  return unit.other === undefined || counters.test(unit.other);
}

export function readHeader(text: string): HeaderText {
  const printed = withoutInvisible(text)
    .trim()
    .replace(/\s*[\r\n]+\s*/gu, "");
  let unit: string | undefined;
  const take = (all: string, before: string, word: string): string => {
    const bare = word.replace(/^单位[:为]?/u, "");
    if (unit !== undefined || !isUnit(bare)) return all;
    unit = bare;
    return before;
  };
  const takeFigureUnit = (all: string, before: string, word: string): string =>
    isFigureUnit(word) ? take(all, before, word) : all;
  const key = withoutInvisible(text)
    .normalize("NFKC")
    .trim()
    .replace(brackets, (all: string, inside: string) => take(all, "", inside.replace(/\s/gu, "")))
    .replace(/^(.+?)[\s:,/、_-]+(?:单位:?)?([^\s:,/、_()[\]【】-]+)$/su, takeFigureUnit)
    .replace(/\s+/gu, "")
    .replace(/^(.+?)([%‰]|(?:人民币)?[十百千]?[万亿]美?元)$/u, takeFigureUnit)
    .replace(decoration, "")
    .toLowerCase();
  const bare = key.replace(brackets, "").replace(decoration, "");
  return { printed, key, bare: bare === "" ? key : bare, unit };
}

/** A unit of money or a ratio: no part of a name ever looks like one, as 名 and 年 do. */
function isFigureUnit(word: string): boolean {
  const unit = unitOf(word);
  return unit !== undefined && (unit.currency !== undefined || unit.ratio === true);
}
