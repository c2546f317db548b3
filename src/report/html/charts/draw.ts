import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { Markup } from "../markup.ts";

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/**
 * Draws a chart to SVG that can stand in the page itself: its colours are the page's own (`var(--accent)`), so that it is
 * light or dark as the page is. Whoever does not see it is given the table beside it.
 */
export function drawChart(option: EChartsCoreOption, width: number, height: number): Markup {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return new Markup(inline(chart.renderToSVGString(), width, height));
  } finally {
    // It would keep the process alive.
    chart.dispose();
  }
}

/**
 * Takes away what the page's security policy forbids (style attributes and elements), what only a living chart needs, and
 * numbers that count the charts drawn so far.
 */
function inline(svg: string, width: number, height: number): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(/ (?:class|pointer-events|ecmeta_\w+|xmlns(?::\w+)?|version|baseProfile)="[^"]*"/g, "")
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, "")
    .replace(
      /^<svg [^>]*>/,
      `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">`,
    )
    .replace(/\n+/g, "");
}

/** `font-size:12px` as an attribute; the font is the page's. */
function presentation(style: string): string {
  return style
    .split(";")
    .flatMap((declaration) => {
      const [name = "", value = ""] = declaration.split(":");
      return name === "font-size" || name === "font-weight" ? [` ${name}="${value.replace("px", "")}"`] : [];
    })
    .join("");
}
