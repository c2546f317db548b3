import type { SpanLocation } from "../diagnostic/location.ts";
import type { Paint } from "./colour.ts";
import { widthOf } from "./text-width.ts";

/** So much of a long line is shown around the place. */
const window = 100;

/**
 * The line of a source text that a span starts on, with the span underlined. Wide characters keep their underline
 * under them; a line too long for a screen is shown around the place only.
 *
 *   12 │ - {id: a, that: depositz >= 2.5亿}
 *      │                 ^^^^^^^^
 */
export function codeFrame(source: string, at: SpanLocation, paint: Paint, dim: Paint): string[] {
  const whole = source.split(/\r\n|\r|\n/)[at.line - 1];
  if (whole === undefined) return [];
  const start = at.column - 1;
  const end = at.endLine === undefined || at.endLine === at.line ? (at.endColumn ?? at.column + 1) - 1 : whole.length;
  const from = Math.max(0, start - window / 2);
  const shown = plain(whole.slice(from, from + window));
  const before = plain(whole.slice(from, start));
  const marked = plain(whole.slice(start, Math.min(Math.max(end, start + 1), from + window)));
  const gutter = String(at.line);
  const blank = " ".repeat(gutter.length);
  return [
    `${dim(`${gutter} │`)} ${from > 0 ? "…" : ""}${shown.trimEnd()}`,
    `${dim(`${blank} │`)} ${" ".repeat(widthOf(before) + (from > 0 ? 1 : 0))}${paint("^".repeat(Math.max(widthOf(marked), 1)))}`,
  ];
}

/** Tabs and other control characters take one column. */
function plain(text: string): string {
  return text.replace(/[\x00-\x1F\x7F-\x9F]/g, " ");
}
