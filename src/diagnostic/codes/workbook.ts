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
    hint: {
      zh: "用 Excel 或 WPS 打开，另存为 .xlsx；或放宽上限：--limit held=200MiB",
      en: "open it in Excel or WPS and save it as .xlsx, or raise the limit: --limit held=200MiB",
    },
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
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit text=10000000",
      en: "if the file is sound, raise the limit: --limit text=10000000",
    },
  },
  "workbook/zip-bomb": {
    severity: "error",
    zh: "{part} 的压缩率异常（不到 {limit}），可能是压缩炸弹，不读取",
    en: "{part} is packed more than is plausible (below {limit}): it may be a zip bomb and is refused",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit ratio=0.001",
      en: "if the file is sound, raise the limit: --limit ratio=0.001",
    },
  },
  "workbook/file-too-large": {
    severity: "error",
    zh: "文件有 {size}，超过上限 {limit}",
    en: "the file has {size}, more than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit file=1GiB",
      en: "if the file is sound, raise the limit: --limit file=1GiB",
    },
  },
  "workbook/too-many-parts": {
    severity: "error",
    zh: "压缩包内有 {count} 个部件，超过上限 {limit}",
    en: "the zip has {count} parts, more than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit entries=10000",
      en: "if the file is sound, raise the limit: --limit entries=10000",
    },
  },
  "workbook/part-too-large": {
    severity: "error",
    zh: "{part} 解压后超过上限 {limit}",
    en: "{part} unpacks to more than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit {name}=2GiB",
      en: "if the file is sound, raise the limit: --limit {name}=2GiB",
    },
  },
  "workbook/unpacked-too-large": {
    severity: "error",
    zh: "整个文件解压后超过上限 {limit}",
    en: "the file unpacks to more than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit total=8GiB",
      en: "if the file is sound, raise the limit: --limit total=8GiB",
    },
  },
  "workbook/too-many-rows": {
    severity: "error",
    zh: "行号 {row} 超过上限 {limit}",
    en: "row {row} is beyond the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit rows=5000000",
      en: "if the file is sound, raise the limit: --limit rows=5000000",
    },
  },
  "workbook/too-many-columns": {
    severity: "error",
    zh: "列数超过上限 {limit}",
    en: "the column is beyond the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit columns=18278",
      en: "if the file is sound, raise the limit: --limit columns=18278",
    },
  },
  "workbook/too-many-cells": {
    severity: "error",
    zh: "单元格总数超过上限 {limit}",
    en: "there are more cells than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit cells=200000000",
      en: "if the file is sound, raise the limit: --limit cells=200000000",
    },
  },
  "workbook/text-too-long": {
    severity: "error",
    zh: "单元格文字超过上限 {limit} 个字符",
    en: "the cell's text is longer than the limit of {limit} characters",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit text=1000000",
      en: "if the file is sound, raise the limit: --limit text=1000000",
    },
  },
  "workbook/too-many-shared-texts": {
    severity: "error",
    zh: "{part} 的共享字符串超过上限 {limit} 条",
    en: "{part} has more shared strings than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit texts=100000000",
      en: "if the file is sound, raise the limit: --limit texts=100000000",
    },
  },
  "workbook/too-many-styles": {
    severity: "error",
    zh: "{part} 的单元格样式超过上限 {limit} 种",
    en: "{part} has more cell styles than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit styles=500000",
      en: "if the file is sound, raise the limit: --limit styles=500000",
    },
  },
  "workbook/too-many-merges": {
    severity: "error",
    zh: "{part} 的合并区域超过上限 {limit} 个",
    en: "{part} has more merged ranges than the limit of {limit}",
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit merges=5000000",
      en: "if the file is sound, raise the limit: --limit merges=5000000",
    },
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
    hint: {
      zh: "确是正常的文件，就放宽上限：--limit line=256MiB",
      en: "if the file is sound, raise the limit: --limit line=256MiB",
    },
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
});
