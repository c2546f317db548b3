import type { TraceCell } from "../metrics/metrics.ts";
import type { Leaf } from "../rulebook/criterion.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Lang } from "../text/text.ts";
import { JsonBytes } from "./json-bytes.ts";
import { ResultJson } from "./json-result.ts";
import { jsonValue } from "./json-value.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";
import { sourcesOfLeaf } from "./source-cells.ts";
import { leavesOf, unitOf } from "./tree.ts";

/** One person as `dingji/explain@1`: the result object of the grade report, and every figure with its cells. */
export function renderExplainJson(report: Report, one: PersonReport, lang: Lang): string {
  const { rulebook } = report;
  const head = {
    schema: "dingji/explain@1",
    rulebook: { id: rulebook.id, title: rulebook.title[lang], sha256: rulebook.sha256 },
    period: report.period.label,
    asOf: report.asOf,
    ...(report.masked ? { masked: true } : {}),
  };
  const result = new JsonBytes();
  new ResultJson(rulebook, lang).write(one, result);
  const figures = figuresOf(report, one).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},\n"result":${result},\n"figures":[${figures}]}\n`;
}

/** Each figure once, at each tier if it differs by tier. */
function figuresOf(report: Report, one: PersonReport): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const add = (leaf: Leaf, tier: Tier | undefined) => {
    const at = leaf.tierScoped ? (tier?.id ?? null) : null;
    const key = JSON.stringify([leaf.name, at]);
    if (seen.has(key)) return;
    seen.add(key);
    for (const { figure, type, value, counted, leftOut } of sourcesOfLeaf(report, one, leaf, tier)) {
      const own = figure === leaf.name ? "" : `,"for":${JSON.stringify(leaf.name)}`;
      const out = leftOut.map((cell) => cellJson(cell, cell.by));
      found.push(
        `{"figure":${JSON.stringify(figure)}${own},"tier":${JSON.stringify(at)},"value":${jsonValue(value)},` +
          `"unit":${JSON.stringify(unitOf(type))},"counted":[${counted.map((cell) => cellJson(cell)).join(",")}],` +
          `"leftOut":[${out.join(",")}]}`,
      );
    }
  };
  for (const { tier, requires, provisionalResult } of one.assessment.tiers) {
    for (const root of [requires, ...(provisionalResult ? [provisionalResult] : [])]) {
      for (const { criterion } of leavesOf(root)) if (criterion.kind === "leaf") add(criterion, tier);
    }
  }
  for (const { result } of one.assessment.standing) {
    for (const { criterion } of leavesOf(result)) if (criterion.kind === "leaf") add(criterion, undefined);
  }
  return found;
}

function cellJson(cell: TraceCell, by?: unknown): string {
  const reason = typeof by === "string" ? `,"by":"${by}"` : "";
  return `{"location":${JSON.stringify(cell.location)},"value":${jsonValue(cell.value)}${reason}}`;
}
