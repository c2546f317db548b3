import { entries } from "../entry.ts";

export const workbookCodes = entries({
  // Opening and reading a file.
  "workbook/unreadable": {
    severity: "error",
    zh: "读不了文件 {file}：{reason}",
    en: "cannot read {file}: {reason}",
    hint: {
      zh: "确认文件存在、有读取权限，并且没有被 Excel 或 WPS 独占打开",
      en: "see that it exists, that you may read it, and that Excel or WPS does not hold it open",
    },
  },
  "workbook/empty-file": {
    severity: "error",
    zh: "文件是空的（0 字节）",
    en: "the file is empty (0 bytes)",
    hint: { zh: "多半是下载或复制没有完成，请重新取一份", en: "a download or copy has probably failed: get it again" },
  },
  "workbook/old-xls": {
    severity: "error",
    zh: "这个旧版工作簿（.xls 或 .et）读不完：占用的时间或内存超过上限",
    en: "this old workbook (.xls or .et) cannot be read within the limits on time and memory",
    hint: { zh: "用 Excel 或 WPS 打开，另存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx" },
  },
  "workbook/not-as-named": {
    severity: "info",
    zh: "文件名以 {ending} 结尾，其实是{what}，已按实际内容读取",
    en: "its name ends in {ending}, but it is {what}, and is read as that",
  },
  "workbook/old-too-large": {
    severity: "error",
    zh: "旧版工作簿或网页有 {size}，超过上限 {limit}（这类文件要整个放进内存）",
    en: "an old workbook or a web page of {size}, more than the limit of {limit} (such a file is held in memory whole)",
    hint: { zh: "用 Excel 或 WPS 打开，另存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx" },
  },
  "workbook/no-table": {
    severity: "error",
    zh: "这是网页（HTML），里面没有表格",
    en: "this is a web page (HTML) without a table",
    hint: {
      zh: "多半是导出时登录已失效，存下来的是登录页；请重新导出",
      en: "the login had probably expired, and this is the login page: export it again",
    },
  },
  "workbook/encrypted": {
    severity: "error",
    zh: "文件设有打开密码，读不了",
    en: "the file is protected by a password",
    hint: {
      zh: "用 Excel 或 WPS 打开，取消密码后另存",
      en: "open it in Excel or WPS, remove the password and save it",
    },
  },
  "workbook/ods": {
    severity: "error",
    zh: "这是 OpenDocument 文件（.ods），不能直接读",
    en: "this is an OpenDocument file (.ods), which cannot be read as it is",
    hint: { zh: "用 LibreOffice 或 WPS 打开，另存为 .xlsx", en: "open it in LibreOffice or WPS and save it as .xlsx" },
  },
  "workbook/not-a-workbook": {
    severity: "error",
    zh: "这不是工作簿，而是{what}",
    en: "this is no workbook but {what}",
    hint: { zh: "请提供 .xlsx 或 .csv 文件", en: "give an .xlsx or a .csv file" },
  },
  "workbook/truncated": {
    severity: "error",
    zh: "文件不完整：压缩目录（位于文件末尾）不见了",
    en: "the file is incomplete: the zip directory at its end is missing",
    hint: { zh: "多半是下载或传输中断，请重新取一份", en: "a download or transfer was probably cut off: get it again" },
  },
  "workbook/damaged": {
    severity: "error",
    zh: "文件已损坏：{part}（{reason}）",
    en: "the file is damaged: {part} ({reason})",
    hint: {
      zh: "用 Excel 或 WPS 打开并修复，再另存为 .xlsx",
      en: "open it in Excel or WPS, let it repair the file, and save it as .xlsx",
    },
  },
  "workbook/bad-xml": {
    severity: "error",
    zh: "文件已损坏：{part} 不是合法的 XML（{reason}）",
    en: "the file is damaged: {part} is not well-formed XML ({reason})",
    hint: {
      zh: "用 Excel 或 WPS 打开并修复，再另存为 .xlsx",
      en: "open it in Excel or WPS, let it repair the file, and save it as .xlsx",
    },
  },
  "workbook/missing-part": {
    severity: "error",
    zh: "文件已损坏：缺少 {part}",
    en: "the file is damaged: {part} is missing",
    hint: {
      zh: "用 Excel 或 WPS 打开并修复，再另存为 .xlsx",
      en: "open it in Excel or WPS, let it repair the file, and save it as .xlsx",
    },
  },
  "workbook/no-sheets": {
    severity: "error",
    zh: "工作簿里没有工作表",
    en: "the workbook has no worksheet",
  },
  "workbook/out-of-order": {
    severity: "error",
    zh: "文件已损坏：单元格的顺序不对，或者同一格出现两次",
    en: "the file is damaged: cells are out of order, or one occurs twice",
    hint: {
      zh: "用 Excel 或 WPS 打开并修复，再另存为 .xlsx",
      en: "open it in Excel or WPS, let it repair the file, and save it as .xlsx",
    },
  },
  "workbook/no-such-text": {
    severity: "error",
    zh: "文件已损坏：单元格引用的共享字符串不存在",
    en: "the file is damaged: the cell refers to a shared string that is not there",
    hint: {
      zh: "用 Excel 或 WPS 打开并修复，再另存为 .xlsx",
      en: "open it in Excel or WPS, let it repair the file, and save it as .xlsx",
    },
  },
  "workbook/doctype": {
    severity: "error",
    zh: "{part} 含有 DOCTYPE 声明，出于安全不读取",
    en: "{part} has a DOCTYPE, which is refused for safety",
    hint: {
      zh: "正常的工作簿没有它；请用 Excel 或 WPS 重新保存",
      en: "no proper workbook has one: save it anew in Excel or WPS",
    },
  },
  "workbook/endless-text": {
    severity: "error",
    zh: "{part} 里有一段超过 4 MiB 的文字或标记，不读取",
    en: "{part} has a text or a tag of more than 4 MiB, which is refused",
  },
  "workbook/zip-bomb": {
    severity: "error",
    zh: "{part} 的压缩率异常（不到 {limit}），可能是压缩炸弹，不读取",
    en: "{part} is packed more than is plausible (below {limit}): it may be a zip bomb and is refused",
  },
  "workbook/file-too-large": {
    severity: "error",
    zh: "文件有 {size}，超过上限 {limit}",
    en: "the file has {size}, more than the limit of {limit}",
  },
  "workbook/too-many-parts": {
    severity: "error",
    zh: "压缩包内有 {count} 个部件，超过上限 {limit}",
    en: "the zip has {count} parts, more than the limit of {limit}",
  },
  "workbook/part-too-large": {
    severity: "error",
    zh: "{part} 解压后超过上限 {limit}",
    en: "{part} unpacks to more than the limit of {limit}",
  },
  "workbook/unpacked-too-large": {
    severity: "error",
    zh: "整个文件解压后超过上限 {limit}",
    en: "the file unpacks to more than the limit of {limit}",
  },
  "workbook/too-many-rows": {
    severity: "error",
    zh: "行号 {row} 超过上限 {limit}",
    en: "row {row} is beyond the limit of {limit}",
  },
  "workbook/too-many-columns": {
    severity: "error",
    zh: "列数超过上限 {limit}",
    en: "the column is beyond the limit of {limit}",
  },
  "workbook/too-many-cells": {
    severity: "error",
    zh: "单元格总数超过上限 {limit}",
    en: "there are more cells than the limit of {limit}",
  },
  "workbook/text-too-long": {
    severity: "error",
    zh: "单元格文字超过上限 {limit} 个字符",
    en: "the cell's text is longer than the limit of {limit} characters",
  },
  "workbook/too-many-shared-texts": {
    severity: "error",
    zh: "{part} 的共享字符串超过上限 {limit} 条",
    en: "{part} has more shared strings than the limit of {limit}",
  },
  "workbook/too-many-styles": {
    severity: "error",
    zh: "{part} 的单元格样式超过上限 {limit} 种",
    en: "{part} has more cell styles than the limit of {limit}",
  },
  "workbook/too-many-merges": {
    severity: "error",
    zh: "{part} 的合并区域超过上限 {limit} 个",
    en: "{part} has more merged ranges than the limit of {limit}",
  },

  // Text files.
  "workbook/unknown-encoding": {
    severity: "error",
    zh: "没有名为 {name} 的编码",
    en: "there is no encoding called {name}",
    hint: {
      zh: "常用的有 utf-8、gb18030、gbk、big5、utf-16le",
      en: "common ones: utf-8, gb18030, gbk, big5, utf-16le",
    },
  },
  "workbook/undecodable": {
    severity: "error",
    zh: "这一行的字节不是 {encoding} 编码的文字",
    en: "the bytes of this line are not {encoding} text",
    hint: {
      zh: "用 --encoding 指明编码，或在 Excel、WPS 里另存为“CSV UTF-8”",
      en: "name the encoding with --encoding, or save the file as CSV UTF-8",
    },
  },
  "workbook/endless-line": {
    severity: "error",
    zh: "有一行超过 {limit}，这不像表格",
    en: "a line is longer than {limit}: this is hardly a table",
  },
  "workbook/unclosed-quote": {
    severity: "error",
    zh: "第 {line} 行的引号没有闭合，其后的行无法可靠读取",
    en: "the quote that opens on line {line} is not closed; what follows cannot be read reliably",
    hint: { zh: "补上右引号，或删去这个引号", en: "close the quote, or delete it" },
  },
  "workbook/stray-quote": {
    severity: "warning",
    zh: "第 {line} 行有不成对的引号，已按普通字符读取",
    en: "line {line} has a quote out of place, read as a plain character",
    hint: { zh: "核对这一行各列是否对齐", en: "check that the columns of this line are where they should be" },
  },

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
  "workbook/second-sheet": {
    severity: "warning",
    zh: "这张表看起来也是 {input}，但工作簿里已有以此命名的表，没有使用",
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
    zh: "没有找到 {input}（{names}）",
    en: "nothing was found for {input} ({names})",
    hint: { zh: "缺了它，有关指标都算不出来", en: "without it, figures that need it are unknown" },
  },
  "workbook/same-file": {
    severity: "warning",
    zh: "与 {twin} 的内容完全相同，只读了一次",
    en: "the same bytes as {twin}: read only once",
  },
  "workbook/unknown-mapping": {
    severity: "error",
    zh: "对应关系指向 {name}，规则里没有它，是不是 {near}？",
    en: "a mapping leads to {name}, which the rulebook does not have: did you mean {near}?",
  },
  "workbook/unused-mapping": {
    severity: "warning",
    zh: "对应关系里的 {what} 在输入文件中没有找到",
    en: "a mapping speaks of {what}, which is not among the inputs",
  },

  // Headers and columns.
  "workbook/no-header": {
    severity: "error",
    zh: "前几十行里没有 {input} 的表头",
    en: "no header of {input} in the first rows",
    hint: { zh: "应有的列：{headers}", en: "columns that should be there: {headers}" },
  },
  "workbook/missing-key-column": {
    severity: "error",
    zh: "{input} 缺少关键列 {name}（{headers}），这张表没法用",
    en: "{input} lacks the key column {name} ({headers}); the sheet cannot be used",
    hint: { zh: "补上这一列，或用 --map 指明哪一列是它", en: "add the column, or say with --map which one it is" },
  },
  "workbook/missing-column": {
    severity: "warning",
    zh: "{input} 没有 {name} 列（{headers}）",
    en: "{input} has no column {name} ({headers})",
    hint: { zh: "补上这一列，或用 --map 指明哪一列是它", en: "add the column, or say with --map which one it is" },
  },
  "workbook/duplicate-column": {
    severity: "error",
    zh: "两列都是 {name}：{first} 和 {second}，没法判断用哪一列",
    en: "two columns are {name}: {first} and {second}; which one counts cannot be told",
    hint: { zh: "删去或改名其中一列", en: "remove or rename one of them" },
  },
  "workbook/two-columns-for-one": {
    severity: "warning",
    zh: "有两列可以是 {name}：用了 {first}，没用 {second}",
    en: "two columns can be {name}: {first} is used, {second} is not",
    hint: { zh: "不对的话，用 --map 指明", en: "if that is wrong, say so with --map" },
  },
  "workbook/several-units": {
    severity: "warning",
    zh: "表上写了几种金额单位（{units}），没法判断各列用哪一种",
    en: "the sheet names several units of money ({units}); which column has which cannot be told",
    hint: { zh: "把单位写进各列表头，如“本年日均(万元)”", en: "put the unit into each header: 本年日均(万元)" },
  },

  // Rows.
  "workbook/no-rows": { severity: "warning", zh: "有表头，但没有数据行", en: "there is a header, but no row of data" },
  "workbook/hidden-rows": {
    severity: "info",
    zh: "有 {count} 行被隐藏或筛掉（第一处在第 {row} 行），照样读取",
    en: "{count} rows are hidden or filtered out (the first is row {row}); they are read all the same",
  },
  "workbook/hidden-column": {
    severity: "info",
    zh: "列“{header}”是隐藏的，照样读取",
    en: "the column {header} is hidden; it is read all the same",
  },
  "workbook/filled-down": {
    severity: "info",
    zh: "列“{header}”有 {count} 处合并单元格，值已填到其余 {rows} 行",
    en: "{header} has {count} merged cells; their values were filled down to {rows} more rows",
  },
  "workbook/merged-amount": {
    severity: "error",
    zh: "金额或数量列“{header}”有 {count} 处合并单元格，盖住 {rows} 行：没法判断是合计还是各行相同，只算在首行",
    en: "the amounts in {header} have {count} merged cells over {rows} more rows: a sum or the same for each cannot be told; only the first row has it",
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
    en: "{count} rows have more cells than the header (the first is row {row}); their columns may be shifted",
    hint: {
      zh: "金额里的千分位逗号要加引号，或用 --delimiter 指明分隔符",
      en: "quote figures with grouped thousands, or name the delimiter with --delimiter",
    },
  },
});
