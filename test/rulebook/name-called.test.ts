import { describe, expect, it } from "vitest";
import { compiledFrom, yaml } from "./build.ts";

describe("a name that is not there, but what it is called", () => {
  const suggested = (formula: string) => {
    const metrics = `metrics:\n  total: {label: {zh: 总额, en: Total}, sum: sales.amount}\n  m: {value: ${formula}}`;
    const [found] = compiledFrom(yaml(metrics)).diagnostics;
    expect(found?.code).toBe("formula/unknown-name");
    return (found!.args.suggestion as { zh: string }).zh;
  };
  it.each<[string, string, string]>([
    ["a metric's label", "总额 + 1", "；这是 total 的叫法，公式里写 total"],
    ["in the other language", "Total + 1", "；这是 total 的叫法，公式里写 total"],
    ["a header of the subject", "分数 + 1", "；这是 mark 的叫法，公式里写 mark"],
    ["of another sheet", "不良率 + 1%", "；这是 quality.npl 的叫法，公式里写 quality.npl"],
    ["of several", "金额 + 1", ""],
    ["of none", "无此名", ""],
    ["a cell's word for no", "if(exam == 否, 1, 2)", "；“否”写成 no（x == no），或直接写 not x"],
    ["a cell's word for yes", "if(exam == 是, 1, 2)", "；“是”写成 yes（x == yes），或直接写 x"],
  ])("%s", (_, formula, zh) => {
    const quoted = formula.includes(",") ? JSON.stringify(formula) : formula;
    expect(suggested(quoted)).toBe(zh);
  });
});
