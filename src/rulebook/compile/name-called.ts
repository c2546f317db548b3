import { squeeze } from "../../workbook/header/header-text.ts";
import { list } from "../schema/basics.ts";
import type { RulebookSource } from "../schema/rulebook.ts";

type Label = string | { readonly zh: string; readonly en: string } | undefined;

/**
 * The name of what a word is the label or a header of: 日均存款 → `deposits`, 本年日均 → `deposits.average`. Undefined where
 * nothing is called so, or several things are.
 */
export function nameCalled(word: string, source: RulebookSource): string | undefined {
  const wanted = squeeze(word);
  const isCalled = (label: Label, headers: readonly string[] = []): boolean => {
    const labels = typeof label === "object" ? [label.zh, label.en] : label === undefined ? [] : [label];
    return [...labels, ...headers].some((one) => squeeze(one) === wanted);
  };
  const sections = [source.params, source.metrics, source.scores].flatMap((section) => Object.entries(section ?? {}));
  const figures = sections.flatMap(([name, one]) => {
    return typeof one === "object" && isCalled(one.label) ? [name] : [];
  });
  const standing = (source.standing ?? []).flatMap(({ id, label }) => (isCalled(label) ? [id] : []));
  const columns = (input: string) =>
    Object.entries(source.inputs[input]?.columns ?? {}).flatMap(([name, { label, header }]) =>
      isCalled(label, list(header)) ? [name] : [],
    );
  const others = Object.keys(source.inputs).filter((id) => id !== source.subject);
  // What a formula names plainly goes before a column of another sheet.
  for (const found of [
    [...figures, ...standing, ...columns(source.subject)],
    others.flatMap((id) => columns(id).map((name) => `${id}.${name}`)),
  ]) {
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
