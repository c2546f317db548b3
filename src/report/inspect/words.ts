import type { Text } from "../../text/text.ts";
import type { LeftOutRow, SheetReport } from "../../workbook/sheet-report.ts";

/** Why a sheet was taken for an input, or why not. */
export const whyWords: Readonly<Record<SheetReport["why"], Text>> = {
  "sheet-name": { zh: "按工作表名", en: "by the sheet's name" },
  "file-name": { zh: "按文件名", en: "by the file's name" },
  headers: { zh: "按表头", en: "by its headers" },
  mapping: { zh: "按指明的对应关系", en: "by a mapping" },
  hidden: { zh: "隐藏的工作表", en: "a hidden sheet" },
  "no-match": { zh: "名称和表头都对不上", en: "neither its name nor its headers fit an input" },
  empty: { zh: "空表", en: "empty" },
  instructions: { zh: "写给人看的说明，不是数据", en: "instructions, no data" },
  "own-output": { zh: "本工具写出的结果，不是数据", en: "written by dingji, no data" },
  "no-header": { zh: "找不到表头", en: "no header is found" },
};

/** In English as one row is called, and several are. */
export const leftOutWords: Readonly<Record<LeftOutRow["reason"], { zh: string; en: readonly [string, string] }>> = {
  title: { zh: "标题", en: ["title", "titles"] },
  unit: { zh: "单位", en: ["unit", "units"] },
  note: { zh: "说明", en: ["note", "notes"] },
  subtotal: { zh: "小计", en: ["subtotal", "subtotals"] },
  total: { zh: "合计", en: ["total", "totals"] },
  "sign-off": { zh: "签章", en: ["sign-off", "sign-offs"] },
  "repeated-header": { zh: "重复的表头", en: ["repeated header", "repeated headers"] },
  blank: { zh: "空行", en: ["blank", "blank"] },
};

/** What separates the columns of a text file. */
export function delimiterWord(delimiter: string): Text {
  const words: Readonly<Record<string, Text>> = {
    ",": { zh: "逗号分隔", en: "separated by commas" },
    ";": { zh: "分号分隔", en: "separated by semicolons" },
    "\t": { zh: "制表符分隔", en: "separated by tabs" },
    "|": { zh: "竖线分隔", en: "separated by bars" },
  };
  return words[delimiter] ?? { zh: `以 ${delimiter} 分隔`, en: `separated by ${delimiter}` };
}
