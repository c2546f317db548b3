/**
 * Makes the shipped templates of notices and approval forms: `npx tsx scripts/make-forms.ts`. They are plain workbooks, to be
 * copied and edited in Excel, WPS or LibreOffice; the same bytes come out every time.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import ExcelJS, { type Style, type Worksheet } from "exceljs";
import { packWhole } from "../src/report/xlsx/pack.ts";

const formsDir = fileURLToPath(new URL("../forms/", import.meta.url));
const widths = [18, 24, 15, 17, 16, 14];
const last = "F";

const face = (size: number, bold = false) => ({ name: "微软雅黑", family: 2, charset: 134, size, bold });
const line = { style: "thin", color: { argb: "FF7B8794" } } as const;
const grid = { top: line, left: line, bottom: line, right: line } as const;
const band = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF0F3F7" } } as const;
const middle = { vertical: "middle", wrapText: true } as const;

const looks = {
  title: { font: face(20, true), alignment: { ...middle, horizontal: "center" } },
  plain: { font: face(11), alignment: { ...middle, horizontal: "left" } },
  small: { font: face(9), alignment: { ...middle, horizontal: "left" } },
  right: { font: face(11), alignment: { ...middle, horizontal: "right" } },
  centre: { font: face(10), alignment: { ...middle, horizontal: "center" } },
  label: { font: face(10, true), border: grid, fill: band, alignment: { ...middle, horizontal: "center" } },
  value: { font: face(10), border: grid, alignment: { ...middle, horizontal: "center" } },
  strong: { font: face(11, true), border: grid, alignment: { ...middle, horizontal: "center" } },
  result: { font: face(20, true), border: grid, alignment: { ...middle, horizontal: "center" } },
  text: { font: face(10), border: grid, alignment: { ...middle, horizontal: "left", indent: 1 } },
  cell: { font: face(9), border: grid, alignment: { ...middle, horizontal: "center" } },
  name: { font: face(9), border: grid, alignment: { ...middle, horizontal: "left", indent: 1 } },
  opinion: { font: face(10), border: grid, alignment: { vertical: "bottom", horizontal: "right", wrapText: true } },
} satisfies Readonly<Record<string, Partial<Style>>>;

type Look = keyof typeof looks;
/** A cell: what it says, how, and over how many columns. */
type Cell = readonly [text: string, look: Look, columns?: number];
type Row = readonly [height: number, ...cells: readonly Cell[]];

const approvalZh: readonly Row[] = [
  [44, ["{{对象}}等级评定审批表", "title", 6]],
  [22, ["考核期：{{考核期}}　　　基准日：{{基准日}}", "small", 6]],
  [
    28,
    ["姓名", "label"],
    ["{{姓名}}", "value"],
    ["工号", "label"],
    ["{{工号}}", "value"],
    ["机构", "label"],
    ["{{机构}}", "value"],
  ],
  [
    28,
    ["现等级", "label"],
    ["{{现等级}}", "value"],
    ["达标等级", "label"],
    ["{{达标等级}}", "value"],
    ["建议等级", "label"],
    ["{{建议等级}}", "strong"],
  ],
  [28, ["评定结论", "label"], ["{{建议}}", "strong"], ["审批权限", "label"], ["{{审批}}", "value", 3]],
  [48, ["理由", "label"], ["{{理由}}", "text", 5]],
  [28, ["人工调整", "label"], ["{{人工调整}}", "text", 3], ["最终等级", "label"], ["{{最终等级}}", "strong"]],
  [24, ["主要指标（对照{{对照等级}}标准）", "label", 6]],
  [
    22,
    ["条款", "label"],
    ["指标", "label"],
    ["标准", "label"],
    ["实绩", "label"],
    ["差额", "label"],
    ["结论", "label"],
  ],
  [
    19,
    ["{{条款}}", "cell"],
    ["{{指标}}", "name"],
    ["{{标准}}", "cell"],
    ["{{实绩}}", "cell"],
    ["{{差额}}", "cell"],
    ["{{结论}}", "cell"],
  ],
  [28, ["晋级差距", "label"], ["{{晋级差距}}", "text", 5]],
  [84, ["所在机构\n意见", "label"], ["签字（盖章）：____________　　　____年____月____日　", "opinion", 5]],
  [84, ["人力资源部\n意见", "label"], ["签字（盖章）：____________　　　____年____月____日　", "opinion", 5]],
  [84, ["审批人\n意见", "label"], ["签字（盖章）：____________　　　____年____月____日　", "opinion", 5]],
  [30, ["依据《{{办法}}》。表中数据由程序按各机构报表计算，结论以审批意见为准。", "small", 6]],
];

const approvalEn: readonly Row[] = [
  [44, ["Approval form: proposed grade", "title", 6]],
  [22, ["Period: {{period}}     As of: {{asOf}}", "small", 6]],
  [
    28,
    ["Name", "label"],
    ["{{name}}", "value"],
    ["ID", "label"],
    ["{{id}}", "value"],
    ["Branch", "label"],
    ["{{branch}}", "value"],
  ],
  [
    34,
    ["Present tier", "label"],
    ["{{current}}", "value"],
    ["Qualified for", "label"],
    ["{{qualified}}", "value"],
    ["Recommended", "label"],
    ["{{recommended}}", "strong"],
  ],
  [28, ["Action", "label"], ["{{action}}", "strong"], ["To be approved by", "label"], ["{{approver}}", "value", 3]],
  [48, ["Reasons", "label"], ["{{reason}}", "text", 5]],
  [34, ["Override", "label"], ["{{override}}", "text", 3], ["Final tier", "label"], ["{{final}}", "strong"]],
  [24, ["Criteria, held against {{basis}}", "label", 6]],
  [
    22,
    ["Clause", "label"],
    ["Criterion", "label"],
    ["Standard", "label"],
    ["Actual", "label"],
    ["Gap", "label"],
    ["Verdict", "label"],
  ],
  [
    19,
    ["{{criteria.clause}}", "cell"],
    ["{{criteria.metric}}", "name"],
    ["{{criteria.standard}}", "cell"],
    ["{{criteria.actual}}", "cell"],
    ["{{criteria.gap}}", "cell"],
    ["{{criteria.verdict}}", "cell"],
  ],
  [28, ["To the next tier", "label"], ["{{nearest}}", "text", 5]],
  [84, ["Branch", "label"], ["Signed: ____________________     Date: ______________  ", "opinion", 5]],
  [84, ["Human\nresources", "label"], ["Signed: ____________________     Date: ______________  ", "opinion", 5]],
  [84, ["Approved by", "label"], ["Signed: ____________________     Date: ______________  ", "opinion", 5]],
  [
    30,
    [
      "Under “{{rulebook}}”. Figures are worked out from the branches' reports; what is approved above stands.",
      "small",
      6,
    ],
  ],
];

const noticeZh: readonly Row[] = [
  [52, ["{{对象}}等级评定通知书", "title", 6]],
  [14],
  [26, ["{{机构}}　{{姓名}}（工号 {{工号}}）：", "plain", 6]],
  [44, ["　　依据《{{办法}}》，经{{考核期}}评定（基准日 {{基准日}}），你的{{对象}}等级评定结果为：", "plain", 6]],
  [50, ["{{最终等级}}", "result", 6]],
  [
    28,
    ["原等级", "label"],
    ["{{现等级}}", "value"],
    ["达标等级", "label"],
    ["{{达标等级}}", "value"],
    ["建议", "label"],
    ["{{建议}}", "strong"],
  ],
  [44, ["理由", "label"], ["{{理由}}", "text", 5]],
  [28, ["人工调整", "label"], ["{{人工调整}}", "text", 5]],
  [24, ["主要指标（对照{{对照等级}}标准）", "label", 6]],
  [
    22,
    ["条款", "label"],
    ["指标", "label"],
    ["标准", "label"],
    ["实绩", "label"],
    ["差额", "label"],
    ["结论", "label"],
  ],
  [
    19,
    ["{{条款}}", "cell"],
    ["{{指标}}", "name"],
    ["{{标准}}", "cell"],
    ["{{实绩}}", "cell"],
    ["{{差额}}", "cell"],
    ["{{结论}}", "cell"],
  ],
  [28, ["待遇", "label"], ["{{待遇}}", "text", 5]],
  [28, ["晋级差距", "label"], ["{{晋级差距}}", "text", 5]],
  [
    48,
    ["　　如对评定结果有异议，可在收到本通知之日起____个工作日内，向____________________书面申请复核。", "plain", 6],
  ],
  [26, ["（单位盖章）　　　　　　", "right", 6]],
  [26, ["________年____月____日　", "right", 6]],
  [30, ["┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄　回　执　┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄", "centre", 6]],
  [32, ["本人已收到{{考核期}}等级评定通知书。　签收人：____________　　日期：____年____月____日", "small", 6]],
];

const noticeEn: readonly Row[] = [
  [52, ["Notice of grade", "title", 6]],
  [14],
  [26, ["{{name}} (ID {{id}}), {{branch}}", "plain", 6]],
  [44, ["Under “{{rulebook}}”, assessed for the {{period}} (as of {{asOf}}), your grade is:", "plain", 6]],
  [50, ["{{final}}", "result", 6]],
  [
    34,
    ["Held before", "label"],
    ["{{current}}", "value"],
    ["Qualified for", "label"],
    ["{{qualified}}", "value"],
    ["Recommended", "label"],
    ["{{action}}", "strong"],
  ],
  [44, ["Reasons", "label"], ["{{reason}}", "text", 5]],
  [28, ["Override", "label"], ["{{override}}", "text", 5]],
  [24, ["Criteria, held against {{basis}}", "label", 6]],
  [
    22,
    ["Clause", "label"],
    ["Criterion", "label"],
    ["Standard", "label"],
    ["Actual", "label"],
    ["Gap", "label"],
    ["Verdict", "label"],
  ],
  [
    19,
    ["{{criteria.clause}}", "cell"],
    ["{{criteria.metric}}", "name"],
    ["{{criteria.standard}}", "cell"],
    ["{{criteria.actual}}", "cell"],
    ["{{criteria.gap}}", "cell"],
    ["{{criteria.verdict}}", "cell"],
  ],
  [28, ["Benefits", "label"], ["{{benefits}}", "text", 5]],
  [28, ["To the next tier", "label"], ["{{nearest}}", "text", 5]],
  [
    48,
    [
      "You may object in writing to ____________________ within ____ working days of receiving this notice.",
      "plain",
      6,
    ],
  ],
  [26, ["(Seal)                    ", "right", 6]],
  [26, ["Date: ____________________", "right", 6]],
  [30, ["– – – – – – – – – – – – – – –   Receipt   – – – – – – – – – – – – – – –", "centre", 6]],
  [
    32,
    [
      "I have received the notice for the {{period}}.   Signed: ____________________   Date: ______________",
      "small",
      6,
    ],
  ],
];

const forms: readonly (readonly [file: string, sheet: string, page: string, rows: readonly Row[]])[] = [
  ["notice.zh.xlsx", "通知书", "第 &P 页，共 &N 页", noticeZh],
  ["approval.zh.xlsx", "审批表", "第 &P 页，共 &N 页", approvalZh],
  ["notice.en.xlsx", "Notice", "Page &P of &N", noticeEn],
  ["approval.en.xlsx", "Approval", "Page &P of &N", approvalEn],
];

/** Every template by its file name. */
export async function shippedForms(): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const [file, name, page, rows] of forms) {
    const workbook = new ExcelJS.Workbook();
    workbook.creator = "dingji";
    workbook.lastModifiedBy = "dingji";
    workbook.created = new Date("2026-01-01T00:00:00Z");
    workbook.modified = workbook.created;
    const sheet = workbook.addWorksheet(name, {
      pageSetup: {
        paperSize: 9,
        orientation: "portrait",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 1,
        horizontalCentered: true,
        margins: { left: 0.7, right: 0.7, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 },
      },
      headerFooter: { oddFooter: `&C&"微软雅黑"&8${page}` },
      views: [{ showGridLines: false }],
    });
    for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
    for (const [index, row] of rows.entries()) lay(sheet, index + 1, row);
    sheet.pageSetup.printArea = `A1:${last}${rows.length}`;
    const laidOut = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
    made.set(file, await packWhole(new Uint8Array(laidOut)));
  }
  return made;
}

function lay(sheet: Worksheet, at: number, [height, ...cells]: Row): void {
  sheet.getRow(at).height = height;
  let column = 1;
  for (const [text, look, span = 1] of cells) {
    for (let each = column; each < column + span; each++) sheet.getCell(at, each).style = looks[look];
    sheet.getCell(at, column).value = text;
    if (span > 1) sheet.mergeCells(at, column, at, column + span - 1);
    column += span;
  }
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  mkdirSync(formsDir, { recursive: true });
  for (const [file, bytes] of await shippedForms()) writeFileSync(formsDir + file, bytes);
}
