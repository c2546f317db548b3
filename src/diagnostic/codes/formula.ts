import { entries } from "../entry.ts";

const advice = { zh: "{advice}", en: "{advice}" } as const;

export const formulaCodes = entries({
  "formula/empty": {
    severity: "error",
    zh: "这里应写公式，却是空的",
    en: "a formula is expected here, but there is nothing",
  },
  "formula/too-long": {
    severity: "error",
    zh: "公式有 {length} 个字符，最多 {limit} 个",
    en: "the formula has {length} characters; {limit} is the limit",
    hint: { zh: "把它拆成几个指标 (metrics)", en: "split it into several metrics" },
  },
  "formula/too-deep": {
    severity: "error",
    zh: "括号、not 或负号嵌套超过 {limit} 层",
    en: "brackets, not or minus signs are nested more than {limit} deep",
    hint: { zh: "把它拆成几个指标 (metrics)", en: "split it into several metrics" },
  },
  "formula/unexpected-character": {
    severity: "error",
    zh: "公式中不能有字符“{char}”",
    en: 'a formula cannot have the character "{char}"',
    hint: advice,
  },
  "formula/unclosed-text": {
    severity: "error",
    zh: "引号 {quote} 没有收尾",
    en: "the quotation mark {quote} is never closed",
  },
  "formula/unclosed-bracket": {
    severity: "error",
    zh: "括号 {bracket} 没有收尾：到{found}之前还缺 {closing}",
    en: "the bracket {bracket} is never closed: {closing} is missing before {found}",
  },
  "formula/unexpected": {
    severity: "error",
    zh: "这里应是{expected}，却是“{found}”",
    en: 'expected {expected}, found "{found}"',
    hint: advice,
  },
  "formula/unexpected-end": {
    severity: "error",
    zh: "公式没有写完：后面应是{expected}",
    en: "the formula ends too soon: expected {expected}",
  },
  "formula/single-equals": {
    severity: "error",
    zh: "“=”不是比较符号",
    en: "= does not compare",
    hint: { zh: "相等写 ==", en: "write == for equal" },
  },
  "formula/wrong-operator": {
    severity: "error",
    zh: "公式中没有“{found}”这个写法",
    en: 'there is no "{found}" in formulas',
    hint: { zh: "请写 {use}", en: "write {use}" },
  },
  "formula/chained-comparison": {
    severity: "error",
    zh: "比较不能连写：“{text}”",
    en: 'comparisons cannot be chained: "{text}"',
    hint: {
      zh: "写 x between a and b (含两端)，或用 and 连接两个比较",
      en: "write x between a and b (both ends included), or join two comparisons with and",
    },
  },
  "formula/bad-number": {
    severity: "error",
    zh: "“{text}”不是数字的写法",
    en: '"{text}" is not how a figure is written',
    hint: advice,
  },
  "formula/bad-date": {
    severity: "error",
    zh: "没有“{text}”这一天",
    en: 'there is no day "{text}"',
    hint: { zh: "日期写作 2026-09-30", en: "write dates as 2026-09-30" },
  },
  "formula/unknown-currency": {
    severity: "error",
    zh: "不认识币种“{name}”",
    en: 'unknown currency "{name}"',
    hint: { zh: "写 ISO 代码，如 CNY、USD", en: "write the ISO code, such as CNY or USD" },
  },
  "formula/unknown-name": {
    severity: "error",
    zh: "没有叫“{name}”的列、参数或指标{suggestion}",
    en: 'there is no column, param or metric called "{name}"{suggestion}',
  },
  "formula/not-visible": {
    severity: "error",
    zh: "这里不能用“{name}”：{why}",
    en: '"{name}" cannot be used here: {why}',
  },
  "formula/unknown-word": {
    severity: "error",
    zh: "“{word}”不是{of}的值{suggestion}",
    en: '"{word}" is not one of the values of {of}{suggestion}',
    hint: { zh: "可用的值：{values}", en: "its values: {values}" },
  },
  "formula/ambiguous-word": {
    severity: "error",
    zh: "“{word}”既是{of}的值，又是一个名称",
    en: '"{word}" is both one of the values of {of} and a name',
    hint: { zh: "指的是值就加引号：'{word}'", en: "quote it if the value is meant: '{word}'" },
  },
  "formula/quote-text": {
    severity: "error",
    zh: "“{word}”不是名称；与{of}比较的文字要加引号",
    en: '"{word}" is no name; text that is compared with {of} is quoted',
    hint: { zh: "写 '{word}'", en: "write '{word}'" },
  },
  "formula/unknown-function": {
    severity: "error",
    zh: "没有函数“{name}”{suggestion}",
    en: 'there is no function "{name}"{suggestion}',
  },
  "formula/wrong-arguments": {
    severity: "error",
    zh: "{function} 应写作 {usage}，这里给了 {count} 个参数",
    en: "{function} is written {usage}; {count} {count:argument was|arguments were} given",
  },
  "formula/wrong-places": {
    severity: "error",
    zh: "round 的第二个参数是小数位数：0 到 12 的整数",
    en: "the second argument of round is the number of decimal places: a whole number from 0 to 12",
  },
  "formula/wrong-type": {
    severity: "error",
    zh: "这里应是{expected}，却是{found}",
    en: "expected {expected}, found {found}",
    hint: advice,
  },
  "formula/cannot-compare": {
    severity: "error",
    zh: "{left}与{right}不能比较",
    en: "{left} cannot be compared with {right}",
    hint: advice,
  },
  "formula/cannot-calculate": {
    severity: "error",
    zh: "{left} {op} {right} 算不出有意义的结果",
    en: "{left} {op} {right} makes no sense",
    hint: advice,
  },
  "formula/branches-differ": {
    severity: "error",
    zh: "各个结果应是同一种：{left}与{right}不是",
    en: "all outcomes must be of one kind; {left} and {right} are not",
    hint: advice,
  },
  "formula/needs-unit": {
    severity: "error",
    zh: "“{figure}”没有单位，而对面是{type}",
    en: '"{figure}" has no unit, and stands opposite {type}',
    hint: { zh: "写上单位，如 {example}", en: "write the unit, for example {example}" },
  },
  "formula/ambiguous-divisor": {
    severity: "error",
    zh: "金额除以“{figure}”：是除以一个数，还是问有几个{figure}？",
    en: 'money divided by "{figure}": by a number, or how many times "{figure}"?',
    hint: {
      zh: "问有几个就写 {example}；除以一个数就写成 {plain}",
      en: "write {example} for how many times, {plain} for a number",
    },
  },
  "formula/unordered": {
    severity: "error",
    zh: "{type}没有大小，只能比较 == 或 !=",
    en: "{type} has no order; only == and != can be used",
    hint: advice,
  },
  "formula/no-rate": {
    severity: "error",
    zh: "规则中没有 {from} 折 {to} 的汇率",
    en: "the rulebook has no rate from {from} to {to}",
    hint: {
      zh: "在 rates: 下写上 {from} 折 {to} 的汇率和起用日期",
      en: "write the rate from {from} to {to} and its first day under rates:",
    },
  },
  "formula/not-tier-scoped": {
    severity: "error",
    zh: "“{name}”在各等级都一样，不能写 at",
    en: '"{name}" is the same at every tier; at does not apply',
    hint: { zh: "去掉 at {tier}", en: "remove at {tier}" },
  },
  "formula/by-level": {
    severity: "error",
    zh: "“{name}”按档次取值，at 后面要写档次",
    en: '"{name}" goes by level; a level is needed behind at',
    hint: {
      zh: "写 {name} at current_level、qualified_level 或 recommended_level",
      en: "write {name} at current_level, qualified_level or recommended_level",
    },
  },
  "formula/not-by-level": {
    severity: "error",
    zh: "“{name}”按等级取值，不按档次",
    en: '"{name}" goes by tier, not by level',
    hint: { zh: "写 {name} at {tier}", en: "write {name} at {tier}" },
  },
  "formula/at-needs-name": {
    severity: "error",
    zh: "at 前面只能是一个名称",
    en: "only a name can stand before at",
    hint: { zh: "对每个名称分别写 at", en: "write at behind each name" },
  },
  "formula/unknown-tier": {
    severity: "error",
    zh: "“{name}”不是等级{suggestion}",
    en: '"{name}" is not a tier{suggestion}',
    hint: {
      zh: "at 后面写等级，或 current、qualified、recommended",
      en: "write a tier behind at, or current, qualified or recommended",
    },
  },
  "formula/no-division": {
    severity: "error",
    zh: "逐行的公式里不能用除法",
    en: "a formula over rows cannot divide",
    hint: {
      zh: "先汇总，再在另一个指标 (metrics) 里相除；或用 ratio: [分子, 分母]",
      en: "aggregate first and divide in another metric, or use ratio: [part, whole]",
    },
  },
  "formula/no-aggregate": {
    severity: "error",
    zh: "这里不能用 {function} 汇总",
    en: "{function} cannot aggregate here",
    hint: advice,
  },
  "formula/needs-aggregate": {
    severity: "error",
    zh: "“{name}”有许多个值，要先汇总",
    en: '"{name}" has many values here and must be aggregated',
    hint: { zh: "例如 {example}", en: "for example {example}" },
  },
  "formula/aggregate-input": {
    severity: "error",
    zh: "{function} 不知道汇总哪张表",
    en: "{function} does not say which input it ranges over",
    hint: { zh: "写明 表.列，如 {example}", en: "write input.column, such as {example}" },
  },
  "formula/two-inputs": {
    severity: "error",
    zh: "{function} 一次只能汇总一张表，这里有 {first} 和 {second}",
    en: '{function} ranges over one input; here are "{first}" and "{second}"',
  },
  "formula/no-period": {
    severity: "error",
    zh: "这里没有考核期，不能写 in period",
    en: "there is no period here, so in period cannot be used",
  },
  "formula/not-a-criterion": {
    severity: "error",
    zh: "条件只能是一个名称，或一个名称与一个常量比较；这里{why}",
    en: "a criterion is a name, or a name compared with a constant; {why}",
    hint: advice,
  },
});
