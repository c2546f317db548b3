import { entries } from "../entry.ts";

/** One run held against another. */
export const compareCodes = entries({
  "compare/previous-malformed": {
    severity: "error",
    zh: "不是 dingji grade 写出的 JSON 结果：{problem}",
    en: "this is not a JSON result of dingji grade: {problem}",
    hint: {
      zh: "--previous 要上期用 dingji grade -o 上期.json 写出的文件",
      en: "--previous takes the file that dingji grade -o LAST.json wrote last time",
    },
  },
  "compare/previous-masked": {
    severity: "error",
    zh: "上期结果是脱敏的，认不出谁是谁",
    en: "the previous result holds masks instead of people: nobody can be told from it",
    hint: {
      zh: "--previous 要没有用 --mask 写的 JSON；本期仍可用 --mask",
      en: "--previous takes a JSON written without --mask; this run may have --mask all the same",
    },
  },
  "compare/previous-not-earlier": {
    severity: "error",
    zh: "上期结果的考核期是 {previous}，不在本期 {period} 之前",
    en: "the previous result is of {previous}, which does not lie before {period}",
  },
  "compare/previous-rulebook": {
    severity: "warning",
    zh: "上期结果按办法 {previous} 评定，本期按 {rulebook}：变动可能出自办法不同",
    en: "the previous result is by the rulebook {previous}, this one by {rulebook}: what changed may be the rules",
  },
  "compare/previous-gap": {
    severity: "info",
    zh: "上期 {previous} 与本期 {period} 不相连，连续次数重新计起",
    en: "{previous} and {period} do not follow on each other: repetitions are counted anew",
  },
  "compare/tiers-not-applied": {
    severity: "warning",
    zh: "{count} 人的现等级不是上期（{previous}）的最终等级：{ids}",
    en: "{count} {count:person's|people's} present tier is not the tier that {previous} ended with: {ids}",
    hint: {
      zh: "上期结果没有录入花名册的，改好现等级再运行；另有决定的不必改动",
      en: "where the last result was not entered in the roster, mend the present tier and run again; what was decided since may stay",
    },
  },
});
