import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Arg, inLang, spoken } from "../text/text.ts";
import type { FileReport } from "../workbook/sheet-report.ts";
import { hidden, type Masks } from "./masks.ts";

/** A figure however it is written: any other word in a cell may name somebody, on the roster or not. */
const figure = /^[\p{N}\p{P}\p{S}\s零一二两三四五六七八九十百千万亿元圆角分美年月日天个份户人笔次]*$/u;

export type MaskDiagnostic = (diagnostic: Diagnostic) => Diagnostic;

/** Arguments that say nothing of anybody: what headers, sheets, files, units and the rulebook are called, and counts. */
export const plainArguments: ReadonlySet<string> = new Set(
  (
    "cell choices code count encoding ending file first header headers input inputs label limit line mapping name named names near other " +
    "part period printed recommended range reason rival roster row rows second sheets size summed twin unit units wanted what width " +
    "words written"
  ).split(" "),
);

/** Whether a message may quote data; those of an earlier result are about the file as a whole. */
export function isOfData(code: string): boolean {
  return !/^(?:cli|rulebook|formula|ruletest|check|compare)\//.test(code);
}

/**
 * Takes people and customers out of what is wrong with the data. An argument that is not known to be harmless is hidden, so
 * that a message added later tells nothing by accident. Equal diagnostics stay one object.
 */
export function diagnosticMasker(masks: Masks, rulebook: Rulebook, files: readonly FileReport[]): MaskDiagnostic {
  const done = new WeakMap<Diagnostic, Diagnostic>();
  return (diagnostic) => {
    const known = done.get(diagnostic);
    if (known) return known;
    const { args, location, code } = diagnostic;
    const entries = Object.entries(args).map(([name, arg]): [string, Arg] => {
      if (!isOfData(code) || plainArguments.has(name)) return [name, arg];
      return [
        name,
        maskArgument(name, arg, masks, () => isPrivateCell(location as CellLocation, masks, rulebook, files)),
      ];
    });
    const masked = { ...diagnostic, args: Object.fromEntries(entries) };
    done.set(diagnostic, masked);
    return masked;
  };
}

function maskArgument(name: string, arg: Arg, masks: Masks, isPrivate: () => boolean): Arg {
  const text = inLang(arg, masks.lang);
  switch (name) {
    case "id":
      return masks.id(text);
    case "ids":
      return text.replace(/[^\s…]+/g, (id) => masks.id(id));
    case "meant":
      return maskQuoted(arg, masks);
    case "raw":
    case "date":
      return isPrivate() || !figure.test(text) ? hidden : arg;
    default:
      return hidden;
  }
}

/** `; did you mean "119772"?`: what is quoted is a word of the rulebook, or somebody's id. */
function maskQuoted(arg: Arg, masks: Masks): Arg {
  const masked = (text: string) => text.replace(/(?<=[“"])[^”"]+(?=[”"])/gu, (word) => masks.known(word) ?? word);
  return spoken((lang) => masked(inLang(arg, lang)));
}

/** Whether a cell is of a private column, or of a text, in which anything may stand. Of an unknown cell nothing is said. */
function isPrivateCell(at: CellLocation | undefined, masks: Masks, { inputs }: Rulebook, files: readonly FileReport[]) {
  const letters = /^[A-Z]+/.exec(at?.cell ?? "")?.[0];
  const sheet = files.find(({ file }) => file === at?.file)?.sheets.find(({ name }) => name === at?.sheet);
  const bound = sheet?.bound.find((one) => one.column === letters);
  const columns = inputs.find(({ id }) => id === sheet?.input)?.columns;
  const column = columns?.find((one) => one.name === bound?.name);
  return column === undefined || column.type.kind === "text" || column.type.kind === "id" || masks.columns.has(column);
}
