import type { Lang } from "../text/text.ts";
import { ResultJson } from "./json-result.ts";
import type { Report } from "./report.ts";

/** The `results` objects of the JSON report, one a line. */
export function* renderNdjson(report: Report, lang: Lang): Generator<string> {
  const writer = new ResultJson(report.rulebook, lang, report.since);
  for (const one of report.people) yield `${writer.write(one)}\n`;
}
