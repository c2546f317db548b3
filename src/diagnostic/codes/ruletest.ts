import { entries } from "../entry.ts";

/** Rule tests: what a test file says that cannot be understood. A test that fails is no diagnostic but a result. */
export const ruletestCodes = entries({
  "ruletest/unknown-person": {
    severity: "error",
    zh: "people 里没有“{name}”{near}",
    en: 'people has no "{name}"{near}',
  },
  "ruletest/like-circle": {
    severity: "error",
    zh: "like 绕成了圈：{path}",
    en: "like goes round in a circle: {path}",
  },
  "ruletest/nothing-expected": {
    severity: "error",
    zh: "“{name}”没有写 expect，什么也没有检验",
    en: '"{name}" expects nothing, so it tests nothing',
  },
  "ruletest/no-arrow": {
    severity: "error",
    zh: "cases 的第一行是表头，要用一个 → 把条件和期望分开",
    en: "the first row of cases is its head: one → parts what is given from what is expected",
    hint: { zh: "例如 [deposits, →, tier, action]", en: "such as [deposits, →, tier, action]" },
  },
  "ruletest/case-cells": {
    severity: "error",
    zh: "这一行有 {got} 格，表头有 {wanted} 格",
    en: "this row has {got} cells, the head has {wanted}",
  },
  "ruletest/case-arrow": {
    severity: "error",
    zh: "→ 要与表头的 → 对齐",
    en: "the → must stand where it stands in the head",
  },
  "ruletest/case-head": {
    severity: "error",
    zh: "表头的一格是一个名称",
    en: "a cell of the head is one name",
  },
  "ruletest/case-column-twice": {
    severity: "error",
    zh: "“{name}”在表头里写了两次",
    en: '"{name}" stands twice in the head',
  },
  "ruletest/unknown-expectation": {
    severity: "error",
    zh: "expect 里没有“{name}”{near}",
    en: 'there is nothing to expect by the name "{name}"{near}',
    hint: { zh: "可用：{known}", en: "known: {known}" },
  },
  "ruletest/expectation-of": {
    severity: "error",
    zh: "“{name}”要写明是哪一个，如 {example}",
    en: '"{name}" must say of what: {example}',
  },
  "ruletest/no-such-blank": {
    severity: "error",
    zh: "“{name}”没有对应的列{near}",
    en: 'no column of cases fills "{name}"{near}',
  },
  "ruletest/blank-not-filled": {
    severity: "error",
    zh: "given 和 rows 里都没有“{name}”",
    en: '"{name}" stands neither in given nor in rows',
  },
  "ruletest/bad-period": {
    severity: "error",
    zh: "“{value}”不是考核期",
    en: '"{value}" is not a period',
    hint: { zh: "写作 2026、2026H2、2026Q4 或 2026-11", en: "write 2026, 2026H2, 2026Q4 or 2026-11" },
  },
  "ruletest/bad-date": {
    severity: "error",
    zh: "“{value}”不是日期",
    en: '"{value}" is not a date',
    hint: { zh: "写作 2026-09-30", en: "write it as 2026-09-30" },
  },
  "ruletest/bad-flag": {
    severity: "error",
    zh: "“{name}”应为 yes 或 no，这里是“{value}”",
    en: '"{name}" should be yes or no, but is "{value}"',
  },
  "ruletest/unknown-reference": {
    severity: "error",
    zh: "规则里没有名为“{name}”的{what}{near}",
    en: 'the rulebook has no {what} named "{name}"{near}',
  },
  "ruletest/unknown-value": {
    severity: "error",
    zh: "“{value}”不是{what}{near}",
    en: '"{value}" is not {what}{near}',
    hint: { zh: "可用：{known}", en: "known: {known}" },
  },
  "ruletest/worked-out": {
    severity: "error",
    zh: "“{name}”由规则算出，不能直接给定",
    en: '"{name}" is worked out by the rulebook and cannot be given',
    hint: { zh: "给出它所依据的指标", en: "give what it is worked out from" },
  },
  "ruletest/not-by-tier": {
    severity: "error",
    zh: "“{name}”不分等级，去掉“at {tier}”",
    en: '"{name}" is the same at every tier: leave out "at {tier}"',
  },
  "ruletest/which-tier": {
    severity: "error",
    zh: "“{name}”因等级而异，要写明是哪个等级的",
    en: '"{name}" differs by tier: say at which one',
    hint: { zh: "例如 {name} at {tier}", en: "such as {name} at {tier}" },
  },
  "ruletest/bad-value": {
    severity: "error",
    zh: "“{name}”应为{expected}，这里是“{got}”",
    en: '"{name}" should be {expected}, but is "{got}"',
    hint: { zh: "写作 {example}", en: "write it as {example}" },
  },
  "ruletest/not-a-comparison": {
    severity: "error",
    zh: "“{id}”由几项组成，没有单独的数值",
    en: '"{id}" is made of several criteria and has no figure of its own',
    hint: { zh: "写其中一项：{parts}", en: "name one of them: {parts}" },
  },
  "ruletest/no-gap": {
    severity: "error",
    zh: "“{id}”不是数额的比较，没有差距可言",
    en: '"{id}" does not compare figures, so nothing can be short',
  },
  "ruletest/no-one": {
    severity: "error",
    zh: "“{input}”一行也没有，没有可评定的人",
    en: '"{input}" has no row: nobody to grade',
  },
  "ruletest/no-decision": {
    severity: "error",
    zh: "规则没有 decision，不作结论，不能检验“{name}”",
    en: 'the rulebook has no decision, so there is no "{name}" to expect',
  },
});
