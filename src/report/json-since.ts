import type { Change, Since } from "../compare/since.ts";
import { jsonValue } from "./json-value.ts";
import type { PersonReport } from "./person-report.ts";

/** A person's `previous`: what was then, what has become of it and why; null for who was not there. */
export function changeJson({ then, move, causes, repeated }: Change): string {
  if (!then) return "null";
  const { qualified, recommended, final, action } = then;
  const listed = causes.map(({ now, then: was }) => {
    const before = was && { status: was.status, value: was.value, threshold: was.threshold };
    const { criterion, status, value, threshold } = now;
    const after = `{"status":"${status}","value":${jsonValue(value)},"threshold":${jsonValue(threshold)}}`;
    return `{"id":${JSON.stringify(criterion.id)},"then":${JSON.stringify(before ?? null)},"now":${after}}`;
  });
  const own = JSON.stringify({ qualified, recommended, final, action, move, repeated });
  return `${own.slice(0, -1)},"causes":[${listed.join(",")}]}`;
}

/** The earlier run, who has come and who has left. */
export function sinceJson({ previous, changes, left }: Since, people: readonly PersonReport[]): string {
  const joined = people.filter(({ index }) => changes.get(index)?.move === "joined").map(({ id }) => id);
  return JSON.stringify({
    file: previous.file,
    sha256: previous.sha256,
    rulebook: previous.rulebook,
    period: previous.period.label,
    joined,
    left: left.map(({ id, name, qualified, recommended, final, action }) => ({
      id,
      name,
      qualified,
      recommended,
      final,
      action,
    })),
  });
}
