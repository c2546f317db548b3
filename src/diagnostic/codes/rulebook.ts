import { entries } from "../entry.ts";

/** Reading and compiling a rulebook. */
export const rulebookCodes = entries({
  "rulebook/no-such-rulebook": {
    severity: "error",
    zh: "没有规则文件“{name}”{near}",
    en: 'no rulebook "{name}"{near}',
    hint: {
      zh: "给出 YAML 文件的路径，或内置规则的编号：{shipped}",
      en: "give a path to a YAML file, or the id of a shipped one: {shipped}",
    },
  },
  "rulebook/extends-circle": {
    severity: "error",
    zh: "extends 绕成了圈：{path}",
    en: "extends runs in a circle: {path}",
  },
  "rulebook/drop-nothing": {
    severity: "error",
    zh: "drop 要去掉“{id}”，{base} 里没有{near}",
    en: 'drop would take out "{id}", which {base} does not have{near}',
  },
  "rulebook/near-base-id": {
    severity: "warning",
    zh: "{base} 里没有“{id}”，它成了新的一条；是不是“{near}”？",
    en: '{base} has no "{id}", so it is an entry of its own; did you mean "{near}"?',
  },
  "rulebook/too-large": {
    severity: "error",
    zh: "规则文件有 {size} 字节，超过上限 {limit} 字节",
    en: "the rulebook has {size} bytes, more than the limit of {limit}",
  },
  "rulebook/not-utf8": {
    severity: "error",
    zh: "规则文件不是 UTF-8 编码",
    en: "the rulebook is not UTF-8",
    hint: {
      zh: "多半是 GBK：用记事本打开，另存为，编码选 UTF-8",
      en: "most likely it is GBK: save it as UTF-8 in an editor",
    },
  },
  "rulebook/no-text": {
    severity: "error",
    zh: "这是{what}，不是规则文件",
    en: "this is {what}, not a rulebook",
    hint: {
      zh: "-r 后面写规则文件（.yml）或内置规则的编号；表格直接写在命令后面",
      en: "-r takes a rulebook (.yml) or the id of a shipped one; spreadsheets are named by themselves",
    },
  },
  "rulebook/yaml": {
    severity: "error",
    zh: "YAML 写法有误：{problem}",
    en: "not valid YAML: {problem}",
  },
  "rulebook/wide-punctuation": {
    severity: "error",
    zh: "用了{found}，YAML 里要用{use}",
    en: "{found} was typed; YAML needs {use}",
    hint: { zh: "写成 {text}{otherwise}", en: "write {text}{otherwise}" },
  },
  "rulebook/colon-blank": {
    severity: "error",
    zh: "冒号后面要空一格，否则 YAML 把两边当成一个词",
    en: "a blank is missing behind the colon: YAML takes both sides for one word",
    hint: { zh: "写成 {text}", en: "write {text}" },
  },
  "rulebook/thousands": {
    severity: "error",
    zh: "{text} 里的千位逗号会被 YAML 当成分隔",
    en: "YAML takes the thousands separators of {text} for commas of its own",
    hint: { zh: "写成 {plain}", en: "write {plain}" },
  },
  "rulebook/joined-words": {
    severity: "warning",
    zh: "“{text}”在这里是一个词，不是几个",
    en: '"{text}" is one word here, not several',
    hint: {
      zh: "几个词写成 [{words}]；确是一个词，就给它加半角引号",
      en: "write several words as [{words}]; quote it if it is one word",
    },
  },
  "rulebook/comparison-in-yaml": {
    severity: "error",
    zh: "以 > 开头的值在 YAML 里另有含义",
    en: "a value that begins with > means something else in YAML",
    hint: { zh: "写出指标名，或加引号：“{text}”", en: 'name the metric, or quote it: "{text}"' },
  },
  "rulebook/duplicate-key": {
    severity: "error",
    zh: "键“{key}”写了两次，只能有一个",
    en: 'the key "{key}" stands twice; only one can count',
  },
  "rulebook/null": {
    severity: "error",
    zh: "“{key}”没有值",
    en: '"{key}" has no value',
    hint: {
      zh: "写上值，或删去这个键；前面的逗号若属于文字，整段加引号",
      en: "give it a value, or remove the key; if the comma before it belongs to a text, quote the whole text",
    },
  },
  "rulebook/split-formula": {
    severity: "error",
    zh: "公式里的逗号或括号被 YAML 拆开了",
    en: "a comma or bracket inside the formula was taken by YAML",
    hint: { zh: "整条公式加引号：{text}", en: "quote the whole formula: {text}" },
  },
  "rulebook/aliases": {
    severity: "error",
    zh: "YAML 别名展开后过大",
    en: "the YAML's aliases expand without bound",
  },
  "rulebook/unknown-key": {
    severity: "error",
    zh: "不认识的键“{key}”{near}",
    en: 'unknown key "{key}"{near}',
    hint: { zh: "这里可用：{known}", en: "known here: {known}" },
  },
  "rulebook/missing-key": {
    severity: "error",
    zh: "{where} 缺少“{key}”",
    en: '{where} lacks "{key}"',
  },
  "rulebook/bad-value": {
    severity: "error",
    zh: "“{key}”应为{expected}，这里是{got}",
    en: '"{key}" should be {expected}, but is {got}',
  },
  "rulebook/bad-criterion": {
    severity: "error",
    zh: "条件要有且只有 that、all、any、at_least + of、reading、use 中的一个",
    en: "a criterion has exactly one of that, all, any, at_least with of, reading, use",
  },
  "rulebook/bad-id": {
    severity: "error",
    zh: "“{id}”不能作名称：以字母或汉字开头，只含字母、汉字、数字、下划线",
    en: '"{id}" cannot be a name: begin with a letter, use letters, digits and underscores',
  },
  "rulebook/reserved-name": {
    severity: "error",
    zh: "“{id}”是保留字，不能作名称",
    en: '"{id}" is reserved and cannot be a name',
  },
  "rulebook/duplicate-name": {
    severity: "error",
    zh: "名称“{id}”用了两次",
    en: 'the name "{id}" is used twice',
    hint: {
      zh: "列、参数、指标、得分、在岗线共用一套名称，改其中一个",
      en: "columns, params, metrics, scores and standing share one set of names: rename one",
    },
  },
  "rulebook/duplicate-id": {
    severity: "error",
    zh: "编号“{id}”在同一处用了两次",
    en: 'the id "{id}" is used twice in one place',
    hint: { zh: "给其中一条另写 id", en: "give one of them another id" },
  },
  "rulebook/shared-word": {
    severity: "error",
    zh: "等级“{first}”和“{second}”都叫“{word}”，表里写着它时分不清是哪一级",
    en: 'the tiers "{first}" and "{second}" are both called "{word}": a cell with it would be either',
    hint: { zh: "从其中一级的 label 或 aliases 里去掉它", en: "take it out of the label or aliases of one of them" },
  },
  "rulebook/unknown-reference": {
    severity: "error",
    zh: "没有名为“{name}”的{what}{near}",
    en: 'no {what} named "{name}"{near}',
  },
  "rulebook/no-subject": {
    severity: "error",
    zh: "subject 写的是“{subject}”，inputs 里没有它",
    en: 'subject is "{subject}", which is not among the inputs',
  },
  "rulebook/no-key": {
    severity: "error",
    zh: "评定对象“{input}”要用 key 指明主键列",
    en: 'the subject "{input}" needs a key column',
  },
  "rulebook/no-link": {
    severity: "error",
    zh: "“{input}”有多行，却没有一列 refers: {subject}，无法归到人",
    en: '"{input}" has no column that refers: {subject}, so its rows belong to nobody',
    hint: {
      zh: "给工号列加 refers: {subject}；只有一行的表不写 key",
      en: "add refers: {subject} to the id column; a one-row sheet needs no key",
    },
  },
  "rulebook/key-not-id": {
    severity: "error",
    zh: "“{column}”是主键或引用列，类型须为 id",
    en: '"{column}" is a key or reference, so its type must be id',
  },
  "rulebook/column-option": {
    severity: "error",
    zh: "{type} 列不能写 {option}",
    en: "a column of type {type} takes no {option}",
  },
  "rulebook/enum-values": {
    severity: "error",
    zh: "enum 列“{column}”要写 values",
    en: 'the enum column "{column}" needs values',
  },
  "rulebook/shared-header": {
    severity: "error",
    zh: "列“{column}”和列“{other}”认同一个表头“{header}”，读表时分不清，两列会读成一样",
    en: 'the columns "{column}" and "{other}" name the same header "{header}": both would be read from one column',
    hint: {
      zh: "两列各写各的表头；单位、空格、大小写、全角半角不算差别",
      en: "give each a header of its own; unit, blanks, case and width make no difference",
    },
  },
  "rulebook/value-type": {
    severity: "error",
    zh: "“{key}”的值应为{expected}，这里是{got}",
    en: '"{key}" should be {expected}, but is {got}',
  },
  "rulebook/by-tier": {
    severity: "error",
    zh: "参数“{param}”没有写等级“{tier}”的值，也没有 default",
    en: 'param "{param}" has no value for tier "{tier}" and no default',
  },
  "rulebook/mixed-values": {
    severity: "error",
    zh: "参数“{param}”的各值类型不一：{one}与{other}",
    en: 'the values of param "{param}" are of different kinds: {one} and {other}',
  },
  "rulebook/dates-out-of-order": {
    severity: "error",
    zh: "“{param}”的各版本要按 from 由早到晚写，不能重复",
    en: 'the versions of "{param}" must run from the earliest from to the latest, each once',
  },
  "rulebook/not-in-force": {
    severity: "error",
    zh: "“{param}”最早从 {from} 起有值，评定日 {asOf} 没有可用的值",
    en: '"{param}" has values from {from}; there is none for the assessment day {asOf}',
  },
  "rulebook/not-effective": {
    severity: "error",
    zh: "规则{term}施行，评定日 {asOf} 不在其内",
    en: "the rulebook is in force {term}; the assessment day {asOf} is outside",
  },
  "rulebook/one-measure": {
    severity: "error",
    zh: "指标“{metric}”要有且只有一种算法：{kinds}",
    en: 'metric "{metric}" needs exactly one of {kinds}',
  },
  "rulebook/no-input": {
    severity: "error",
    zh: "“{text}”看不出取自哪张表：写成 表名.列名",
    en: '"{text}" does not say which input it reads: write input.column',
  },
  "rulebook/two-inputs": {
    severity: "error",
    zh: "“{text}”同时取了两张表（{inputs}），一个指标只能汇总一张表",
    en: '"{text}" reads two inputs ({inputs}); a metric adds up one',
  },
  "rulebook/not-numeric": {
    severity: "error",
    zh: "“{text}”是{type}，不能{fn}",
    en: '"{text}" is {type} and cannot be used in {fn}',
  },
  "rulebook/must-be-boolean": {
    severity: "error",
    zh: "“{text}”应当是能判断是否的条件，这里是{type}",
    en: '"{text}" should be a yes-or-no condition, but is {type}',
  },
  "rulebook/empty-type": {
    severity: "error",
    zh: "empty 的值应与指标同类（{expected}），这里是{got}",
    en: "empty should be of the metric's kind ({expected}), but is {got}",
  },
  "rulebook/cycle": {
    severity: "error",
    zh: "指标循环引用：{path}",
    en: "metrics refer to each other in a circle: {path}",
  },
  "rulebook/tier-scoped": {
    severity: "error",
    zh: "“{text}”因等级而异，这里不知道是哪个等级",
    en: '"{text}" differs by tier, and here no tier is being tested',
    hint: { zh: "写明等级，例如 {name} at current", en: "pin it, such as {name} at current" },
  },
  "rulebook/need-too-many": {
    severity: "error",
    zh: "at_least: {need}，但 of 里只有 {count} 条",
    en: "at_least: {need}, but of has only {count}",
  },
  "rulebook/two-leaves": {
    severity: "error",
    zh: "“{name}”在同一组里比较了两次，编号会相同",
    en: '"{name}" is compared twice in one group, so their ids would be the same',
    hint: {
      zh: "给其中一条加上 id，用 that 写条件",
      en: "give one of them an id of its own, with the formula under that",
    },
  },
  "rulebook/no-ladder": {
    severity: "error",
    zh: "tiers 里没有可以达到的等级（全是 ladder: no）",
    en: "no tier can be reached: all are ladder: no",
  },
  "rulebook/reading-use": {
    severity: "error",
    zh: "读法“{reading}”没有 candidates，不能当作条件",
    en: 'reading "{reading}" has no candidates, so it cannot be a criterion',
  },
  "rulebook/unused-reading": {
    severity: "warning",
    zh: "读法“{reading}”没有条件用到，touches 也没有指明",
    en: 'no criterion uses reading "{reading}", and it touches nothing',
  },
  "rulebook/touches": {
    severity: "error",
    zh: "touches 里的“{target}”不存在{near}",
    en: 'touches names "{target}", which does not exist{near}',
  },
  "rulebook/unknown-action": {
    severity: "error",
    zh: "不认识的结论“{action}”{near}",
    en: 'unknown action "{action}"{near}',
  },
  "rulebook/score-item": {
    severity: "error",
    zh: "计分项“{id}”要么写 weight（可加 cap），要么写 every 和 points（可加 over、cap）",
    en: 'score item "{id}" has either weight (and cap), or every and points (and over, cap)',
  },
  "rulebook/lines-order": {
    severity: "error",
    zh: "等级“{tier}”的档次线要由高到低写",
    en: 'the lines of tier "{tier}" must fall from the highest level to the lowest',
  },
  "rulebook/no-lines": {
    severity: "error",
    zh: "levels.lines 没有等级“{tier}”的档次线",
    en: 'levels.lines has no lines for tier "{tier}"',
  },
  "rulebook/level-names": {
    severity: "error",
    zh: "档次名只有 {names} 个，档次线最多有 {lines} 条",
    en: "there are {names} level names for up to {lines} lines",
  },
  "rulebook/version": {
    severity: "error",
    zh: "dingji: {version} 不是本程序支持的语言版本（支持 1）",
    en: "dingji: {version} is not a language version that this program supports (1)",
  },
});
