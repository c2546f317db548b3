import type { Exact } from "../number/exact.ts";
import { isBare } from "./agree.ts";
import type { Conversion } from "./expression.ts";
import { describe } from "./type-words.ts";
import type { Typed, Workshop } from "./typed.ts";
import { type Result, Unknown } from "./value.ts";

/** `x as CNY`: money in another currency, at the rate in force on the day of assessment. */
export function buildConversion<F>(
  { operand, currency, span }: Conversion,
  workshop: Workshop<F>,
): Typed<F> | undefined {
  const money = workshop.build(operand);
  if (!money) return undefined;
  if (money.type.kind !== "money") {
    const advice = isBare(money.type)
      ? { zh: `写上币种，如 500万 ${currency}`, en: `write its currency: 500万 ${currency}` }
      : { zh: "as 只折算金额", en: "as converts money only" };
    const [expected, found] = [{ zh: "金额", en: "money" }, describe(money.type)];
    return workshop.report(operand.span, "formula/wrong-type", { expected, found, advice });
  }
  const from = money.type.currency;
  if (from === currency) return money;
  const rate = workshop.env.rate?.(from, currency);
  if (!rate) return workshop.report(span, "formula/no-rate", { from, to: currency });
  const what = { zh: `${from} 折 ${currency} 的汇率`, en: `the rate from ${from} to ${currency}` };
  const run = (frame: F): Result => {
    const value = money.run(frame);
    if (value instanceof Unknown) return value;
    const factor = rate(frame);
    return factor ? (value as Exact).mul(factor) : new Unknown([{ why: "no-value", what }]);
  };
  return { type: { kind: "money", currency }, tierScoped: money.tierScoped, run };
}
