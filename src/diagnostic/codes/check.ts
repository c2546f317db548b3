import { entries } from "../entry.ts";

/** Oddities of a valid rulebook. They are reported, never corrected: the policy may mean them. */
export const checkCodes = entries({
  "check/equal-line": {
    severity: "warning",
    zh: "{metric}的标准在{higher}和{lower}同为{line}，这一项上两级没有差别",
    en: "the line for {metric} is {line} at both {higher} and {lower}: by it the two tiers do not differ",
  },
  "check/rising-line": {
    severity: "warning",
    zh: "{metric}在较低的{lower}要求{line}，比{higher}的{above}还严",
    en: "{metric} must reach {line} at {lower}, more than the {above} of the higher {higher}",
  },
  "check/contradiction": {
    severity: "warning",
    zh: "{tier}既要“{first}”又要“{second}”，没有人能同时达到",
    en: '{tier} asks for "{first}" and "{second}" together: nobody can meet both',
  },
  "check/never-met": {
    severity: "warning",
    zh: "“{text}”永远达不到：{column}这一列限定了 {range}",
    en: '"{text}" can never be met: the column {column} has {range}',
  },
  "check/always-met": {
    severity: "warning",
    zh: "“{text}”人人达到：{column}这一列限定了 {range}",
    en: '"{text}" is met by everybody: the column {column} has {range}',
  },
  "check/rule-never-reached": {
    severity: "warning",
    zh: "规则“{later}”永远轮不到：前面的“{earlier}”（{first}）已经全包括了",
    en: 'the rule "{later}" is never reached: "{earlier}" ({first}) before it has taken all of it',
  },
  "check/small-step": {
    severity: "warning",
    zh: "{metric}由{higher}的{above}只降到{lower}的{line}，而要达到的项数由 {before} 项减为 {need} 项",
    en: "{metric} falls only from {above} at {higher} to {line} at {lower}, while {before} alternatives become {need}",
  },
  "check/tier-without-standing": {
    severity: "warning",
    zh: "不满足“{standing}”也能达到：{tiers}",
    en: 'people who miss "{standing}" can still reach: {tiers}',
  },
  "check/shared-grade": {
    severity: "warning",
    zh: "{higher}和{lower}的{param}同为 {value}",
    en: '{higher} and {lower} have the same "{param}": {value}',
  },
  "check/not-nested": {
    severity: "warning",
    zh: "各级门槛不同（{scope}），而“{metric}”计入一户后可能变小：客户增长到门槛以上，反而可能使等级下降",
    en: "floors differ by tier ({scope}) and a customer that begins to count may lower {metric}: growth past a floor can cost a tier",
  },
  "check/weights": {
    severity: "warning",
    zh: "“{score}”的权重合计 {sum}，不是 100",
    en: 'the weights of "{score}" sum to {sum}, not 100',
  },
  "check/case-never-reached": {
    severity: "warning",
    zh: "“{metric}”的“{later}”永远轮不到：“{earlier}”已经全包括了",
    en: 'in "{metric}" the case "{later}" is never reached: "{earlier}" has taken all of it',
  },
  "check/cases-overlap": {
    severity: "warning",
    zh: "“{metric}”的“{earlier}”和“{later}”有一段重叠，重叠处按前一条",
    en: 'in "{metric}" the cases "{earlier}" and "{later}" overlap in part; there the first one counts',
  },
  "check/cases-gap": {
    severity: "warning",
    zh: "“{metric}”的“{earlier}”和“{later}”之间有空档，落在其中的按 else",
    en: 'in "{metric}" there is a gap between "{earlier}" and "{later}"; what lies in it falls to else',
  },
  "check/dates-hole": {
    severity: "warning",
    zh: "参数“{param}”在 {to} 之后、{from} 之前没有值",
    en: 'param "{param}" has no value between {to} and {from}',
  },
  "check/dates-overlap": {
    severity: "warning",
    zh: "参数“{param}”的两个版本重叠：前一个到 {to}，后一个从 {from} 起",
    en: 'two versions of param "{param}" overlap: one until {to}, the next from {from}',
  },
  "check/unused": {
    severity: "warning",
    zh: "{what}“{name}”没有用到",
    en: '{what} "{name}" is not used',
  },
});
