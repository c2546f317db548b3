import type { ColumnSpec, TableSpec } from "../../src/workbook/table-spec.ts";

function column(name: string, kind: ColumnSpec["kind"], headers: readonly string[], required = false): ColumnSpec {
  return { name, kind, headers, required };
}

const manager = column("manager", "id", ["工号", "员工号"], true);
const customer = column("customer", "id", ["客户号"]);

/** The inputs of the BoCom rulebook, as the rulebook room compiles them. */
export const bocomSpecs: readonly TableSpec[] = [
  {
    id: "managers",
    sheets: ["客户经理", "花名册"],
    columns: [
      column("manager", "id", ["工号", "员工号", "员工编号"], true),
      column("name", "text", ["姓名"]),
      column("branch", "text", ["机构", "所在机构"]),
      column("current", "tier", ["现等级", "当前等级"]),
      column("years", "duration", ["营销年限"]),
      column("education", "enum", ["学历"]),
      column("title", "enum", ["专业技术资格"]),
      column("exam", "boolean", ["模拟银行考试"]),
      column("violations", "count", ["违规次数"]),
    ],
  },
  {
    id: "deposits",
    sheets: ["存款", "存款明细"],
    columns: [
      manager,
      customer,
      column("average", "money", ["本年日均"]),
      column("last_year", "money", ["上年日均"]),
      column("negotiated", "boolean", ["协议存款"]),
    ],
  },
  { id: "loans", sheets: ["贷款"], columns: [manager, customer, column("average", "money", ["本年日均"])] },
  {
    id: "settlements",
    sheets: ["国际结算"],
    columns: [manager, customer, column("amount", "money", ["年国际结算额"])],
  },
  {
    id: "quality",
    sheets: ["资产质量"],
    columns: [
      manager,
      column("npl", "ratio", ["不良率"]),
      column("normal", "ratio", ["正常类占比"]),
      column("last_normal", "ratio", ["上年正常类占比"]),
      column("new_bad", "money", ["新增后三类贷款"]),
      column("arrears", "money", ["欠息"]),
      column("advances", "money", ["垫款"]),
    ],
  },
];
