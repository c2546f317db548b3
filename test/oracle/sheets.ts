import type { InputSource } from "../../src/workbook/read.ts";
import type { Quarter, TierId } from "./policy.ts";

const labels: Readonly<Record<TierId, string>> = {
  senior: "高级客户经理",
  first: "一级客户经理",
  second: "二级客户经理",
  third: "三级客户经理",
  fourth: "四级客户经理",
  trainee: "见习客户经理",
};

/** How a quarter's cells are written: in 元 or 万元, with the last decimals as they are. */
export interface Writing {
  readonly inWan: boolean;
  /** What a blank cell of a column holds in which it means zero or no. */
  readonly nothing: "" | "-" | "无" | "plain";
}

/** The five sheets as csv bytes. */
export function csvFiles(quarter: Quarter, { inWan, nothing }: Writing): InputSource[] {
  const [unit, places] = inWan ? ["万元", 6] : ["元", 2];
  const money = (fen: bigint | null) => (fen === null ? "" : decimal(fen, places));
  const orNothing = (fen: bigint) => (fen === 0n && nothing !== "plain" ? nothing : money(fen));
  const files: [string, string[], string[][] | undefined][] = [
    [
      "客户经理",
      ["工号", "现等级", "营销年限", "学历", "专业技术资格", "模拟银行考试", "违规次数"],
      quarter.managers.map((one) => [
        one.id,
        labels[one.current],
        one.years === null ? "" : decimal(one.years, 2),
        one.education ?? "",
        one.title ?? "",
        one.exam === null ? "" : one.exam ? "合格" : "不合格",
        one.violations === 0 && nothing !== "plain" ? nothing : String(one.violations),
      ]),
    ],
    [
      "存款",
      ["工号", "客户号", `本年日均(${unit})`, `上年日均(${unit})`, "协议存款"],
      quarter.deposits?.map((one) => [
        one.manager,
        one.customer ?? "",
        money(one.average),
        orNothing(one.lastYear),
        one.negotiated ? "是" : nothing === "plain" ? "否" : nothing,
      ]),
    ],
    [
      "贷款",
      ["工号", "客户号", `本年日均(${unit})`],
      quarter.loans?.map((one) => [one.manager, one.customer ?? "", money(one.amount)]),
    ],
    [
      "国际结算",
      ["工号", "客户号", "年国际结算额(美元)"],
      quarter.settlements?.map((one) => [
        one.manager,
        one.customer ?? "",
        one.amount === null ? "" : decimal(one.amount, 2),
      ]),
    ],
    [
      "资产质量",
      ["工号", "不良率", "正常类占比", "上年正常类占比", `新增后三类贷款(${unit})`, `欠息(${unit})`, `垫款(${unit})`],
      quarter.quality?.map((one) => [
        one.manager,
        "1.00%",
        one.normal === null ? "" : `${decimal(one.normal, 2)}%`,
        one.lastNormal === null ? "" : `${decimal(one.lastNormal, 2)}%`,
        ...[one.newBad, one.arrears, one.advances].map(orNothing),
      ]),
    ],
  ];
  return files.flatMap(([name, header, rows]) => {
    if (!rows) return [];
    const text = [header, ...rows].map((row) => `${row.join(",")}\n`).join("");
    return [{ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }];
  });
}

/** `12345` with 2 places is 123.45. */
export function decimal(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const [whole, rest] = [digits.slice(0, -places), digits.slice(-places)];
  return `${value < 0n ? "-" : ""}${whole}.${rest}`;
}
