import { cellText } from "../xlsx/cell-text.ts";
import { filledRuns } from "./placeholders.ts";
import { decoded, elements, encoded } from "./xml-text.ts";

/** A cell's text: what it says, and the XML of its runs, each of which may have a font of its own. */
export interface FormText {
  readonly plain: string;
  readonly xml: string;
  readonly prefix: string;
  readonly runs: readonly string[];
}

/** Reads the inside of a shared or inline string; how a word is pronounced is no part of it. */
export function textOf(inner: string): FormText {
  const xml = inner.replace(/<(\w+:)?rPh\b[\s\S]*?<\/\1?rPh>|<(?:\w+:)?phoneticPr\b[^>]*>/g, "");
  const found = [...elements(xml, "t")];
  const runs = found.map((run) => decoded(run.inner));
  return { plain: runs.join(""), xml, prefix: found[0]?.prefix ?? "", runs };
}

/**
 * The inside of an inline string with its placeholders filled, every run in its own font. `prefix`: what the sheet calls
 * its elements by; where the texts are called otherwise, their fonts are lost.
 */
export function filledText(text: FormText, prefix: string, values: ReadonlyMap<string, string>): string {
  const runs = filledRuns(text.runs, values);
  if (text.prefix !== prefix) return run(prefix, runs.join(""));
  let next = 0;
  return text.xml.replace(/<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?t>)/g, () =>
    run(prefix, runs[next++] ?? ""),
  );
}

function run(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${encoded(cellText(text))}</${prefix}t>`;
}
