import { describe, expect, it } from "vitest";
import { Exact } from "../../src/number/exact.ts";
import type { InputSource } from "../../src/workbook/read.ts";
import { gradeSystem, teamOutcomes } from "./grade-system.ts";

interface Team {
  readonly managers: number;
  /** Of the managers, how many operate credit before the plan, and how many are new, with credit or without. */
  readonly credit: number;
  readonly added?: number;
  readonly addedCredit?: number;
  readonly bachelor: number;
  readonly titled: number;
  readonly born: string;
}

/** The roster of a whole branch as two text files. */
function files(staff: number, team: Team): InputSource[] {
  const { managers, credit, added = 0, addedCredit = 0, bachelor, titled, born } = team;
  const rows = Array.from({ length: managers + added }, (_, index) => {
    const isNew = index >= managers;
    const operates = isNew ? index < managers + addedCredit : index < credit;
    const columns = [
      `S${String(index).padStart(5, "0")}`,
      isNew ? "郊区支行" : "市区支行",
      born,
      isNew ? "2011-03-01" : "2006-03-01",
      operates ? "是" : "否",
      index < bachelor ? "本科" : "大专",
      index < titled ? "中级" : "初级",
      "12",
    ];
    return columns.join(",");
  });
  const head = "工号,经营行,出生日期,上岗日期,信贷业务操作,学历,职称,重点管户数";
  const bytes = (text: string) => new TextEncoder().encode(text);
  return [
    { name: "花名册.csv", bytes: bytes([head, ...rows].join("\n")) },
    { name: "全行.csv", bytes: bytes(`全行员工\n${staff}\n`) },
  ];
}

const baseline: Team = { managers: 960, credit: 488, bachelor: 409, titled: 301, born: "1969-03-31" };

describe("the plan's own figures", () => {
  it("start in March 2009 at 960 of 9,380, 488 of them with credit", async () => {
    const graded = await gradeSystem("shanghai-team", files(9380, baseline), "2009Q1");
    expect(teamOutcomes(graded)).toEqual({
      new_managers: { value: 0, met: false },
      // The plan prints 10.24 %; of "about 960" people it is 10.23 %.
      of_staff: { value: 960 / 9380, met: false },
      new_credit: { value: 0, met: false },
      credit_share: { value: 488 / 960, met: false },
      // 40 is still "40 or below".
      mean_age: { value: 40, met: true },
      // Printed 42.56 % and 31.32 %, which are 409 and 301 of 961.
      bachelor: { value: 409 / 960, met: false },
      titled: { value: 301 / 960, met: false },
    });
    expect(((488 / 960) * 100).toFixed(2)).toBe("50.83");
  });

  const aged = { ...baseline, born: "1973-06-15", bachelor: 640, titled: 510, added: 300 };

  it("miss 55 % with exactly 300 and 200 new ones: 688 of 1,260 are 54.6 %", async () => {
    const graded = await gradeSystem("shanghai-team", files(9380, { ...aged, addedCredit: 200 }), "2012");
    expect(teamOutcomes(graded)).toEqual({
      new_managers: { value: 300, met: true },
      of_staff: { value: 1260 / 9380, met: true },
      new_credit: { value: 200, met: true },
      credit_share: { value: 688 / 1260, met: false },
      mean_age: { value: 39, met: true },
      bachelor: { value: 640 / 1260, met: true },
      titled: { value: 510 / 1260, met: true },
    });
    expect(((688 / 1260) * 100).toFixed(1)).toBe("54.6");
    const share = graded.team.find(({ check, part }) => check.id === "credit_share" && part === undefined);
    expect(share?.gap?.equals(Exact.of(1, 252)), "55 % − 688/1260").toBe(true);
    const parts = graded.team.flatMap(({ check, part, people, status }) => {
      return check.id === "credit_share" && part !== undefined ? [[part, people, status]] : [];
    });
    expect(parts).toEqual([
      ["市区支行", 960, "fail"],
      ["郊区支行", 300, "pass"],
    ]);
  });

  it.each([
    [204, 692, false],
    [205, 693, true],
  ])("with %i new ones who operate credit: %i of 1,260", async (addedCredit, of, met) => {
    const graded = await gradeSystem("shanghai-team", files(9380, { ...aged, addedCredit }), "2012");
    expect(teamOutcomes(graded).credit_share).toEqual({ value: of / 1260, met });
  });

  it.each([
    [299, 9380, "new_managers", 299, false],
    [300, 9692, "of_staff", 1260 / 9692, true],
    [300, 9693, "of_staff", 1260 / 9693, false],
  ])("with %i new ones among %i: %s", async (added, staff, check, value, met) => {
    const graded = await gradeSystem("shanghai-team", files(staff, { ...aged, added, addedCredit: 200 }), "2012");
    expect(teamOutcomes(graded)[check]).toEqual({ value, met });
  });
});
