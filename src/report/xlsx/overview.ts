import type { Worksheet } from "exceljs";
import { columnName } from "../../diagnostic/location.ts";
import type { Lang } from "../../text/text.ts";
import { countingOf } from "../counting.ts";
import { funnelOf } from "../funnel.ts";
import { movementRows, type Whither, whitherOf } from "../movement.ts";
import { subjectWords } from "../person-report.ts";
import type { Report } from "../report.ts";
import { actionText } from "../result-columns.ts";
import { countedOf } from "../summary.ts";
import { words } from "../words.ts";
import { Blocks, type BlockValue } from "./block.ts";
import { addShareBars } from "./data-bar.ts";
import { addPage, addTitle, signOffText } from "./page.ts";
import type { ReportSheet } from "./sheets.ts";
import { colours, styles } from "./style.ts";

const labelSpan = 2;
const columnWidth = 14;

/** For who reads one page: how many stand where, what moves, per branch, and what stops people. */
export const overviewSheet: ReportSheet = {
  name: { zh: "总览", en: "Overview" },
  add(draft) {
    const { report, lang } = draft;
    const sheet = addPage(draft, overviewSheet.name, { frozen: false });
    const blocks = new Blocks(sheet, 3, labelSpan, columnWidth);
    addTitle(sheet, draft, report.rulebook.title[lang], 1);
    addActions(blocks, report, lang);
    if (report.rulebook.tiers.length > 0) addTiers(blocks, sheet, report, lang);
    if (report.rulebook.decision) {
      addMovement(blocks, sheet, report, lang, "recommended");
      if (whitherOf(report) === "final") addMovement(blocks, sheet, report, lang, "final");
    }
    addBranches(blocks, report, lang);
    addFunnel(blocks, report, lang);
    const last = sheet.getCell(blocks.row + 1, 1);
    last.value = signOffText(lang);
    last.style = styles.signOff;
    const columns = Math.max(sheet.columnCount, 11);
    for (let column = 1; column <= columns; column++) sheet.getColumn(column).width = columnWidth;
    return true;
  },
};

function addActions(blocks: Blocks, { summary, rulebook, outside }: Report, lang: Lang): void {
  const actions = [...summary.actions];
  const { heading } = countingOf(rulebook);
  blocks.add({
    title: lang === "zh" ? "评定概况" : "In short",
    headings: [
      lang === "zh" ? `参评${heading.zh}` : `${heading.en} graded`,
      ...actions.map(([action]) => actionText(rulebook, action, lang)),
      ...(summary.overrides > 0 ? [words.override[lang]] : []),
      ...(outside.length > 0 ? [lang === "zh" ? "不适用本办法" : "Not covered"] : []),
    ],
    rows: [
      [
        summary.people,
        ...actions.map(([, count]) => count),
        ...(summary.overrides > 0 ? [summary.overrides] : []),
        ...(outside.length > 0 ? [outside.length] : []),
      ],
    ],
    size: 15,
    height: 30,
  });
}

function addTiers(blocks: Blocks, sheet: Worksheet, report: Report, lang: Lang): void {
  const { summary, rulebook } = report;
  const zh = lang === "zh";
  const counted = countedOf(report);
  const to = whitherOf(report);
  const share = (count: number) => (summary.people === 0 ? 0 : count / summary.people);
  const moves = counted.includes("current") && counted.includes("recommended");
  const { heading } = countingOf(rulebook);
  const headings: string[] = [words.tier[lang]];
  const formats: Record<number, string> = {};
  const shares: number[] = [];
  for (const of of counted) {
    headings.push(zh ? `${countHeadings[of].zh}${heading.zh}` : countHeadings[of].en);
    if (of === "qualified" && counted.length > 1) continue;
    shares.push(headings.length);
    formats[headings.length] = "0.0%";
    headings.push(shareHeadings[of][lang]);
  }
  if (moves) {
    formats[headings.length] = "+0;-0;0";
    headings.push(zh ? "增减" : "Change");
  }
  const [first, last] = blocks.add({
    title: zh ? "等级分布" : "People per tier",
    headings,
    rows: summary.tiers.map((count) => [
      count.tier.label[lang],
      ...counted.flatMap((of) =>
        of === "qualified" && counted.length > 1 ? [count[of]] : [count[of], share(count[of])],
      ),
      ...(moves ? [count[to] - count.current] : []),
    ]),
    formats,
  });
  for (const place of shares) {
    const column = columnName(labelSpan + place - 1);
    addShareBars(sheet, `${column}${first}:${column}${last}`, place);
  }
}

/** In Chinese before how many: 现有人数. */
const countHeadings = {
  current: { zh: "现有", en: "Now" },
  qualified: { zh: "达标", en: "Qualified" },
  recommended: { zh: "建议", en: "Recommended" },
  final: { zh: "最终", en: "Final" },
} as const;

const shareHeadings = {
  current: { zh: "现有占比", en: "Share now" },
  qualified: { zh: "达标占比", en: "Share" },
  recommended: { zh: "建议占比", en: "Share then" },
  final: { zh: "最终占比", en: "Final share" },
} as const;

const movementTitles = {
  recommended: { zh: "等级变动（行为现等级，列为建议）", en: "Movement (rows: now; columns: recommended)" },
  final: {
    zh: "人工调整后的等级变动（行为现等级，列为最终等级）",
    en: "Movement after overrides (rows: now; columns: final)",
  },
} as const;

function addMovement(blocks: Blocks, sheet: Worksheet, report: Report, lang: Lang, to: Whither): void {
  const { headings, rows } = movementRows(report, lang, to);
  const title = movementTitles[to][lang];
  const [first, last] = blocks.add({ title, headings, rows, total: true });
  const ends = [columnName(labelSpan), columnName(labelSpan + headings.length - 3)];
  sheet.addConditionalFormatting({
    ref: `${ends[0]}${first}:${ends[1]}${last - 1}`,
    rules: [
      {
        type: "colorScale",
        priority: 10,
        cfvo: [{ type: "num", value: 0 }, { type: "max" }],
        color: [{ argb: colours.white }, { argb: colours.deep }],
      },
    ],
  });
}

function addBranches(blocks: Blocks, { summary, rulebook }: Report, lang: Lang): void {
  if (summary.branches.length < 2) return;
  const actions = [...summary.actions.keys()];
  const rows = summary.branches.map(({ branch, people, actions: counts }): BlockValue[] => [
    branch === "" ? words.noBranch[lang] : branch,
    people,
    ...actions.map((action) => counts.get(action) || undefined),
  ]);
  const total = [words.total[lang], summary.people, ...actions.map((action) => summary.actions.get(action))];
  blocks.add({
    title: lang === "zh" ? "分机构" : "Per branch",
    headings: [
      subjectWords(rulebook).branch[lang],
      countingOf(rulebook).heading[lang],
      ...actions.map((action) => actionText(rulebook, action, lang)),
    ],
    rows: [...rows, total],
    total: true,
  });
}

function addFunnel(blocks: Blocks, report: Report, lang: Lang): void {
  const zh = lang === "zh";
  const { tiers } = report.rulebook;
  const { heading } = countingOf(report.rulebook);
  const shown = tiers.filter(({ ladder }) => ladder);
  const rows = funnelOf(tiers, report.people);
  if (rows.length === 0) return;
  blocks.add({
    title: zh ? `各条件拦下的${heading.zh}` : "How many each criterion stops",
    note: zh
      ? `未满足或无法判定该条件的${heading.zh}；括号内为其余条件都已满足、仅差此项的${heading.zh}。`
      : "How many do not meet it, or of how many it is not known; in brackets, those whom nothing else stops.",
    headings: [zh ? "条件" : "Criterion", ...shown.map((tier) => tier.label[lang])],
    rows: rows.map(({ labels, stops }) => [
      labels.map((label) => label[lang]).join(" / "),
      ...shown.map((tier) => {
        const stop = stops[tier.index];
        if (!stop) return words.dash[lang];
        const open = stop.failed + stop.unknown;
        if (stop.alone === 0) return open;
        return zh ? `${open}（${stop.alone}）` : `${open} (${stop.alone})`;
      }),
    ]),
  });
}
