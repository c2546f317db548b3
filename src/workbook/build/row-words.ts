import { squeeze } from "../header/header-text.ts";

/** How far up a total reaches: a 小计 sums the rows since the last one, a 合计 more, a 总计 everything. */
export type TotalLevel = 1 | 2 | 3;

const closing = String.raw`[】)\]]?(?:[:：]|\(.*\)|\[.*\]|共?\d+[人户笔条行项家个名]?)*$`;
const opening = String.raw`^[【(\[]?`;
const levels: readonly (readonly [TotalLevel, string])[] = [
  [3, "总计|总合计|累计|全部合计|grand ?total"],
  [1, "小计|分计|本页小计|本页合计|本页累计|页计|sub-?total"],
  [2, "合计|共计|汇总|总和|total|sum"],
];
const whole = levels.map(([level, words]) => [level, new RegExp(`${opening}(?:${words})${closing}`, "u")] as const);
const longestTotal = 40;
/** So many characters tell what a remark is. */
const beginning = 100;
/** 西湖支行小计, 张三合计: only words that nothing else ends with. */
const behindName = /^.{1,30}(小计|合计|总计)[】)\]]?:?$/u;

/** Words that say a total whatever else is in the row; the others may be data where the row has an id. */
const sureWord = /[小合总共]计/u;

/** Whether a text is nothing but the word for a total, of which level, and whether it can be nothing else. */
export function totalWord(text: string): { readonly level: TotalLevel; readonly sure: boolean } | undefined {
  const word = squeeze(text);
  const level = whole.find(([, pattern]) => pattern.test(word))?.[0];
  return level && { level, sure: sureWord.test(word) };
}

/**
 * A quick look, before anything is normalised: whether a text can be the word for a total at all. It is asked of every cell,
 * and nearly all begin with a digit or have no 计 or 总 in them.
 */
export function mayBeTotal(text: string): boolean {
  const first = text.charCodeAt(0);
  if ((first >= 0x2b && first <= 0x39) || text.length > longestTotal) return false;
  const letter = first | 0x20;
  if (letter >= 0x61 && letter <= 0x7a && first < 0x80) return /^(?:total|sum|sub|grand)/iu.test(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x8ba1 || code === 0x603b) return true;
  }
  return false;
}

/** Whether a text is a name with the word for a total behind it: 西湖支行小计. Its total is that of the name's rows. */
export function namedTotal(text: string): boolean {
  return behindName.test(squeeze(text));
}

const person = "制表|复核|审核|审批|核对|负责|经办|填表|填报|编制|报送|上报|主管|分管|签字|签章|签名|盖章|公章";
const role = "(?:人员?|员|负责人|领导|日期|时间|单位|机构|部门|电话|行长|主任|经理|签字|签章|\\(.*\\))*";
const signOff = new RegExp(
  `^(?:(?:${person})${role}(?:[:_]|$)|(?:联系|部门|单位|行长|经理|会计|日期|时间|打印|导出)${role}(?:电话|方式)?[:_])`,
  "u",
);
const note =
  /^(?:[*※]|备?注(?:意|释)?[:：\d.、(]|备注$|(?:填表|填报|编制|口径|指标)?说明[:：\d.、(]?|以下空白|以下无正文|第\d+页|page\d+)/u;

/** 制表人:…, 负责人, 填报日期:…: what stands below (or above) a table for the people who sign it. */
export function isSignOff(text: string): boolean {
  return signOff.test(squeeze(text.slice(0, beginning)));
}

/** 注:…, 说明:…, （以下空白）, 第1页. */
export function isNote(text: string): boolean {
  return note.test(squeeze(text.slice(0, beginning)).replace(/^[（(【[]+/u, ""));
}

/** A sentence, where a table has a name or a figure: long, or with a sentence's punctuation. */
export function isSentence(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > 24 || (trimmed.length > 6 && /[，。；：！,;]/u.test(trimmed));
}
