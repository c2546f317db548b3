import type { Criterion } from "../criterion.ts";
import { isYes } from "../schema/basics.ts";
import type { RulebookSource } from "../schema/rulebook.ts";

/** Everything that the rulebook marks as its own assumption, by id: said in every report's run sheet. */
export function assumedIds(source: RulebookSource, roots: readonly Criterion[]): string[] {
  const sections = ["params", "scopes", "metrics", "scores", "benefits", "readings"] as const;
  const marked = sections.flatMap((section) =>
    Object.entries(source[section] ?? {}).flatMap(([id, node]) =>
      typeof node === "object" && "assumed" in node && isYes(node.assumed) ? [`${section}.${id}`] : [],
    ),
  );
  const whole = (["levels", "quotas"] as const).filter((section) => isYes(source[section]?.assumed));
  const team = (source.team ?? []).flatMap((check) => (isYes(check.assumed) ? [`team.${check.id}`] : []));
  return [...(isYes(source.assumed) ? ["rulebook"] : []), ...marked, ...whole, ...team, ...roots.flatMap(assumedNodes)];
}

/** The highest nodes that are marked: their parts are assumed with them. */
function assumedNodes(criterion: Criterion): string[] {
  if (criterion.assumed) return [criterion.id];
  return criterion.kind === "leaf" ? [] : criterion.of.flatMap(assumedNodes);
}
