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
  "cli/unknown-limit": {
    severity: "error",
    zh: "没有名为“{name}”的上限{suggestion}",
    en: 'there is no limit "{name}"{suggestion}',
    hint: { zh: "可设：{names}", en: "there are: {names}" },
  },
  "cli/bad-limit": {
    severity: "error",
    zh: "上限 {name} 不能是“{value}”",
    en: 'the limit {name} cannot be "{value}"',
    hint: { zh: "应为{example}", en: "it should be {example}" },
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
  "cli/output-not-a-folder": {
    severity: "error",
    zh: "{file} 不是文件夹",
    en: "{file} is no folder",
  },
  "cli/output-in-folder": {
    severity: "error",
    zh: "{file} 在 {folder} 里面，而这个文件夹要整个换成通知书和审批表",
    en: "{file} is inside {folder}, which is replaced as a whole by notices and forms",
    hint: { zh: "把它写到别处", en: "write it elsewhere" },
  },
  "cli/folder-not-empty": {
    severity: "error",
    zh: "文件夹 {file} 里已有通知书或审批表，没有覆盖",
    en: "the folder {file} has notices or forms already and is left as it is",
    hint: { zh: "确实要整个换掉，请加 --force", en: "to replace all of them, add --force" },
  },
  "cli/folder-has-others": {
    severity: "error",
    zh: "文件夹 {file} 里有别的文件（{other}），不能整个换掉",
    en: "the folder {file} holds something else ({other}) and cannot be replaced as a whole",
    hint: { zh: "换一个新的或空的文件夹", en: "name a new or an empty folder" },
  },
  "cli/no-forms-in": {
    severity: "error",
    zh: "公示名单不写通知书和审批表，{file} 是文件夹",
    en: "a public notice has no forms, but {file} is a folder",
    hint: { zh: "分两次运行", en: "run twice" },
  },
  "cli/bad-form": {
    severity: "error",
    zh: "--form {value} 看不懂",
    en: "--form {value} is not understood",
    hint: {
      zh: "写作 --form notice=文件.xlsx 或 --form approval=文件.xlsx",
      en: "--form notice=FILE.xlsx or --form approval=FILE.xlsx",
    },
  },
  "cli/not-a-form": {
    severity: "error",
    zh: "{file} 不是能用作模板的 .xlsx 工作簿",
    en: "{file} is no .xlsx workbook that can serve as a template",
    hint: { zh: "dingji forms -o 文件夹/ 取出现成的模板", en: "dingji forms -o FOLDER/ gives the shipped templates" },
  },
  "cli/unknown-placeholder": {
    severity: "error",
    zh: "模板里的“{name}”不是占位符{suggestion}",
    en: 'the template asks for "{name}", which is no placeholder{suggestion}',
    hint: { zh: "dingji forms 列出全部占位符", en: "dingji forms lists the placeholders" },
  },
  "cli/open-placeholder": {
    severity: "error",
    zh: "模板里的占位符没有写完：{text}",
    en: "a placeholder of the template is not closed: {text}",
    hint: { zh: "名称两边各写两个大括号", en: "two braces on either side of the name" },
  },
  "cli/no-such-notice": {
    severity: "error",
    zh: "公示名单不能写成 {format}",
    en: "a public notice cannot be written as {format}",
    hint: { zh: "可用：{formats}；给程序用请写全部结果", en: "one of: {formats}; for programs write the whole result" },
  },
  "cli/nothing-decided": {
    severity: "error",
    zh: "规则 {rulebook} 没有 decision，不给建议等级，写不了{what}",
    en: "the rulebook {rulebook} has no decision and proposes no tier: there is nothing to put into {what}",
  },
  "cli/nothing-moves": {
    severity: "warning",
    zh: "按 {rulebook}，考核期 {period} 不调整等级，{what}里写的都是现等级",
    en: "under {rulebook} the period {period} moves no tier: {what} names everyone's present one",
    hint: { zh: "要按本次结果调整，加 --appoint", en: "--appoint moves tiers by this run" },
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
  "cli/no-output": {
    severity: "error",
    zh: "没有说明写到哪个文件",
    en: "the file to write is not named",
    hint: { zh: "加上 -o，例如 -o collect.xlsx", en: "give it with -o, such as -o collect.xlsx" },
  },
  "cli/no-branch-column": {
    severity: "error",
    zh: "规则的“{label}”没有机构列，不能按机构分开",
    en: 'the "{label}" of the rulebook has no column of branches to part it by',
    hint: {
      zh: "给规则加一列 branch，或不用 --branch",
      en: "give the rulebook a column called branch, or leave out --branch",
    },
  },
  "cli/not-a-folder": {
    severity: "error",
    zh: "有 --branch 时要写多个文件，{file} 应是文件夹",
    en: "with --branch there are many files to write: {file} should be a folder",
    hint: { zh: "例如 -o branches", en: "such as -o branches" },
  },
  "cli/only-xlsx": {
    severity: "error",
    zh: "{file} 只能写成工作簿，文件名要以 .xlsx 结尾",
    en: "{file} can only be a workbook: its name must end in .xlsx",
  },
  "cli/not-written": {
    severity: "error",
    zh: "有文件读不了（{files}），没有写 {file}",
    en: "{file} is not written, as some files cannot be read: {files}",
    hint: { zh: "先处理这些文件，或只检查其余的文件", en: "mend those files first, or leave them out" },
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
