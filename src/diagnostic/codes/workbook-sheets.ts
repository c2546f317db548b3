import { entries } from "../entry.ts";

/** What is said of sheets, headers and rows once a file is open. */
export const sheetCodes = entries({
  // Which sheet is which input.
  "workbook/hidden-sheet": {
    severity: "info",
    zh: "隐藏的工作表，没有读取",
    en: "a hidden sheet, not read",
    hint: { zh: "要用它，请取消隐藏", en: "unhide it if it is to be used" },
  },
  "workbook/empty-sheet": { severity: "info", zh: "空的工作表", en: "an empty sheet" },
  "workbook/unused-sheet": {
    severity: "info",
    zh: "不知道这张表是什么，没有使用",
    en: "this sheet was not recognised and is not used",
    hint: {
      zh: "把工作表（或文件）改成规则里的名称，或用 --map 指明",
      en: "name the sheet (or file) as the rulebook does, or say what it is with --map",
    },
  },
  "workbook/ambiguous-sheet": {
    severity: "error",
    zh: "从表头看，这张表可能是 {inputs} 中的任何一个，没有使用",
    en: "by its headers this sheet could be any of {inputs}; it is not used",
    hint: {
      zh: "把工作表（或文件）改成规则里的名称，或用 --map 指明",
      en: "name the sheet (or file) as the rulebook does, or say what it is with --map",
    },
  },
  "workbook/sheet-guessed": {
    severity: "warning",
    zh: "名称看不出这张表是什么，按表头当作 {input}，但也可能是 {rival}",
    en: "no name says what this sheet is: it was taken for {input} by its headers, but could be {rival}",
    hint: {
      zh: "把工作表（或文件）改成规则里的名称，或用 --map 指明",
      en: "name the sheet (or file) as the rulebook does, or say what it is with --map",
    },
  },
  "workbook/own-output": {
    severity: "warning",
    zh: "这是本工具写出的结果，不作为数据读取",
    en: "dingji wrote this file as a result; it is not read as data",
    hint: {
      zh: "结果放到另一个文件夹，或只写出要读的文件名",
      en: "keep results in another folder, or name the files to be read",
    },
  },
  "workbook/second-sheet": {
    severity: "warning",
    zh: "这张表看起来也是{input}，但工作簿里已有以此命名的表，没有使用",
    en: "this sheet looks like {input} too, but another of the workbook bears that name; it is not used",
    hint: { zh: "两张都要用时，用 --map 指明", en: "if both are to be used, say so with --map" },
  },
  "workbook/several-tables": {
    severity: "info",
    zh: "这张工作表里有 {count} 张表（{inputs}），已分别读取",
    en: "this sheet holds {count} tables ({inputs}); each is read by itself",
    hint: { zh: "不对的话，请分成几张工作表", en: "if that is wrong, put them on sheets of their own" },
  },
  "workbook/missing-input": {
    severity: "warning",
    zh: "没有找到{input}：工作表或文件可以叫 {names}",
    en: "nothing was found for {input}; a sheet or file can be called {names}",
    hint: { zh: "缺了它，有关指标都算不出来", en: "without it, figures that need it are unknown" },
  },
  "workbook/same-file": {
    severity: "warning",
    zh: "与 {twin} 的内容完全相同，只读了一次",
    en: "the same bytes as {twin}: read only once",
  },
  "workbook/unknown-mapping": {
    severity: "error",
    zh: "对应关系“{mapping}”：规则里没有“{name}”{near}",
    en: 'the mapping "{mapping}": the rulebook has no "{name}"{near}',
    hint: { zh: "可以写：{choices}", en: "it can be: {choices}" },
  },
  "workbook/unused-mapping": {
    severity: "warning",
    zh: "对应关系里的 {what} 在输入文件中没有找到",
    en: "a mapping speaks of {what}, which is not among the inputs",
  },

  // Headers and columns.
  "workbook/no-header": {
    severity: "error",
    zh: "前几十行里没有{input}的表头",
    en: "no header of {input} in the first rows",
    hint: { zh: "应有的列：{headers}", en: "columns that should be there: {headers}" },
  },
  "workbook/missing-key-column": {
    severity: "error",
    zh: "{input}缺少关键列{name}，这张表没法用；表头可以是 {headers}",
    en: "{input} lacks the key column {name}, so the sheet cannot be used; its header can be {headers}",
    hint: { zh: "补上这一列，或用 --map 指明哪一列是它", en: "add the column, or say with --map which one it is" },
  },
  "workbook/missing-column": {
    severity: "warning",
    zh: "{input}没有{name}列；表头可以是 {headers}",
    en: "{input} has no column {name}; its header can be {headers}",
    hint: { zh: "补上这一列，或用 --map 指明哪一列是它", en: "add the column, or say with --map which one it is" },
  },
  "workbook/duplicate-column": {
    severity: "error",
    zh: "两列都是{name}：{first} 和 {second}，没法判断用哪一列",
    en: "two columns are {name}: {first} and {second}; which one counts cannot be told",
    hint: { zh: "删去或改名其中一列", en: "remove or rename one of them" },
  },
  "workbook/two-columns-for-one": {
    severity: "warning",
    zh: "有两列可以是{name}：用了 {first}，没用 {second}",
    en: "two columns can be {name}: {first} is used, {second} is not",
    hint: { zh: "不对的话，用 --map 指明", en: "if that is wrong, say so with --map" },
  },
  "workbook/one-column-for-two": {
    severity: "error",
    zh: "{header} 既可以是{first}，也可以是{second}，没法判断是哪一列",
    en: "{header} can be {first} and {second}; which it is cannot be told",
    hint: { zh: "用 --map 指明是哪一列，或改表头", en: "say which with --map, or rename the header" },
  },

  // Rows.
  "workbook/no-rows": { severity: "warning", zh: "有表头，但没有数据行", en: "there is a header, but no row of data" },
  "workbook/hidden-rows": {
    severity: "info",
    zh: "有 {count} 行被隐藏或筛掉（第一处在第 {row} 行），照样读取",
    en: "{count} {count:row is|rows are} hidden or filtered out (the first is row {row}) and read all the same",
  },
  "workbook/hidden-column": {
    severity: "info",
    zh: "列“{header}”是隐藏的，照样读取",
    en: "the column {header} is hidden; it is read all the same",
  },
  "workbook/filled-down": {
    severity: "info",
    zh: "列“{header}”有 {count} 处合并单元格，值已填到其余 {rows} 行",
    en: "{header} has {count} merged {count:cell, whose value was|cells, whose values were} filled down to {rows} more {rows:row|rows}",
  },
  "workbook/merged-amount": {
    severity: "error",
    zh: "金额或数量列“{header}”有 {count} 处合并单元格，盖住 {rows} 行：没法判断是合计还是各行相同，只算在首行",
    en: "the amounts in {header} have {count} merged {count:cell|cells} over {rows} more {rows:row|rows}: a sum or the same for each cannot be told; only the first row has it",
    hint: { zh: "取消合并，逐行填写", en: "unmerge them and fill in every row" },
  },
  "workbook/total-mismatch": {
    severity: "warning",
    zh: "“{header}”的合计写着 {printed}，各行相加是 {summed}",
    en: "the total of {header} says {printed}, but the rows add up to {summed}",
    hint: { zh: "可能漏行、重复或改过数", en: "a row may be missing, doubled or changed" },
  },
  "workbook/extra-cells": {
    severity: "error",
    zh: "有 {count} 行比表头多出单元格（第一处在第 {row} 行），各列可能错位",
    en: "{count} {count:row has|rows have} more cells than the header (the first is row {row}); {count:its|their} columns may be shifted",
    hint: {
      zh: "金额里的千分位逗号要加引号，或用 --delimiter 指明分隔符",
      en: "quote figures with grouped thousands, or name the delimiter with --delimiter",
    },
  },
});
