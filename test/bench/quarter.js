import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import exceljs from "exceljs";

/** What a large branch sends: so many managers, so many deposit rows, a loan row for every fifth. */
export const size = { managers: 2000, deposits: 100_000 };

/**
 * Writes a quarter as one workbook with the five sheets of bocom-nanchang, the deposits first in its own right: the sheet
 * that the peers read alone. The same numbers give the same cells, whatever the machine; an existing file is kept.
 */
export async function makeQuarter(file, { managers, deposits, sharedStrings }) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.tmp`;
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: fresh, useSharedStrings: sharedStrings });
  const random = generator(20261231);
  const ids = Array.from({ length: managers }, (_, index) => String(100_000 + index * 7));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const yuan = (most) => Math.round(random() ** 3 * most * 100) / 100;

  write(book, "存款", ["工号", "客户号", "本年日均(元)", "上年日均(元)", "协议存款"], deposits, (index) => [
    ids[index % managers],
    customer(index),
    yuan(40_000_000),
    yuan(36_000_000),
    random() < 0.05 ? "是" : "否",
  ]);
  write(
    book,
    "客户经理",
    ["工号", "姓名", "机构", "现等级", "营销年限", "学历", "专业技术资格", "模拟银行考试", "违规次数"],
    managers,
    (index) => [
      ids[index],
      `经理${index}`,
      `支行${index % 40}`,
      pick(["高级客户经理", "一级客户经理", "二级客户经理", "三级客户经理", "四级客户经理", "见习客户经理"]),
      Math.floor(random() * 12),
      pick(["高中", "大专", "本科", "硕士"]),
      pick(["无", "初级", "中级"]),
      random() < 0.9 ? "合格" : "不合格",
      random() < 0.95 ? 0 : 1,
    ],
  );
  write(book, "贷款", ["工号", "客户号", "本年日均(元)"], deposits / 5, (index) => [
    ids[(index * 5) % managers],
    customer(index * 5),
    yuan(60_000_000),
  ]);
  write(book, "国际结算", ["工号", "客户号", "年国际结算额(美元)"], deposits / 20, (index) => [
    ids[(index * 20) % managers],
    customer(index * 20),
    yuan(8_000_000),
  ]);
  write(
    book,
    "资产质量",
    ["工号", "不良率", "正常类占比", "上年正常类占比", "新增后三类贷款(元)", "欠息(元)", "垫款(元)"],
    managers,
    (index) => [ids[index], 0.01, 0.985, 0.98, random() < 0.9 ? 0 : 10_000, 0, 0],
  );
  await book.commit();
  renameSync(fresh, file);
}

function write(book, name, headers, rows, make) {
  const sheet = book.addWorksheet(name);
  sheet.addRow(headers).commit();
  for (let index = 0; index < rows; index++) sheet.addRow(make(index)).commit();
  sheet.commit();
}

function customer(index) {
  return `C${String(index).padStart(7, "0")}`;
}

/** A small generator with a seed (mulberry32): no two machines may differ. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
