import type { ChalkInstance } from "chalk";
import { type Diagnostic, hint, message, type Severity } from "../diagnostic/diagnostic.ts";
import { type Location, showLocation } from "../diagnostic/location.ts";
import { counted, type Lang } from "../text/text.ts";
import { codeFrame } from "./code-frame.ts";
import { type Paint, severityPaint } from "./colour.ts";
import { oneLine } from "./text-width.ts";
import { severityWords } from "./words.ts";

export interface DiagnosticOptions {
  readonly lang: Lang;
  readonly chalk: ChalkInstance;
  /** The text of a rulebook file, for a code frame; undefined where there is none at hand. */
  sourceOf(file: string): string | undefined;
  /** At most so many of one code; the rest are counted. */
  readonly perCode: number;
}

/** Diagnostics for a terminal, in the order given, with a last line that counts them; empty when there are none. */
export function renderDiagnostics(list: readonly Diagnostic[], options: DiagnosticOptions): string {
  if (list.length === 0) return "";
  const told = new Map<string, number>();
  const blocks: string[] = [];
  for (const one of list) {
    const before = told.get(one.code) ?? 0;
    told.set(one.code, before + 1);
    if (before < options.perCode) blocks.push(block(one, options));
  }
  const { dim } = options.chalk;
  for (const [code, count] of told) {
    const rest = count - options.perCode;
    if (rest > 0) blocks.push(dim(options.lang === "zh" ? `${code} 另有 ${rest} 处` : `${code}: ${rest} more`));
  }
  return `${blocks.join("\n\n")}\n\n${tally(list, options)}\n`;
}

/**
 *   错误 facts/unknown-person  q.xlsx 存款!A17
 *     花名册里没有工号 119773
 *     建议 是不是 119772？
 */
function block(one: Diagnostic, options: DiagnosticOptions): string {
  const { lang, chalk } = options;
  const paint = severityPaint(chalk, one.severity);
  const place = one.location ? `  ${oneLine(showLocation(one.location))}` : "";
  const advice = hint(one, lang);
  return [
    `${paint(severityWords[one.severity][lang])} ${chalk.dim(one.code)}${chalk.bold(place)}`,
    ...indented(oneLine(message(one, lang))),
    ...indented(...frame(one.location, options, paint)),
    ...(one.related ?? []).flatMap(({ note, location }) =>
      indented(
        relatedLine(oneLine(note[lang]), oneLine(showLocation(location)), chalk.bold),
        ...frame(location, options, chalk.cyan),
      ),
    ),
    ...(advice === undefined ? [] : indented(`${chalk.cyan(lang === "zh" ? "建议" : "hint")} ${oneLine(advice)}`)),
  ].join("\n");
}

/** A note that names its place itself (a file that was probably meant) does not name it twice. */
function relatedLine(note: string, place: string, bold: Paint): string {
  return note.includes(place) ? note : `${note}  ${bold(place)}`;
}

function frame(at: Location | undefined, { chalk, sourceOf }: DiagnosticOptions, paint: Paint): string[] {
  if (!at || !("column" in at)) return [];
  const source = sourceOf(at.file);
  return source === undefined ? [] : codeFrame(source, at, paint, chalk.dim);
}

function indented(...lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `3 个错误，1 个警告`. */
function tally(list: readonly Diagnostic[], { lang, chalk }: DiagnosticOptions): string {
  const order: readonly Severity[] = ["error", "warning", "info"];
  const counts = order.flatMap((severity) => {
    const count = list.filter((one) => one.severity === severity).length;
    if (count === 0) return [];
    const word = severityWords[severity][lang];
    const text = lang === "zh" ? `${count} 个${word}` : counted(count, word);
    return [severityPaint(chalk, severity)(text)];
  });
  return counts.join(lang === "zh" ? "，" : ", ");
}
