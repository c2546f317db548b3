import { describe, expect, it } from "vitest";
import { csv, Folder, grade } from "./quarter.ts";

const header = ["工号", "原等级", "新等级", "原因", "批准人", "日期"];
const given = (...rows: (readonly string[])[]) => csv([header, ...rows]);

async function graded(overrides: string) {
  const folder = new Folder().quarter().write("o.csv", overrides);
  const ran = await folder.run(`${grade} --overrides o.csv -o r.json -o r.csv -q`);
  const json = JSON.parse(folder.read("r.json"));
  const of = (id: string) => json.results.find((one: { id: string }) => one.id === id);
  return { ran, json, of, folder };
}

describe("an override", () => {
  it("stands beside the recommendation, and changes nothing of it", async () => {
    const { ran, json, of, folder } = await graded(
      given(["2", "二级", "一级客户经理", "重点客户", "王行长", "2026/12/28"]),
    );
    expect(ran.code).toBe(0);
    expect(of("0002")).toMatchObject({
      qualified: "second",
      recommended: "second",
      action: "promote",
      final: "first",
      override: {
        from: "second",
        to: "first",
        reason: "重点客户",
        approver: "王行长",
        date: "2026-12-28",
        location: { file: "o.csv", cell: "A2", line: 2 },
      },
    });
    expect(of("0001")).toMatchObject({ override: null, final: "third" });
    expect(of("0003")).toMatchObject({ override: null, final: null, action: "leave" });
    expect(json.summary).toMatchObject({ overrides: 1, actions: { promote: 1, keep: 1, leave: 1 } });
    expect(json.inputs.at(0).sheets).toEqual([{ name: null, input: "overrides", rows: 1 }]);
    const rows = folder.read("r.csv").split("\r\n");
    expect(rows[2]).toContain("重点客户（王行长 2026-12-28）,First-grade manager");
    const { out } = await folder.run("explain 0002 q -r bocom-nanchang -p 2026Q4 --overrides o.csv --lang zh");
    expect(out).toContain("人工调整：重点客户（王行长 2026-12-28）\n最终等级：一级客户经理\n");
  });

  it("may give no tier at all, and one to whom none was recommended", async () => {
    const { of } = await graded(
      given(["0001", "", "无", "离职", "王行长", "2026-12-28"], ["0003", "无", "四级", "留用", "王行长", "2026-12-28"]),
    );
    expect(of("0001")).toMatchObject({ recommended: "third", final: null, override: { to: null } });
    expect(of("0003")).toMatchObject({ recommended: null, action: "leave", final: "fourth", override: { from: null } });
  });

  it.each<[string, string[], string, string]>([
    ["an unknown tier", ["0001", "", "三极客户经理", "x", "y", "2026-12-28"], "facts/unknown-word", "C2"],
    ["no tier", ["0001", "", "", "x", "y", "2026-12-28"], "facts/override-incomplete", "C2"],
    ["no reason", ["0001", "", "四级", "", "y", "2026-12-28"], "facts/override-incomplete", "D2"],
    ["no approver", ["0001", "", "四级", "x", "-", "2026-12-28"], "facts/override-incomplete", "E2"],
    ["no date", ["0001", "", "四级", "x", "y", ""], "facts/override-incomplete", "F2"],
    ["a day that is none", ["0001", "", "四级", "x", "y", "2026-02-30"], "facts/no-such-day", "F2"],
    ["another recommendation", ["0001", "一级", "四级", "x", "y", "2026-12-28"], "decide/override-from", "A2"],
  ])("with %s is not applied, and the person is in review", async (_, row, code, cell) => {
    const { ran, json, of } = await graded(given(row));
    expect(ran.code).toBe(1);
    expect(json.diagnostics.map((one: { code: string }) => one.code)).toEqual([code]);
    expect(json.diagnostics[0].location).toMatchObject({ file: "o.csv", cell });
    expect(of("0001")).toMatchObject({ qualified: "third", action: "review", override: null, final: null });
    expect(of("0001").diagnostics.map((one: { code: string }) => one.code)).toEqual([code]);
    expect(of("0002")).toMatchObject({ action: "promote", diagnostics: [] });
  });

  it("given twice is applied neither time", async () => {
    const row = ["0001", "", "四级", "x", "y", "2026-12-28"];
    const { json, of } = await graded(given(row, row));
    expect(json.diagnostics[0]).toMatchObject({
      code: "facts/override-twice",
      location: { cell: "A3" },
      related: [{ location: { cell: "A2" } }],
    });
    expect(of("0001").action).toBe("review");
  });

  it("of a stranger touches nobody", async () => {
    const { ran, json } = await graded(given(["0009", "", "四级", "x", "y", "2026-12-28"]));
    expect(ran.code).toBe(1);
    expect(json.diagnostics[0]).toMatchObject({ code: "facts/unknown-person", location: { cell: "A2" } });
    expect(json.summary.actions).toMatchObject({ promote: 1, keep: 1, leave: 1, review: 0 });
  });

  it("without a column that it needs, or of a file that is not there, cannot be read: nothing is written", async () => {
    const folder = new Folder().quarter().write("o.csv", "工号,新等级\n0001,四级\n");
    expect((await folder.run(`${grade} --overrides o.csv -o r.json`)).code).toBe(2);
    expect((await folder.run(`${grade} --overrides none.csv -o r.json`)).code).toBe(2);
    expect(() => folder.read("r.json")).toThrow();
  });
});

describe("the last period", () => {
  it("counts a chain of periods", async () => {
    const folder = new Folder().quarter();
    await folder.run("grade q -r bocom-nanchang -p 2026Q1 -o q1.json");
    await folder.run("grade q -r bocom-nanchang -p 2026Q2 --previous q1.json -o q2.json");
    const third = await folder.run("grade q -r bocom-nanchang -p 2026Q3 --previous q2.json -o q3.json");
    expect(third.code).toBe(0);
    const { results, previous } = JSON.parse(folder.read("q3.json"));
    expect(results.map((one: { previous: object }) => one.previous)).toMatchObject([
      { move: "same", repeated: 3 },
      { move: "same", repeated: 3 },
      { move: "same", repeated: 3 },
    ]);
    expect(previous).toMatchObject({ file: "q2.json", period: "2026Q2", joined: [], left: [] });
  });

  it("that is none, or is not before, is refused", async () => {
    const folder = new Folder().quarter().write("bad.json", "{}");
    const bad = await folder.run(`${grade} --previous bad.json -o r.json --lang en`);
    expect([bad.code, bad.out]).toEqual([2, ""]);
    expect(bad.err).toContain("error compare/previous-malformed  bad.json");
    await folder.run(`${grade} -o same.json`);
    const same = await folder.run(`${grade} --previous same.json -o r.json`);
    expect([same.code, same.err.includes("compare/previous-not-earlier")]).toEqual([2, true]);
    expect((await folder.run(`${grade} --previous same.json -o same.json --force`)).code).toBe(2);
  });
});
