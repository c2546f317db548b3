import { uglyBook } from "./ugly-book.ts";
import { csvOf, gb18030, mapColumn, mapMoney, type Quarter, type Row, shift, type Ugly, utf16 } from "./ugly-parts.ts";

/** Quarters that say the same as the plain one. */
export const same: Readonly<Record<string, Ugly>> = {
  "pages as they are printed, with titles, page numbers and the header again": (q) => ({
    "q.xlsx": book(q, (name, [header, ...rows]) => {
      const out: Row[] = [];
      for (let at = 0; at < rows.length; at += 40) {
        out.push(
          [`${name}明细表`],
          ["", "", "", `第${at / 40 + 1}页`],
          header!,
          ...rows.slice(at, at + 40),
          [],
          ["制表:王", "", "复核:李"],
          [],
        );
      }
      return out;
    }),
  }),
  "millions, said in the headers": (q) => ({
    "q.xlsx": book(q, (_, rows) => inUnit(rows, "元", "百万元", -6, "美元", "百万美元", -6)),
  }),
  "thousands, said in a row above": (q) => ({
    "q.xlsx": book(q, (name, rows) => [
      [name],
      ["", "", name === "国际结算" ? "单位：千美元" : "单位：人民币千元"],
      ...bareHeaders(mapMoney(rows, (v) => shift(v, -3))),
    ]),
  }),
  "csv in millions, said in a row above": (q) =>
    csvs(q, (name, rows) => [
      [name],
      ["填报单位:南昌分行", "", name === "国际结算" ? "单位:百万美元" : "金额单位:百万元"],
      ...bareHeaders(mapMoney(rows, (v) => shift(v, -6))),
    ]),
  "ids as numbers in all sheets but the roster": (q) => ({
    "q.xlsx": book(q, (name, rows) => (name === "客户经理" ? rows : mapColumn(rows, "工号", (v) => Number(v)))),
  }),
  "ids as formulas of text": (q) => csvs(q, (_, rows) => mapColumn(rows, "工号", (v) => `="${v}"`)),
  "ids with a tab behind": (q) => csvs(q, (_, rows) => mapColumn(rows, "工号", (v) => `${v}\t`)),
  "units in the cells, from 元 to 亿": (q) =>
    csvs(q, (name, rows) => bareHeaders(mapMoney(rows, (v) => cellUnit(v, name === "国际结算" ? "美元" : "元")))),
  "元 in the cells below 万元 in the header": (q) => ({
    "q.xlsx": book(q, (name, rows) =>
      rows
        .map((r, i) => (i === 0 ? r.map((h) => String(h).replace("(元)", "(万元)").replace("(美元)", "(万美元)")) : r))
        .map((r, i, all) =>
          i === 0
            ? r
            : r.map((c, at) => (/元\)/.test(String(all[0]![at])) ? `${c}${name === "国际结算" ? "美元" : "元"}` : c)),
        ),
    ),
  }),
  "full-width letters, digits and signs": (q) => ({
    "q.xlsx": book(q, (_, rows) =>
      rows.map((r) =>
        r.map((c) => String(c).replace(/[0-9A-Z.()%]/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0))),
      ),
    ),
  }),
  "subtotals among the rows, a total, notes and signatures": (q) => ({
    "q.xlsx": book(q, (name, rows) =>
      name === "客户经理" || name === "资产质量"
        ? [...rows, [], ["制表人:", "张", "审核人:", "李"], ["填报日期:2026年12月31日"]]
        : withTotals(rows),
    ),
  }),
  "hidden rows, columns and sheets": (q) => ({
    "q.xlsx": uglyBook([
      ...sheetsOf(q, (_, rows) => rows).map((s) => ({ ...s, hiddenColumns: [2], hiddenRows: [3, 5, 7] })),
      { name: "存款(旧)", state: "veryHidden" as const, rows: q.存款!.slice(0, 20) },
      { name: "客户经理 (2)", state: "hidden" as const, rows: q.客户经理! },
    ]),
  }),
  "units and column numbers in rows beneath the header": (q) =>
    csvs(q, (_, [h, ...rows]) => [
      h!.map((c) => String(c).replace(/\(.*\)/, "")),
      h!.map((c) => /\((.*)\)/.exec(String(c))?.[1] ?? ""),
      h!.map((_, i) => String(i + 1)),
      ...rows,
    ]),
  "headers in two rows, merged across and down": (q) => ({
    "q.xlsx": uglyBook(
      sheetsOf(q, (_, rows) => rows).map((s) => {
        const [_h, ...rest] = s.rows;
        if (s.name !== "存款") return s;
        return {
          ...s,
          rows: [
            ["存款情况表"],
            ["工号", "客户号", "日均存款(元)", "", "协议存款"],
            ["", "", "本年", "上年", ""],
            ...rest,
          ],
          merges: ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"],
        };
      }),
    ),
  }),
  "per cent as text, as a format and as fractions in one column": (q) => ({
    "q.xlsx": book(q, (_, rows) =>
      ratios(rows, (v, i) => (i % 3 === 0 ? `${shift(v, 2)}%` : i % 3 === 1 ? { n: v, format: "0.00%" } : v)),
    ),
  }),
  "blank rows and rows of commas between all rows": (q) =>
    csvs(q, (_, rows) => rows.flatMap((r) => [r, [], r.map(() => "")])),
  "numbers as doubles print them": (q) => ({
    "q.xlsx": book(q, (_, [h, ...rows]) => [
      h!,
      ...rows.map((r) =>
        r.map((c) => (typeof c === "number" ? { n: ((c * 1.1) / 1.1).toPrecision(17), format: "General" } : c)),
      ),
    ]),
  }),
  "numbers as text, with thousands, blanks and line breaks": (q) => ({
    "q.xlsx": uglyBook(
      sheetsOf(q, (_, [h, ...rows]) => [
        h!.map((c) => `${c}`.replace("(", "\n（").replace(")", "）")),
        ...rows.map((r) => r.map((c) => (typeof c === "number" ? thousands(c) : ` ${c}　`))),
      ]).map((s) => ({ ...s, inline: true })),
    ),
  }),
  "amounts as accountants write them": (q) =>
    csvs(q, (name, rows) =>
      mapMoney(rows, (v) =>
        Number(v) === 0 ? " -   " : ` ${name === "国际结算" ? "$" : "¥"}${thousands(Number(v))} `,
      ),
    ),
  "the accountants' number format": (q) => ({
    "q.xlsx": book(q, (_, rows) =>
      mapMoney(rows, (v) => ({ n: v, format: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ' })),
    ),
  }),
  "元 that a number format shows as 万元": (q) => ({
    "q.xlsx": book(q, (_, rows) => mapMoney(rows, (v) => ({ n: v, format: '0!.0000,"万元"' }))),
  }),
  "csv that begins with sep=;": (q) =>
    Object.fromEntries(
      Object.entries(q).map(([n, rows]) => [
        `${n}.csv`,
        Buffer.from(`\ufeffsep=;\r\n${rows.map((r) => r.join(";")).join("\r\n")}`),
      ]),
    ),
  "csv in UTF-16 that begins with sep=,": (q) =>
    Object.fromEntries(Object.entries(q).map(([n, rows]) => [`${n}.csv`, utf16(`"sep=,"\r\n${csvOf(rows)}`)])),
  "csv in UTF-16, the high byte first": (q) =>
    Object.fromEntries(Object.entries(q).map(([n, rows]) => [`${n}.csv`, utf16(csvOf(rows)).swap16()])),
  "text with tabs, in GBK": (q) =>
    Object.fromEntries(
      Object.entries(q).map(([n, rows]) => [`${n}.txt`, gb18030(rows.map((r) => r.join("\t")).join("\n"))]),
    ),
  "csv with pipes and CR alone, in GBK": (q) =>
    Object.fromEntries(
      Object.entries(q).map(([n, rows]) => [`${n}.csv`, gb18030(rows.map((r) => r.join("|")).join("\r"))]),
    ),
  "ids merged over their rows": (q) => ({
    "q.xlsx": uglyBook(
      sheetsOf(q, (_, rows) => rows).map((s) => (s.name === "客户经理" || s.name === "资产质量" ? s : mergedIds(s))),
    ),
  }),
  "branches merged over their people": (q) => {
    const sorted = [
      q.客户经理![0]!,
      ...q.客户经理!.slice(1).toSorted((a, b) => String(a[2]).localeCompare(String(b[2]))),
    ];
    const s = mergedColumn({ name: "客户经理", rows: sorted }, 2);
    return { "q.xlsx": uglyBook([s, ...sheetsOf(q, (_, r) => r).slice(1)]) };
  },
  "a file or five a branch, in five encodings and units": (q) => byBranch(q),
  "numbers before, remarks and customers like totals behind": (q) => ({
    "q.xlsx": book(q, (_, rows) =>
      rows.map((r, i) =>
        i === 0
          ? ["序号", ...r, "备注", "客户名称"]
          : [i, ...r, i % 9 === 0 ? "合计户,见附表" : "", i % 5 ? "江西总计划部" : "南昌合计有限公司"],
      ),
    ),
  }),
  "other words for yes, no, none and the tiers": (q) => ({
    "q.xlsx": book(q, (name, rows) =>
      rows.map((r, i) =>
        i === 0
          ? r
          : name === "客户经理"
            ? [
                r[0]!,
                `${r[1]}`.split("").join(" "),
                r[2]!,
                String(r[3]).replace("客户经理", ""),
                `${r[4]}年`,
                r[5]!,
                r[6] === "无" ? "—" : `${r[6]}`,
                r[7] === "合格" ? "√" : "×",
                r[8] === 0 ? "无" : `${r[8]}次`,
              ]
            : name === "存款"
              ? [...r.slice(0, 4), r[4] === "是" ? "√" : ""]
              : r,
      ),
    ),
  }),
  "all tables on one sheet": (q) => ({
    "全部.xlsx": uglyBook([
      { name: "Sheet1", rows: Object.entries(q).flatMap(([n, rows]) => [[`${n}表`], ...rows, [], []]) },
    ]),
  }),
  "all tables in one csv": (q) => ({
    "全部.csv": gb18030(
      Object.entries(q)
        .map(([n, rows]) => `${n}表\n${csvOf(rows)}\n\n`)
        .join(""),
    ),
  }),
  "sheets without names": (q) => ({
    "a.xlsx": uglyBook(Object.values(q).map((rows, i) => ({ name: `Sheet${i + 1}`, rows }))),
  }),
  "blanks and dashes for zeros": (q) => ({
    "q.xlsx": book(q, (_, rows) =>
      rows.map((r, i) =>
        i
          ? r.map((c, at) =>
              at > 0 && c === 0 && /上年日均\(|欠息|垫款|新增|违规/.test(String(rows[0]![at]))
                ? i % 2
                  ? ""
                  : "——"
                : c,
            )
          : r,
      ),
    ),
  }),
  "dollars in the cells": (q) =>
    csvs(q, (name, rows) =>
      name === "国际结算"
        ? rows.map((r, i) =>
            i
              ? [r[0]!, r[1]!, i % 2 ? `USD ${thousands(Number(r[2]))}` : `$${thousands(Number(r[2]))}`]
              : ["工号", "客户号", "年国际结算额"],
          )
        : rows,
    ),
  "characters that nobody sees around every cell": (q) =>
    csvs(q, (_, rows) => rows.map((r) => r.map((c) => `\u00a0${c}\u200b`))),
};

/** Quarters that cannot be read without a doubt, each with what has to be said, and where. */
export const doubtful: Readonly<Record<string, Ugly>> = {
  "ids as numbers on the roster too": (q) => ({
    "q.xlsx": book(q, (_, rows) => mapColumn(rows, "工号", (v) => Number(v))),
  }),
  "per cent and fractions in one column, neither with a sign": (q) => ({
    "q.xlsx": book(q, (_, rows) => ratios(rows, (v, i) => (i % 3 === 0 ? Number(shift(v, 2)) : v))),
  }),
  "figures that the spreadsheet has shortened": (q) =>
    csvs(q, (_, rows) =>
      mapMoney(rows, (v) =>
        Number(v)
          .toExponential(2)
          .toUpperCase()
          .replace(/\+(\d)$/u, "+0$1"),
      ),
    ),
  "one column twice, in two units": (q) => ({
    "q.xlsx": book(q, (name, rows) =>
      name === "贷款"
        ? rows.map((r, i) =>
            i ? [...r, Number(shift(r[2] as number, -4))] : ["工号", "客户号", "本年日均(元)", "本年日均(万元)"],
          )
        : rows,
    ),
  }),
};

function ratios(rows: readonly Row[], map: (v: number, i: number) => Row[number]): Row[] {
  return rows.map((r, i) =>
    i === 0 ? [...r] : r.map((c, at) => (/率|占比/.test(String(rows[0]![at])) ? map(c as number, i) : c)),
  );
}
function thousands(v: number): string {
  const [a, b] = String(v).split(".");
  return a!.replace(/\B(?=(\d{3})+$)/g, ",") + (b ? `.${b}` : "");
}
function cellUnit(v: number, tail: string): string {
  if (Number(v) >= 1e8) return `${shift(v, -8)}亿${tail}`;
  if (Number(v) >= 1e4) return `${shift(v, -4)}万${tail}`;
  return `${v}${tail === "" ? "元" : tail}`;
}
function bareHeaders(rows: readonly Row[]): Row[] {
  return rows.map((r, i) => (i ? [...r] : r.map((c) => String(c).replace(/\(.*\)/, ""))));
}
function inUnit(
  rows: readonly Row[],
  from: string,
  to: string,
  by: number,
  from2: string,
  to2: string,
  _by2: number,
): Row[] {
  return mapMoney(rows, (v) => Number(shift(v, by))).map((r, i) =>
    i ? r : r.map((c) => String(c).replace(`(${from2})`, `(${to2})`).replace(`(${from})`, `(${to})`)),
  );
}
function sheetsOf(q: Quarter, change: (name: string, rows: readonly Row[]) => Row[] | readonly Row[]) {
  return Object.entries(q).map(([name, rows]) => ({ name, rows: change(name, rows) }));
}
function book(q: Quarter, change: (name: string, rows: readonly Row[]) => Row[] | readonly Row[]) {
  return uglyBook(sheetsOf(q, change));
}
function csvs(q: Quarter, change: (name: string, rows: readonly Row[]) => Row[] | readonly Row[]) {
  return Object.fromEntries(sheetsOf(q, change).map(({ name, rows }) => [`${name}.csv`, Buffer.from(csvOf(rows))]));
}
function withTotals([h, ...rows]: readonly Row[]): Row[] {
  const out: Row[] = [h!];
  const cols = h!.map((c, i) => (/元\)/.test(String(c)) ? i : -1)).filter((i) => i >= 0);
  const sum = (list: readonly Row[], label: string): Row =>
    h!.map((_, i) =>
      i === 0 ? label : cols.includes(i) ? Math.round(list.reduce((a, r) => a + Number(r[i]) * 100, 0)) / 100 : "",
    );
  let group: Row[] = [];
  rows.forEach((r, i) => {
    out.push(r);
    group.push(r);
    if (rows[i + 1]?.[0] !== r[0]) {
      out.push(sum(group, "小计"));
      group = [];
    }
  });
  return [...out, sum(rows, "合 计"), [], ["注：以上数据以核心系统为准"], ["负责人：", "", "制表："]];
}
function mergedIds(s: { name: string; rows: readonly Row[] }) {
  return mergedColumn(s, 0);
}
function mergedColumn(s: { name: string; rows: readonly Row[] }, col: number) {
  const merges: string[] = [];
  const rows = s.rows.map((r) => [...r]);
  const L = "ABCDEFGHI"[col];
  for (let a = 1; a < rows.length; ) {
    let b = a;
    while (s.rows[b + 1]?.[col] === s.rows[a]![col]) b++;
    if (b > a) {
      merges.push(`${L}${a + 1}:${L}${b + 1}`);
      for (let k = a + 1; k <= b; k++) rows[k]![col] = "";
    }
    a = b + 1;
  }
  return { ...s, rows, merges };
}
function byBranch(q: Quarter): Record<string, Buffer> {
  const branchOf = new Map(q.客户经理!.slice(1).map((r) => [r[0], String(r[2])]));
  const branches = [...new Set(branchOf.values())];
  const out: Record<string, Buffer> = {};
  branches.forEach((b, i) => {
    const of = (n: string) => [q[n]![0]!, ...q[n]!.slice(1).filter((r) => branchOf.get(r[0] as string) === b)];
    const d = Object.fromEntries(Object.keys(q).map((n) => [n, of(n)])) as Quarter;
    if (i % 3 === 0)
      out[`${b}报表.xlsx`] = book(d, (n, rows) => [
        [`${b}${n}`],
        [`填报单位:${b}`, "", n === "国际结算" ? "单位:千美元" : "单位:万元"],
        ...bareHeaders(mapMoney(rows, (v) => Number(shift(v, n === "国际结算" ? -3 : -4)))),
      ]);
    else if (i % 3 === 1) for (const n of Object.keys(q)) out[`${b}-${n}.csv`] = gb18030(csvOf(d[n]!));
    else for (const n of Object.keys(q)) out[`${n}（${b}）.txt`] = utf16(d[n]!.map((r) => r.join("\t")).join("\r\n"));
  });
  return out;
}
