import { describe, expect, it } from "vitest";
import type { UglyCell } from "../scenarios/ugly-book.ts";
import { type Format, readColumn } from "./both.ts";

const date = "type: date";
const day = "2026-09-30";

describe.each<Format>(["xlsx", "csv"])("a date in %s", (format) => {
  it.each<[UglyCell]>([
    ["2026/9/30"],
    ["2026/09/30"],
    ["2026.9.30"],
    ["2026-9-30"],
    ["20260930"],
    [20260930],
    ["2026年9月30日"],
    ["2026 年 9 月 30 日"],
    ["2026年09月30号"],
    ["２０２６／９／３０"],
    ["2026/9/30 0:00"],
    ["2026-09-30 00:00:00"],
    ["2026/9/30 星期三"],
    ["'2026-09-30"],
  ])("%j is the day", async (cell) => {
    expect(await readColumn(format, date, "数", [cell])).toMatchObject({ values: [day], found: [] });
  });

  it.each<[UglyCell, string]>([
    ["2026-02-30", "facts/no-such-day B2"],
    ["2026/13/1", "facts/no-such-day B2"],
    [20260931, "facts/no-such-day B2"],
    ["9/30/2026", "facts/bad-date B2"],
    ["26.9.30", "facts/bad-date B2"],
    ["2026年9月", "facts/bad-date B2"],
    ["月底", "facts/bad-date B2"],
  ])("%j is said at its cell", async (cell, found) => {
    expect(await readColumn(format, date, "数", [cell])).toMatchObject({ values: ["?bad-cell"], found: [found] });
  });

  it("a blank is missing", async () => {
    expect(await readColumn(format, date, "数", ["", "—", null])).toMatchObject({
      values: ["?blank", "?blank", "?blank"],
      found: [],
    });
  });
});

/** 2026-09-30 is the day 46295 from 1900 on and the day 44833 from 1904 on. */
describe("a serial", () => {
  it.each<[what: string, cell: UglyCell, workbookPr: string]>([
    ["with a format of dates", { n: 46295, format: "yyyy/m/d" }, ""],
    ["with a Chinese format", { n: 46295, format: 'yyyy"年"m"月"d"日"' }, ""],
    ["without a format", 46295, ""],
    ["with a time", { n: "46295.75", format: "yyyy-mm-dd hh:mm" }, ""],
    ["of a formula", { f: "TODAY()", v: 46295 }, ""],
    ["from 1904", { n: 44833, format: "yyyy/m/d" }, '<workbookPr date1904="1"/>'],
    ["from 1904, said by a word", { n: 44833, format: "yyyy/m/d" }, '<workbookPr date1904="true"/>'],
    ["from 1900, said so", { n: 46295, format: "yyyy/m/d" }, '<workbookPr date1904="0"/>'],
  ])("%s is the day", async (_, cell, workbookPr) => {
    expect(await readColumn("xlsx", date, "数", [cell], { workbookPr })).toMatchObject({ values: [day], found: [] });
  });

  it.each<Format>(["xlsx", "csv"])(
    "that has become a text in %s is read, with a warning at the first",
    async (format) => {
      expect(await readColumn(format, date, "数", [day, "46295", "46296"])).toEqual({
        values: [day, day, "2026-10-01"],
        found: ["facts/date-serials B3"],
        said: ["“数”有 2 个日期存成了数字，按表格软件的日期序号读取：46295 读作 2026-09-30"],
      });
    },
  );

  it.each([["1234"], ["462950"], ["12"]])("%s as a text is no date", async (cell) => {
    expect(await readColumn("csv", date, "数", [cell])).toMatchObject({ found: ["facts/bad-date B2"] });
  });
});
