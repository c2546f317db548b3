import type { CriterionResult } from "../assess/assessment.ts";
import type { Lang } from "../text/text.ts";

/** Groups without a name of their own that ask for all their parts are no line of the tree: their parts are. */
export function opened(parts: readonly CriterionResult[]): CriterionResult[] {
  return parts.flatMap((part) => {
    const { criterion } = part;
    const nameless = criterion.label.zh === criterion.id.slice(criterion.id.lastIndexOf(".") + 1);
    const all = criterion.kind === "group" && criterion.need === criterion.of.length;
    return nameless && all ? opened(part.parts) : [part];
  });
}

/** A group of a single part is shown as that part, under both names. */
export function onlyPart(
  node: CriterionResult,
  lang: Lang,
): { readonly names: readonly string[]; readonly node: CriterionResult } {
  const [only] = node.parts;
  if (node.criterion.kind !== "group" || !only || node.parts.length > 1) return { names: [], node };
  const below = onlyPart(only, lang);
  const name = node.criterion.label[lang];
  const own =
    below.node.criterion.kind === "leaf" ? below.node.criterion.nameLabel[lang] : below.node.criterion.label[lang];
  return { names: name === own ? below.names : [name, ...below.names], node: below.node };
}
