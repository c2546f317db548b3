import { cellText } from "../xlsx/cell-text.ts";
import { filled, hasOpenPlaceholder } from "./placeholders.ts";
import { decoded, elements, encoded } from "./xml-text.ts";

/** A cell's text: what it says, and the XML of its runs, each of which may have a font of its own. */
export interface FormText {
  readonly plain: string;
  readonly xml: string;
  readonly prefix: string;
  /** Every placeholder stands in one run, so that the runs can stay. */
  readonly isWhole: boolean;
}

/** Reads the inside of a shared or inline string; how a word is pronounced is no part of it. */
export function textOf(inner: string): FormText {
  const xml = inner.replace(/<(\w+:)?rPh\b[\s\S]*?<\/\1?rPh>|<(?:\w+:)?phoneticPr\b[^>]*>/g, "");
  const runs = [...elements(xml, "t")];
  const texts = runs.map((run) => decoded(run.inner));
  return {
    plain: texts.join(""),
    xml,
    prefix: runs[0]?.prefix ?? "",
    isWhole: texts.every((text) => !hasOpenPlaceholder(text) && !/^[^{｛]*[}｝]{2}/u.test(text)),
  };
}

/** The inside of an inline string with its placeholders filled. `prefix`: what the sheet calls its elements by. */
export function filledText(text: FormText, prefix: string, values: ReadonlyMap<string, string>): string {
  if (!text.isWhole || text.prefix !== prefix) return run(prefix, filled(text.plain, values));
  return text.xml.replace(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g, (_, inner: string) =>
    run(prefix, filled(decoded(inner), values)),
  );
}

function run(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${encoded(cellText(text))}</${prefix}t>`;
}
