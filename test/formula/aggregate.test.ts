import { describe, expect, it } from "vitest";
import { compile } from "../../src/formula/compile.ts";
import { Unknown } from "../../src/formula/value.ts";
import { blank, exact, type Frame, type Group, scope, team } from "./sample.ts";

const shown = (text: string, env: ReturnType<typeof scope>, group: Group): string => {
  const { formula, problems } = compile(text, env);
  if (!formula)
    return problems.map(({ span, problem }) => `${problem.code} ${text.slice(span.start, span.end)}`).join("; ");
  const result = formula.evaluate(group);
  return result instanceof Unknown ? `? ${result.reasons.map(({ what }) => what.zh).join(", ")}` : String(result);
};

describe("in a scope", () => {
  const deposits: Frame[] = [
    { average: exact("300000"), last_year: exact("100000"), negotiated: false, customer: "C1" },
    { average: exact("200000.5"), last_year: exact("0"), negotiated: true, customer: "C2" },
    { average: exact("200000.50"), last_year: exact("50000"), negotiated: false, customer: "C1" },
  ];
  const group: Group = { rows: { deposits }, tier: "first" };

  it.each([
    ["sum(deposits.average)", "700001"],
    ["sum(average)", "formula/aggregate-input average"],
    ["sum(deposits.average - deposits.last_year)", "550001"],
    ["sum(if(deposits.negotiated, 0, deposits.average)) ", "500000.5"],
    ["max(deposits.average)", "300000"],
    ["min(deposits.average)", "200000.5"],
    ["mean(deposits.last_year)", "50000"],
    ["count(deposits)", "3"],
    ["count(deposits.negotiated)", "1"],
    ["count(deposits.average > 25万)", "1"],
    ["distinct(deposits.customer)", "2"],
    ["distinct(deposits.average)", "2"],
    ["share(deposits.negotiated) between 33% and 34%", "true"],
    ["sum(deposits.average) >= customer_floor", "true"],
    ["sum(deposits.average) - max(deposits.average) > 40万", "true"],
    ["max(sum(deposits.average), sum(loans.average))", "700001"],
    ["sum(loans.average)", "0"],
    ["count(loans)", "0"],
    ["max(loans.average)", "0"],
    ["distinct(loans.items)", "0"],
    ["min(loans.average)", "? min(loans.average)"],
    ["mean(loans.items)", "? mean(loans.items)"],
    ["share(loans.items > 1)", "? share(loans.items > 1)"],
    ["sum(deposits.average + loans.average)", "formula/two-inputs deposits.average + loans.average"],
    ["sum(bonds.average)", "formula/aggregate-input bonds.average"],
    ["sum(deposits)", "formula/aggregate-input deposits"],
    ["sum(deposits.averages)", "formula/unknown-name deposits.averages"],
    ["sum(deposits.average / 2)", "formula/no-division deposits.average / 2"],
    ["sum(sum(deposits.average))", "formula/no-aggregate sum(deposits.average)"],
    ["sum(deposits.customer)", "formula/wrong-type deposits.customer"],
    ["count(deposits.average)", "formula/wrong-type deposits.average"],
    ["deposits.average >= customer_floor", "formula/needs-aggregate deposits.average"],
    ["sum(deposits.average) >= 3 USD", "formula/cannot-compare sum(deposits.average) >= 3 USD"],
    ["sum(deposits.average, loans.average)", "formula/wrong-arguments sum(deposits.average, loans.average)"],
  ])("%s is %s", (text, result) => {
    expect(shown(text, scope(), group)).toBe(result);
  });

  it.each([
    ["sum(deposits.average)", "? average"],
    ["max(deposits.average)", "? average"],
    ["count(deposits)", "2"],
    ["count(deposits.average > 1)", "? average"],
    ["count(deposits.average > 1) >= 1", "? average"],
    ["distinct(deposits.customer)", "2"],
    ["sum(deposits.last_year)", "3"],
  ])("never takes a part for the whole: %s is %s", (text, result) => {
    const missing: Frame[] = [
      { average: blank("average"), last_year: exact("1"), customer: "C1" },
      { average: exact("5"), last_year: exact("2"), customer: "C2" },
    ];
    expect(shown(text, scope(), { rows: { deposits: missing } })).toBe(result);
  });

  it("knows what is tier-scoped, and which names it uses", () => {
    const { formula } = compile("sum(deposits.average) >= customer_floor", scope());
    expect([formula?.tierScoped, formula?.uses]).toEqual([true, ["deposits.average", "customer_floor"]]);
  });
});

describe("over a team", () => {
  const people: Frame[] = [
    { exam: true, rural: true, score: exact("90"), education: "本科", points: exact("1") },
    { exam: true, rural: false, score: exact("80"), education: "大专", points: exact("2") },
    { exam: false, rural: blank("rural 3"), score: exact("70"), education: "硕士" },
    { exam: true, rural: blank("rural 4"), score: exact("60"), education: "高中" },
  ];
  const group: Group = { rows: { people } };

  it.each([
    ["people", "4"],
    ["people / bank.staff >= 10%", "true"],
    ["count(exam)", "3"],
    ["share(exam)", "0.75"],
    ["share(exam) >= 75%", "true"],
    ["mean(score) <= 75", "true"],
    ["max(score)", "90"],
    ["min(score)", "60"],
    ["sum(score)", "300"],
    ["share(education >= 本科) >= 50%", "true"],
    ["count(exam and score >= 80) == 2", "true"],
    ["distinct(education)", "4"],
    ["score >= 60", "formula/needs-aggregate score"],
    ["exam", "formula/needs-aggregate exam"],
    ["scores >= 60", "formula/unknown-name scores"],
    ["count(score)", "formula/wrong-type score"],
    // Decided where missing-as-no and missing-as-yes agree.
    ["count(rural)", "? rural 3, rural 4"],
    ["count(rural) >= 1", "true"],
    ["count(rural) >= 2", "? rural 3, rural 4"],
    ["count(rural) >= 4", "false"],
    ["count(rural) > 3", "false"],
    ["count(rural) == 4", "false"],
    ["count(rural) != 4", "true"],
    ["count(rural) == 2", "? rural 3, rural 4"],
    ["5 > count(rural)", "true"],
    ["share(rural) >= 25%", "true"],
    ["share(rural) >= 50%", "? rural 3, rural 4"],
    ["share(rural) > 75%", "false"],
    ["share(rural) between 20% and 80%", "true"],
    ["share(rural) * 100 > 80", "false"],
    ["1 - 25% >= 0%", "formula/needs-unit 1"],
    ["100% - share(rural) > 80%", "false"],
    ["count(rural) / people >= 80%", "false"],
    ["people / count(rural) >= 100%", "true"],
    ["count(exam) - count(rural) >= 3", "false"],
    ["count(exam) * 2 - count(rural) > 2", "true"],
    ["-count(rural) <= -1", "true"],
    ["floor(share(rural) * 2) < 2", "true"],
    ["mean(points)", "? points"],
    ["mean(points) > 0", "? points"],
    ["count(rural) >= 4 and count(exam) >= 3", "false"],
  ])("%s is %s", (text, result) => {
    expect(shown(text, team(), group)).toBe(result);
  });

  it.each([
    ["count(exam)", "0"],
    ["share(exam) >= 50%", "? share(exam)"],
    ["mean(score)", "? mean(score)"],
    ["max(score)", "0"],
  ])("over nobody: %s is %s", (text, result) => {
    expect(shown(text, team(), { rows: {} })).toBe(result);
  });
});
