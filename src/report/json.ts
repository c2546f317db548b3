import type { Criterion } from "../rulebook/criterion.ts";
import type { Lang } from "../text/text.ts";
import type { FileReport } from "../workbook/sheet-report.ts";
import { JsonBytes } from "./json-bytes.ts";
import { diagnosticJson } from "./json-diagnostic.ts";
import { ResultJson } from "./json-result.ts";
import { sinceJson } from "./json-since.ts";
import { quotasJson, teamJson } from "./json-team.ts";
import type { Report } from "./report.ts";

/** So much goes to the disk or the pipe at once. */
export const pieceSize = 256 * 1024;

/**
 * The report as `dingji/grade@1`, UTF-8 in pieces, a line a person, so that it never stands in memory whole: each piece is good
 * until the next is asked for, which is written over it (memory that is new to the process costs more than what is put there).
 * Numbers that decide anything are decimal strings in the base unit. Field names are a contract with scripts: fields may be
 * added, none changed.
 */
export function* renderJson(report: Report, lang: Lang): Generator<Uint8Array> {
  const { rulebook } = report;
  const head = {
    schema: "dingji/grade@1",
    rulebook: { id: rulebook.id, title: rulebook.title[lang], sha256: rulebook.sha256 },
    period: report.period.label,
    asOf: report.asOf,
    ...(report.masked ? { masked: true } : {}),
    inputs: report.files.map(inputJson),
    tiers: rulebook.tiers.map(({ id, label, rank, ladder }) => ({ id, label: label[lang], rank, ladder })),
    criteria: rulebook.tiers.flatMap(({ requires, provisional }) => [
      ...requires.of.flatMap((criterion) => describe(criterion, lang)),
      ...(provisional?.of.flatMap((criterion) => describe(criterion, lang)) ?? []),
    ]),
    readings: rulebook.readings,
    assumed: rulebook.assumed,
  };
  const out = new JsonBytes();
  out.text(`${JSON.stringify(head).slice(0, -1)},\n"results":[`);
  const writer = new ResultJson(rulebook, lang, report.since);
  for (const [index, one] of report.people.entries()) {
    out.ascii(index === 0 ? "\n" : ",\n");
    writer.write(one, out);
    if (out.length >= pieceSize) yield out.take();
  }
  const tail = {
    summary: summaryJson(report),
    diagnostics: report.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, lang)),
  };
  const earlier = report.since ? `"previous":${sinceJson(report.since, report.people)},\n` : "";
  const outside = JSON.stringify(report.outside);
  out.text(
    `\n],\n"team":${teamJson(report, lang)},\n"quotas":${quotasJson(report)},\n"outside":${outside},\n${earlier}${JSON.stringify(tail).slice(1)}\n`,
  );
  yield out.take();
}

/** Sheets that were used, and for what. */
function inputJson({ file, sha256, sheets }: FileReport): object {
  const used = sheets.filter((sheet) => sheet.input !== undefined);
  return {
    file,
    sha256,
    sheets: used.map(({ name, input, rowsRead }) => ({ name: name ?? null, input, rows: rowsRead })),
  };
}

/** What the criteria of all people have in common, said once. */
function describe(criterion: Criterion, lang: Lang): object[] {
  const { id, label, cite, assumed, readings } = criterion;
  const own = {
    id,
    label: label[lang],
    ...(criterion.kind === "leaf" ? { test: criterion.text } : {}),
    ...(criterion.kind === "group" ? { need: criterion.need, of: criterion.of.length } : {}),
    ...(criterion.kind === "choice" ? { reading: criterion.reading.id } : {}),
    cite: cite ?? null,
    ...(assumed ? { assumed } : {}),
    ...(readings.length > 0 ? { readings: readings.map((reading) => reading.id) } : {}),
  };
  return criterion.kind === "leaf" ? [own] : [own, ...criterion.of.flatMap((part) => describe(part, lang))];
}

function summaryJson({ summary }: Report): object {
  return {
    people: summary.people,
    actions: Object.fromEntries(summary.actions),
    matrix: Object.fromEntries([...summary.matrix].map(([from, cells]) => [from, Object.fromEntries(cells)])),
    tiers: summary.tiers.map(({ tier, current, qualified, recommended }) => ({
      id: tier.id,
      current,
      qualified,
      recommended,
    })),
    provisional: summary.provisional,
    overrides: summary.overrides,
  };
}
