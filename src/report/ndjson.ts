import type { Lang } from "../text/text.ts";
import { pieceSize } from "./json.ts";
import { JsonBytes } from "./json-bytes.ts";
import { ResultJson } from "./json-result.ts";
import type { Report } from "./report.ts";

/** The `results` objects of the JSON report, one a line, as UTF-8 in pieces, each good until the next is asked for. */
export function* renderNdjson(report: Report, lang: Lang): Generator<Uint8Array> {
  const writer = new ResultJson(report.rulebook, lang, report.since);
  const out = new JsonBytes();
  for (const one of report.people) {
    writer.write(one, out);
    out.ascii("\n");
    if (out.length >= pieceSize) yield out.take();
  }
  if (out.length > 0) yield out.take();
}
