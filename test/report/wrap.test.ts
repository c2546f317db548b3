import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/report/text-width.ts";
import { fitted, wrapLine } from "../../src/report/wrap.ts";
import { run } from "../cli/run-program.ts";

describe("a line that is too long", () => {
  it.each([
    ["日均存款 10,137.55618万元，须", 16, ["日均存款", "10,137.55618万元，", "须"]],
    ["up by CNY 35,000,000 now", 14, ["up by CNY", "35,000,000 now"]],
    ["达标。", 4, ["达", "标。"]],
    ["", 10, [""]],
  ])("%s in %i columns", (line, width, expected) => expect(wrapLine(line, width)).toEqual(expected));

  it("goes on under itself, with the branches of a tree beside it", () => {
    expect(fitted("├─ ✓ 日均存款 3,800万元\n└─ ✗ 日均贷款 7,200万元\nx", 14)).toBe(
      "├─ ✓ 日均存款\n│    3,800万元\n└─ ✗ 日均贷款\n     7,200万元\nx",
    );
    expect(fitted("a b", Number.POSITIVE_INFINITY)).toBe("a b");
  });
});

describe("on a terminal", () => {
  const sample = "fixtures/quarter-a/quarter.xlsx -r bocom-nanchang -p 2026Q4 --no-color";
  it.each([
    ["--help --lang zh", 60],
    ["grade --help --lang en", 60],
    [`explain 045972 ${sample} --lang zh`, 60],
    [`explain 045972 ${sample} --lang en`, 70],
  ])("%s fits", async (line, terminal) => {
    const { out } = await run(line, { terminal });
    const long = out.split("\n").filter((one) => widthOf(one) > terminal && !/^ {2}dingji /.test(one));
    expect(long).toEqual([]);
    const { out: whole } = await run(line);
    const bare = (text: string) => text.replace(/[\s│]+/gu, "");
    expect(bare(out)).toBe(bare(whole));
  });
});
