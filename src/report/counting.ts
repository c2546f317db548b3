import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang, Text } from "../text/text.ts";
import { words } from "./words.ts";

/** How what a rulebook grades is counted: people are 人, customers 户, outlets 个. */
export interface Counting {
  /** A heading: 人数, 户数, 数量; in English People, Customers, Outlets. */
  readonly heading: Text;
  /** `60 人`, `60 people`; `12 户`, `12 customers`. */
  count(number: number, lang: Lang): string;
}

const households = /户$/u;
const things = /(?:网点|机构|支行|分行|部|公司|企业|单位|店|项目|产品)$/u;

/** By the subject's label; who is graded are people, unless it names something else: 客户, 网点. */
export function countingOf({ subject }: Pick<Rulebook, "subject">): Counting {
  const { zh, en } = subject.label;
  if (households.test(zh)) return countedBy("户", { zh: "户数", en }, en.toLowerCase());
  if (things.test(zh)) return countedBy("个", { zh: "数量", en }, en.toLowerCase());
  return countedBy("人", words.people, "people");
}

function countedBy(zh: string, heading: Text, en: string): Counting {
  return { heading, count: (number, lang) => `${number} ${lang === "zh" ? zh : number === 1 ? oneOf(en) : en}` };
}

/** Labels of subjects are plurals. */
function oneOf(plural: string): string {
  if (plural === "people") return "person";
  return plural
    .replace(/ies$/u, "y")
    .replace(/(ss|x|ch|sh)es$/u, "$1")
    .replace(/([^s])s$/u, "$1");
}
