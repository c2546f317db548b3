import { currencyOf } from "../number/unit.ts";
import type { Text } from "../text/text.ts";
import { noAdvice, stop } from "./problem.ts";
import type { Token } from "./token.ts";

/** What may stand at a place, in words. */
export const expecting = {
  operand: { zh: "名称、数字、日期或括号", en: "a name, a figure, a date or a bracket" },
  operator: { zh: "运算或比较符号 (如 >=、+、and)，或公式结尾", en: "an operator (such as >=, + or and) or the end" },
  and: { zh: " and (写法：x between a and b)", en: "and (x between a and b)" },
  list: { zh: "方括号列表 (如 [甲, 乙]) 或 period", en: "a list such as [a, b], or period" },
  tier: { zh: "等级，或 current、qualified、recommended", en: "a tier, or current, qualified or recommended" },
  currency: { zh: "币种 (如 CNY)", en: "a currency such as CNY" },
} satisfies Record<string, Text>;

/** Stops at a token that cannot stand where it is. `before` is the token in front of it. */
export function unexpected(token: Token, expected: Text, before: Token | undefined): never {
  if (token.kind === "end") return stop(token.span, "formula/unexpected-end", { expected });
  return stop(token.span, "formula/unexpected", { found: token.text, expected, advice: adviceFor(token, before) });
}

function adviceFor(token: Token, before: Token | undefined): Text {
  if (token.text === "," && before?.kind === "figure") {
    return {
      zh: "数字中不写千位逗号，写成 12000 或 1.2万",
      en: "figures have no thousands separators: write 12000 or 1.2万",
    };
  }
  if (token.text === ",") return { zh: "逗号只写在括号里面", en: "commas stand inside brackets only" };
  if (token.kind === "sign" && ")]".includes(token.text)) {
    return {
      zh: `多了一个 ${token.text}，或前面缺了左括号`,
      en: `a bracket opens nowhere, or ${token.text} is one too many`,
    };
  }
  if (before?.kind === "name" && (token.kind === "name" || token.kind === "figure")) {
    return {
      zh: "名称中不能有空格；两个条件之间写 and 或 or；含空格或符号的文字要加引号",
      en: "names have no blanks; join conditions with and or or; quote text that has blanks or signs",
    };
  }
  if (token.kind === "keyword" && before?.kind === "sign") {
    return { zh: "先写完前面的式子", en: "complete what stands before it" };
  }
  return noAdvice;
}

export function closeBracket(bracket: Token, closing: string, found: Token): never {
  if (found.kind === "end" || ")],".includes(found.text)) {
    const end: Text = { zh: "公式结尾", en: "the end" };
    return stop(bracket.span, "formula/unclosed-bracket", {
      bracket: bracket.text,
      closing,
      found: found.kind === "end" ? end : { zh: `“${found.text}”`, en: `"${found.text}"` },
    });
  }
  return unexpected(found, { zh: `运算符号、逗号或 ${closing}`, en: `an operator, a comma or ${closing}` }, undefined);
}

/** The ISO code behind `as`. */
export function currencyNamed(token: Token): string {
  if (token.kind !== "name" && token.kind !== "text") return unexpected(token, expecting.currency, undefined);
  const code = currencyOf(token.text);
  return code ?? stop(token.span, "formula/unknown-currency", { name: token.text });
}
