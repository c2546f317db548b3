import type { CriterionResult } from "../assess/assessment.ts";
import type { Criterion } from "../rulebook/criterion.ts";
import type { Lang } from "../text/text.ts";

/** Groups without a name of their own that ask for all their parts are no line of the tree: their parts are. */
export function opened(parts: readonly CriterionResult[]): readonly CriterionResult[] {
  return parts.some(isOpen) ? parts.flatMap((part) => (isOpen(part) ? opened(part.parts) : [part])) : parts;
}

const known = new WeakMap<Criterion, boolean>();

function isOpen({ criterion }: CriterionResult): boolean {
  let open = known.get(criterion);
  if (open === undefined) {
    const nameless = criterion.label.zh === criterion.id.slice(criterion.id.lastIndexOf(".") + 1);
    open = nameless && criterion.kind === "group" && criterion.need === criterion.of.length;
    known.set(criterion, open);
  }
  return open;
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
