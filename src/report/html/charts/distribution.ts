import type { Lang } from "../../../text/text.ts";
import type { Report } from "../../report.ts";
import { type Counted, countedOf } from "../../summary.ts";
import type { Markup } from "../markup.ts";
import { drawChart } from "./draw.ts";
import { shortLabels } from "./short-labels.ts";

/** How many people stand at each tier: now in grey; in colour what comes of it, the last of what the run counts. */
export function distributionChart(report: Report, lang: Lang, width: number): Markup {
  const { summary } = report;
  const counted = countedOf(report);
  const after = counted[counted.length - 1]!;
  const before = counted.includes("current");
  const labels = shortLabels(summary.tiers.map(({ tier }) => tier.label[lang]));
  const rows = summary.tiers.length;
  const bar = (of: Counted, colour: string) => ({
    type: "bar",
    data: summary.tiers.map((count) => count[of]),
    barWidth: before ? 11 : 16,
    barGap: "25%",
    itemStyle: { color: `var(--${colour})`, borderRadius: [0, 2, 2, 0] },
    label: {
      show: true,
      position: "right",
      distance: 6,
      fontSize: 12,
      color: colour === "past" ? "var(--soft)" : "var(--ink)",
      fontWeight: colour === "past" ? 400 : 600,
    },
  });
  const option = {
    grid: { left: labelWidth(labels, width), right: 40, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "var(--line)" } },
      axisLabel: {
        color: "var(--ink)",
        fontSize: 13,
        margin: 10,
        width: labelWidth(labels, width) - 12,
        overflow: "break",
      },
    },
    series: [...(before ? [bar("current", "past")] : []), bar(after, "accent")],
  };
  return drawChart(option, width, rows * 44 + 8);
}

/** Room for the longest label, up to a third of the picture. */
export function labelWidth(labels: readonly string[], width: number): number {
  const longest = Math.max(...labels.map(textWidth));
  return Math.min(Math.ceil(longest) + 16, Math.floor(width / 3));
}

/** About so wide at 13 pixels: a Chinese character is a square, a Latin letter a little more than half of one. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 7.2 : 13), 0);
}
