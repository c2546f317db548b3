import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ran, run, type World } from "../cli/run-program.ts";
// Loaded here rather than by the first test: on a busy machine that takes longer than a test may.
import "../../src/cli/run-grade.ts";
import "../../src/report/xlsx/workbook.ts";

type Cell = string | number;
type Rows = readonly (readonly Cell[])[];

/** The five sheets of bocom-nanchang, by name, each with its header. */
export interface Sheets {
  readonly 客户经理?: Rows;
  readonly 存款?: Rows;
  readonly 贷款?: Rows;
  readonly 国际结算?: Rows;
  readonly 资产质量?: Rows;
}

/**
 * Three managers whose grades can be worked out in the head: 0001 has deposits of 4,000万 and is 三级, as before; 0002 has
 * 8,000万 with a customer of 3,000万 and rises from 三级 to 二级; 0003 has 1,200万, less than the pass line.
 */
export const plain: Required<Sheets> = {
  客户经理: [
    ["工号", "姓名", "机构", "现等级", "营销年限", "学历", "专业技术资格", "模拟银行考试", "违规次数"],
    ["0001", "王一", "东湖支行", "三级客户经理", "5年", "本科", "无", "合格", "0"],
    ["0002", "李二", "东湖支行", "三级客户经理", "2年", "大专", "无", "合格", "0"],
    ["0003", "张三", "西湖支行", "四级客户经理", "1年", "高中", "初级", "合格", "0"],
  ],
  存款: [
    ["工号", "客户号", "本年日均(万元)", "上年日均(万元)", "协议存款"],
    ["0001", "C1", "4000", "4000", "否"],
    ["0002", "C2", "3000", "3000", "否"],
    ["0002", "C3", "2500", "2500", "否"],
    ["0002", "C4", "2500", "2500", "否"],
    ["0003", "C5", "1200", "1200", "否"],
  ],
  贷款: [
    ["工号", "客户号", "本年日均(万元)"],
    ["0001", "C1", "100"],
    ["0002", "C2", "100"],
    ["0003", "C5", "100"],
  ],
  国际结算: [
    ["工号", "客户号", "年国际结算额(万美元)"],
    ["0001", "C1", "1"],
    ["0002", "C2", "1"],
    ["0003", "C5", "1"],
  ],
  资产质量: [
    ["工号", "不良率", "正常类占比", "上年正常类占比", "新增后三类贷款(元)", "欠息(元)", "垫款(元)"],
    ["0001", "0%", "100%", "100%", "0", "0", "0"],
    ["0002", "0%", "100%", "100%", "0", "0", "0"],
    ["0003", "0%", "100%", "100%", "0", "0", "0"],
  ],
};

/** A folder of its own to work in. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "dingji-scenario-")));

  write(file: string, content: string | Uint8Array): this {
    writeFileSync(join(this.path, file), content);
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), "utf8");
  }

  /** The sheets as csv files in `q/`: the plain ones, but for those that are given; undefined leaves one out. */
  quarter(sheets: { readonly [Name in keyof Sheets]: Rows | undefined } = {}): this {
    mkdirSync(join(this.path, "q"), { recursive: true });
    for (const [name, rows] of Object.entries({ ...plain, ...sheets })) {
      if (rows) this.write(`q/${name}.csv`, csv(rows));
    }
    return this;
  }

  /** Runs a command here. */
  async run(line: string | readonly string[], world: World = {}): Promise<Ran> {
    const before = process.cwd();
    process.chdir(this.path);
    try {
      return await run(line, world);
    } finally {
      process.chdir(before);
    }
  }
}

export function csv(rows: Rows): string {
  return rows.map((row) => `${row.join(",")}\n`).join("");
}

/** The plain rows of a sheet with some replaced, by their row number in the sheet (the header is 1). */
export function changed(sheet: keyof Sheets, rows: Readonly<Record<number, readonly Cell[]>>): Rows {
  const list: (readonly Cell[])[] = [...plain[sheet]];
  for (const [number, row] of Object.entries(rows)) list[Number(number) - 1] = row;
  return list;
}

export const grade = "grade q -r bocom-nanchang -p 2026Q4";
