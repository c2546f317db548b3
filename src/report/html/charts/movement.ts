import type { CustomSeriesRenderItemAPI } from "echarts";
import type { Lang } from "../../../text/text.ts";
import { movementOf, type Whither } from "../../movement.ts";
import type { Report } from "../../report.ts";
import { noTier } from "../../summary.ts";
import { words } from "../../words.ts";
import type { Markup } from "../markup.ts";
import { labelWidth, textWidth } from "./distribution.ts";
import { drawChart } from "./draw.ts";
import { shortLabels } from "./short-labels.ts";

type Direction = "accent" | "good" | "lower" | "doubt";

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly count: number;
  readonly colour: Direction;
}

/** Those who come to no tier: in review, advised to leave, or by a person's decision. */
const noTierWords = {
  recommended: { zh: "待定/退出", en: "Open/leave" },
  final: { zh: "待定/退出/无", en: "Open/leave/none" },
} as const;

/**
 * Who moves from where to where: present tiers down, recommended or final tiers across. What stays lies on the diagonal, what rises
 * left of it, what falls right of it; the more people, the deeper the colour, and the number is always there.
 */
export function movementChart(report: Report, to: Whither, lang: Lang, width: number): Markup {
  const { rulebook } = report;
  const matrix = movementOf(report, to);
  const ids = rulebook.tiers.map(({ id }) => id);
  const labels = shortLabels(rulebook.tiers.map(({ label }) => label[lang]));
  const fromNone = matrix.has(noTier);
  const toNone = [...matrix.values()].some((cells) => cells.has(noTier));
  const rows = [...labels, ...(fromNone ? [words.noTier[lang]] : [])];
  const columns = [...labels, ...(toNone ? [noTierWords[to][lang]] : [])];
  const cells: Cell[] = [];
  for (const [from, counts] of matrix) {
    for (const [to, count] of counts) {
      const row = from === noTier ? ids.length : ids.indexOf(from);
      const column = to === noTier ? ids.length : ids.indexOf(to);
      cells.push({ row, column, count, colour: direction(row, column, ids.length) });
    }
  }
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const left = labelWidth(rows, width);
  const cellWidth = (width - left - 6) / columns.length;
  const slanted = Math.max(...columns.map(textWidth)) > cellWidth - 4;
  const top = slanted ? 64 : 30;
  const size = 38;
  const axis = { axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false } };
  const option = {
    grid: { left, right: 6, top, bottom: 4 },
    xAxis: {
      type: "category",
      position: "top",
      data: columns,
      ...axis,
      axisLabel: {
        color: "var(--ink)",
        fontSize: slanted ? 12 : 13,
        interval: 0,
        margin: 10,
        rotate: slanted ? 38 : 0,
      },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows,
      ...axis,
      axisLabel: { color: "var(--ink)", fontSize: 13, margin: 10, interval: 0, width: left - 12, overflow: "break" },
    },
    series: [
      { type: "custom", data: blanks(rows.length, columns.length), renderItem: (_: unknown, api: Api) => blank(api) },
      {
        type: "custom",
        data: cells.map(({ row, column }) => [column, row]),
        renderItem: (params: { readonly dataIndex: number }, api: Api) => square(cells[params.dataIndex]!, most, api),
      },
    ],
  };
  return drawChart(option, width, top + rows.length * size + 4);
}

type Api = Required<Pick<CustomSeriesRenderItemAPI, "coord" | "size" | "value">>;

function direction(row: number, column: number, none: number): Direction {
  if (column === none) return "doubt";
  if (row === column || row === none) return "accent";
  return column < row ? "good" : "lower";
}

function blanks(rows: number, columns: number): number[][] {
  return Array.from({ length: rows * columns }, (_, index) => [index % columns, Math.floor(index / columns)]);
}

function shapeAt(column: number, row: number, api: Api) {
  const [x = 0, y = 0] = api.coord([column, row]);
  const [width = 0, height = 0] = api.size([1, 1]) as number[];
  return { x: x - width / 2 + 1.5, y: y - height / 2 + 1.5, width: width - 3, height: height - 3, r: 3 };
}

function blank(api: Api): object {
  const [column, row] = [Number(api.value(0)), Number(api.value(1))];
  const style = { fill: row === column ? "var(--accent-ground)" : "var(--ground)" };
  return { type: "rect", shape: shapeAt(column, row, api), style };
}

function square({ row, column, count, colour }: Cell, most: number, api: Api): object {
  const share = Math.sqrt(count / most);
  const deep = share > 0.5;
  return {
    type: "rect",
    shape: shapeAt(column, row, api),
    style: { fill: `var(--${colour}${deep ? "" : "-ground"})`, stroke: `var(--${colour})`, lineWidth: 1 },
    textContent: {
      style: { text: String(count), fill: deep ? "var(--paper)" : `var(--${colour})`, fontSize: 13, fontWeight: 600 },
    },
    textConfig: { position: "inside" },
  };
}
