import { entries } from "../entry.ts";

/** The command line: arguments, the project file, files to read and to write. */
export const cliCodes = entries({
  "cli/no-such-file": {
    severity: "error",
    zh: "找不到文件 {file}",
    en: "no such file: {file}",
    hint: { zh: "请检查路径和文件名", en: "check the path and the name" },
  },
  "cli/unknown-command": {
    severity: "error",
    zh: "没有“{command}”这个命令{suggestion}",
    en: 'there is no command "{command}"{suggestion}',
    hint: { zh: "dingji --help 列出全部命令", en: "dingji --help lists the commands" },
  },
  "cli/unknown-option": {
    severity: "error",
    zh: "dingji {command} 没有选项 {option}{suggestion}",
    en: "dingji {command} has no option {option}{suggestion}",
    hint: { zh: "dingji {command} --help 列出全部选项", en: "dingji {command} --help lists the options" },
  },
  "cli/option-without-value": {
    severity: "error",
    zh: "选项 {option} 后面缺少值",
    en: "option {option} needs a value",
    hint: { zh: "dingji {command} --help 有示例", en: "dingji {command} --help has examples" },
  },
  "cli/bad-value": {
    severity: "error",
    zh: "{place} 不能是“{value}”{suggestion}（可用：{choices}）",
    en: '{place} cannot be "{value}"{suggestion} (it can be: {choices})',
    hint: { zh: "dingji {command} --help 有说明", en: "dingji {command} --help says more" },
  },
  "cli/missing-argument": {
    severity: "error",
    zh: "缺少参数 {argument}",
    en: "missing argument: {argument}",
    hint: { zh: "dingji {command} --help 有示例", en: "dingji {command} --help has examples" },
  },
  "cli/too-many-arguments": {
    severity: "error",
    zh: "参数太多：dingji {command} 用不到“{extra}”",
    en: 'too many arguments: dingji {command} has no use for "{extra}"',
    hint: { zh: "dingji {command} --help 有示例", en: "dingji {command} --help has examples" },
  },
  "cli/no-rulebook": {
    severity: "error",
    zh: "没有指定按哪个规则评定",
    en: "no rulebook is named",
    hint: {
      zh: "加上 -r 规则，例如 -r bocom-nanchang，或在 dingji.yml 里写 rulebook",
      en: "give one with -r, such as -r bocom-nanchang, or as `rulebook` in dingji.yml",
    },
  },
  "cli/no-input": {
    severity: "error",
    zh: "没有指定要读的表格",
    en: "no spreadsheets are named",
    hint: {
      zh: "写上文件、文件夹或 - （标准输入），或在 dingji.yml 里写 inputs",
      en: "name files, a folder or - (standard input), or give `inputs` in dingji.yml",
    },
  },
  "cli/no-period": {
    severity: "error",
    zh: "没有说明评定哪个考核期",
    en: "the period to grade is not given",
    hint: {
      zh: "加上 -p，例如 -p 2026Q4；或只给基准日 --as-of 2026-12-31，则评定该日所在的季度",
      en: "give -p, such as -p 2026Q4; or --as-of 2026-12-31 alone, for the quarter that holds that day",
    },
  },
  "cli/bad-margin": {
    severity: "error",
    zh: "看不懂临界幅度“{value}”",
    en: '"{value}" is not a margin',
    hint: { zh: "写成 5% 或 0.05，从 0 到 100%", en: "write 5% or 0.05, from 0 to 100 %" },
  },
  "cli/bad-period": {
    severity: "error",
    zh: "看不懂考核期“{value}”",
    en: '"{value}" is not a period',
    hint: {
      zh: "写成 2026（年）、2026H2（半年）、2026Q4（季）或 2026-11（月）",
      en: "write 2026 (a year), 2026H2 (a half-year), 2026Q4 (a quarter) or 2026-11 (a month)",
    },
  },
  "cli/bad-date": {
    severity: "error",
    zh: "“{value}”不是日期",
    en: '"{value}" is not a date',
    hint: { zh: "写成 2026-12-31", en: "write it as 2026-12-31" },
  },
  "cli/as-of-outside-period": {
    severity: "warning",
    zh: "基准日 {date} 不在考核期 {period} 之内",
    en: "the day of assessment {date} is not within the period {period}",
    hint: {
      zh: "有日期的参数取基准日当天有效的值；请确认这是您要的",
      en: "dated parameters are those in force on that day; make sure that this is meant",
    },
  },
  "cli/bad-mapping": {
    severity: "error",
    zh: "--map 看不懂“{value}”",
    en: '--map cannot be "{value}"',
    hint: {
      zh: "写成 表名=输入 或 表头=输入.列，例如 --map 明细表=deposits",
      en: "write SHEET=INPUT or HEADER=INPUT.COLUMN, such as --map 明细表=deposits",
    },
  },
  "cli/bad-delimiter": {
    severity: "error",
    zh: "分隔符只能是一个字符，不能是“{value}”",
    en: 'a delimiter is one character, not "{value}"',
    hint: { zh: "例如 --delimiter ';'，制表符写 tab", en: "such as --delimiter ';', or tab for a tab" },
  },
  "cli/unknown-format": {
    severity: "error",
    zh: "不知道 {file} 要写成什么格式",
    en: "the format of {file} is not known",
    hint: {
      zh: "文件名以 {endings} 结尾，或用 -f 指定格式",
      en: "let its name end in {endings}, or name the format with -f",
    },
  },
  "cli/format-conflict": {
    severity: "error",
    zh: "{file} 的后缀与 -f {format} 不一致",
    en: "the ending of {file} says otherwise than -f {format}",
    hint: { zh: "去掉 -f，或改文件名", en: "leave out -f, or change the name" },
  },
  "cli/binary-to-terminal": {
    severity: "error",
    zh: "工作簿不能显示在终端上",
    en: "a workbook cannot be shown on a terminal",
    hint: { zh: "用 -o 文件.xlsx 写成文件", en: "write it to a file with -o FILE.xlsx" },
  },
  "cli/output-exists": {
    severity: "error",
    zh: "{file} 已经存在，没有覆盖",
    en: "{file} exists already and is left as it is",
    hint: { zh: "确实要覆盖，请加 --force", en: "to replace it, add --force" },
  },
  "cli/output-is-input": {
    severity: "error",
    zh: "{file} 是这次要读的文件，不能写",
    en: "{file} is read by this run, so it cannot be written",
    hint: { zh: "输出请换一个文件名", en: "choose another name for the output" },
  },
  "cli/output-twice": {
    severity: "error",
    zh: "{file} 被指定输出两次",
    en: "{file} is named as an output twice",
    hint: { zh: "去掉一个 -o", en: "leave out one of the two -o" },
  },
  "cli/no-such-folder": {
    severity: "error",
    zh: "要写 {file}，但没有文件夹 {folder}",
    en: "{file} cannot be written: there is no folder {folder}",
    hint: { zh: "先建文件夹，或检查路径", en: "make the folder first, or check the path" },
  },
  "cli/output-not-a-file": {
    severity: "error",
    zh: "{file} 不是普通文件，不能写成报告",
    en: "{file} is not an ordinary file, so no report is written there",
    hint: { zh: "写到标准输出请不用 -o，只用 -f", en: "for standard output leave out -o and give -f alone" },
  },
  "cli/cannot-write": {
    severity: "error",
    zh: "写不了 {file}：{problem}",
    en: "{file} cannot be written: {problem}",
    hint: {
      zh: "所有输出都保持原样；文件如在 Excel 或 WPS 中打开，请先关闭",
      en: "every output is as it was; close the file if Excel or WPS has it open",
    },
  },
  "cli/unknown-person": {
    severity: "error",
    zh: "花名册里没有“{id}”{suggestion}",
    en: '"{id}" is not on the roster{suggestion}',
    hint: { zh: "写工号或姓名", en: "give an id or a name" },
  },
  "cli/ambiguous-person": {
    severity: "error",
    zh: "有 {count} 个人叫“{name}”：{ids}",
    en: '{count} people are called "{name}": {ids}',
    hint: { zh: "请写其中一个工号", en: "give one of these ids" },
  },
  "cli/no-tests": {
    severity: "error",
    zh: "没有找到规则测试（*.test.yml）",
    en: "no rule tests (*.test.yml) are found",
    hint: { zh: "写上测试文件或文件夹", en: "name test files or a folder" },
  },
});
