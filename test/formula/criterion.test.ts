import { describe, expect, it } from "vitest";
import { hint } from "../../src/diagnostic/diagnostic.ts";
import { compileCriterion } from "../../src/formula/criterion.ts";
import { Unknown } from "../../src/formula/value.ts";
import { Exact } from "../../src/number/exact.ts";
import { blank, exact, type Frame, money, sample, team } from "./sample.ts";

const shown = (value: unknown): unknown =>
  value instanceof Unknown ? "?" : value instanceof Exact ? value.toString() : value;

describe("compileCriterion", () => {
  it.each<[string, unknown[]]>([
    ["deposits >= 2.5亿", ["deposits", ">=", false, ["2.5亿"]]],
    ["quality.npl <= 2%", ["quality.npl", "<=", false, ["2%"]]],
    ["completion > -5%", ["completion", ">", false, ["-5%"]]],
    ["exam", ["exam", "true", false, []]],
    ["not exam", ["exam", "true", true, []]],
    ["exam == yes", ["exam", "==", false, ["yes"]]],
    ["deposits >= floor_of", ["deposits", ">=", false, ["floor_of"]]],
    ["deposits >= pay at current", ["deposits", ">=", false, ["pay at current"]]],
    ["current != trainee", ["current", "!=", false, ["trainee"]]],
    ["qualified == none", ["qualified", "==", false, ["none"]]],
    ["education in [大专, '本科']", ["education", "in", false, ["大专", "'本科'"]]],
    ["role not in [员工]", ["role", "in", true, ["员工"]]],
    ["score between 60 and goal", ["score", "between", false, ["60", "goal"]]],
    ["hired <= as_of", ["hired", "<=", false, ["as_of"]]],
    ["hired in period", ["hired", "in-period", false, []]],
  ])("%s", (text, expected) => {
    const { criterion, problems } = compileCriterion(text, sample());
    expect(problems).toEqual([]);
    expect([
      criterion?.name,
      criterion?.op,
      criterion?.negated,
      criterion?.thresholds.map((each) => each.text),
    ]).toEqual(expected);
  });

  it.each<[string, Frame, unknown[]]>([
    ["deposits >= 2.5亿", { deposits: exact("249999999.99") }, [false, "249999999.99", "0.01"]],
    ["deposits >= 2.5亿", { deposits: exact("250000000") }, [true, "250000000", "0"]],
    ["deposits >= 2.5亿", { deposits: exact("300000000") }, [true, "300000000", "0"]],
    ["deposits > 2.5亿", { deposits: exact("250000000") }, [false, "250000000", "0"]],
    ["quality.npl <= 2%", { "quality.npl": exact("0.025") }, [false, "0.025", "0.005"]],
    ["violations == 0", { violations: exact("3") }, [false, "3", "3"]],
    ["violations != 0", { violations: exact("0") }, [false, "0", undefined]],
    ["violations != 0", { violations: exact("2") }, [true, "2", "0"]],
    ["score between 60 and 80", { score: exact("55.5") }, [false, "55.5", "4.5"]],
    ["score between 60 and 80", { score: exact("81") }, [false, "81", "1"]],
    ["score between 60 and 80", { score: exact("80") }, [true, "80", "0"]],
    ["score in [60, 70]", { score: exact("68") }, [false, "68", "2"]],
    ["score not in [60, 70]", { score: exact("60") }, [false, "60", undefined]],
    ["score not in [60, 70]", { score: exact("61") }, [true, "61", "0"]],
    ["years >= 3年", { years: exact("2.99") }, [false, "2.99", "0.01"]],
    ["exam", { exam: true }, [true, true, undefined]],
    ["not exam", { exam: true }, [false, true, undefined]],
    ["exam", {}, ["?", "?", undefined]],
    ["deposits >= 2.5亿", {}, ["?", "?", undefined]],
    ["deposits >= pay at current", { deposits: exact("1") }, ["?", "1", undefined]],
    ["deposits >= pay at current", { deposits: exact("259"), current: "first" }, [false, "259", "1"]],
    ["education >= 大专", { education: "高中" }, [false, "高中", undefined]],
    ["hired >= 2010-01-01", { hired: "2009-12-31" }, [false, "2009-12-31", undefined]],
  ])("%s of %o", (text, frame, expected) => {
    const { criterion } = compileCriterion(text, sample());
    const judged = criterion?.judge(frame);
    expect([judged?.truth, judged?.value, judged?.gap].map(shown)).toEqual(expected);
    expect(shown(criterion?.evaluate(frame))).toEqual(expected[0]);
  });

  it("measures and sets thresholds in one kind", () => {
    const { criterion } = compileCriterion("deposits >= floor_of", sample());
    expect(criterion?.measured.type).toEqual(money("CNY"));
    expect(criterion?.thresholds.map(({ type, tierScoped, uses }) => [type, tierScoped, uses])).toEqual([
      [money("CNY"), true, ["floor_of"]],
    ]);
    expect([criterion?.tierScoped, criterion?.uses, criterion?.measured.uses]).toEqual([
      true,
      ["deposits", "floor_of"],
      ["deposits"],
    ]);
  });

  it("pins what is measured", () => {
    const env = sample();
    const resolve: typeof env.resolve = (name) => {
      const at = (tierOf: (frame: Frame) => unknown) => (frame: Frame) =>
        exact(tierOf(frame) === "first" ? "300" : "0");
      if (name === "held") return { type: money("CNY"), tierScoped: true, get: () => blank("tier"), at };
      return env.resolve(name);
    };
    const { criterion } = compileCriterion("held at current >= pay at current", { ...env, resolve });
    expect([criterion?.name, criterion?.measured.text, criterion?.measured.uses]).toEqual([
      "held",
      "held at current",
      ["held", "current"],
    ]);
    expect(criterion?.tierScoped).toBe(false);
    expect(shown(criterion?.judge({ current: "first" }).gap)).toBe("0");
  });

  it.each([
    ["deposits >= loans", 'value: "deposits - loans"'],
    ["deposits >= 2 * 500万", "value:"],
    ["deposits - loans >= 1亿", 'value: "deposits - loans"'],
    ["settlement as CNY >= 1亿", 'value: "settlement as CNY"'],
    ["floor(years) >= 3年", 'value: "floor(years)"'],
    ["2.5亿 <= deposits", "deposits >= 2.5亿"],
    ["goal < score", "score > goal"],
    ["trainee != current", "current != trainee"],
    ["goal >= 80", "写指标或列的名称"],
    ["exam and deposits >= 1亿", "all: [exam, deposits >= 1亿]"],
    ["exam or rural", "any: [exam, rural]"],
    ["not deposits >= 1亿", "相反的比较"],
    ["known(exam)", 'value: "known(exam)"'],
    ["if(exam, rural, exam)", "value:"],
  ])("%s is none: %s", (text, advice) => {
    const { criterion, problems } = compileCriterion(text, sample());
    expect(criterion).toBeUndefined();
    expect(problems.map(({ problem, span }) => [problem.code, span])).toEqual([
      ["formula/not-a-criterion", { start: 0, end: text.length }],
    ]);
    expect(problems[0] && hint(problems[0].problem, "zh")).toContain(advice);
  });

  it.each([
    ["score", ["formula/wrong-type"]],
    ["deposit >= 1亿", ["formula/unknown-name"]],
    ["settlement >= 1亿", ["formula/needs-unit"]],
    ["deposits >=", ["formula/unexpected-end"]],
    ["deposit >= 1亿 and exam", ["formula/unknown-name", "formula/not-a-criterion"]],
  ])("reports what is wrong inside: %s", (text, codes) => {
    expect(compileCriterion(text, sample()).problems.map(({ problem }) => problem.code)).toEqual(codes);
  });

  it("takes any figure on the left in a team check", () => {
    const { criterion } = compileCriterion("share(rural) >= 25%", team());
    const people = [{ rural: true }, { rural: blank("rural") }];
    expect([criterion?.name, criterion?.op, criterion?.thresholds.map((each) => each.text)]).toEqual([
      "share(rural)",
      ">=",
      ["25%"],
    ]);
    expect(criterion?.judge({ rows: { people } }).truth).toBe(true);
  });
});
