import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../../diagnostic/location.ts";
import { Exact } from "../../number/exact.ts";
import { same, type Text } from "../../text/text.ts";
import { mend, type Slip } from "./slip.ts";

/** What was typed and what YAML needs, with the part of the text as it should be: to be pasted. */
export function slipProblem(
  slip: Slip,
  all: readonly Slip[],
  text: string,
  span: (start: number, end: number) => SpanLocation,
): Diagnostic {
  const [first] = slip.edits;
  const end = slip.kind === "quotes" ? (slip.edits.at(-1) ?? first).end : first.end;
  const found = text.slice(first.start, end);
  if (slip.kind === "thousands") {
    return diagnose("rulebook/thousands", span(first.start, end), { text: found, plain: plainFigure(first.by) });
  }
  const mended = fragment(slip, all, text);
  if (slip.kind === "no-blank") {
    return diagnose("rulebook/colon-blank", span(first.start, first.start + 1), { text: mended });
  }
  const [wrong, right] = slip.kind === "quotes" ? quotes : slip.kind === "blank" ? blanks : signs(found, first.by);
  const at = span(first.start, slip.kind === "colon" ? first.start + 1 : end);
  const otherwise = slip.kind === "comma" ? ifMeant : same("");
  return diagnose("rulebook/wide-punctuation", at, { found: wrong, use: right, text: mended, otherwise });
}

const ifMeant: Text = {
  zh: "；它若是文字的一部分，就给整段文字加半角引号",
  en: "; if it is part of a text, quote that text",
};
const quotes: readonly [Text, Text] = [
  { zh: "中文引号“ ”", en: "Chinese quotation marks “ ”" },
  { zh: '半角引号 " "', en: 'straight ones: " "' },
];
const blanks: readonly [Text, Text] = [
  { zh: "全角空格", en: "a full-width blank" },
  { zh: "半角空格", en: "plain blanks" },
];

function signs(found: string, by: string): readonly [Text, Text] {
  const [wrong, right] = [found.trim().slice(0, 1), by.trim()];
  return [
    { zh: `中文标点“${wrong}”`, en: `the full-width "${wrong}"` },
    { zh: `半角“${right}”`, en: `"${right}"` },
  ];
}

/** 38000000 → 3800万: as the policy writes it. */
function plainFigure(digits: string): string {
  const value = Exact.parse(digits);
  for (const [unit, size] of [
    ["亿", 100_000_000],
    ["万", 10_000],
  ] as const) {
    const scaled = value?.div(Exact.of(size));
    if (scaled && scaled.compare(Exact.one) >= 0 && scaled.toString().length < digits.length - 3)
      return `${scaled.toString()}${unit}`;
  }
  return digits;
}

/** The longest that is still good to read in a hint. */
const longest = 160;

/** The entry that the slip is in, mended. */
function fragment(slip: Slip, all: readonly Slip[], text: string): string {
  const start = slip.edits[0].start;
  const end = (slip.edits.at(-1) ?? slip.edits[0]).end;
  let from = start;
  while (from > 0 && !/[{[,\n｛［]/u.test(text[from - 1] ?? "")) from--;
  let to = end;
  const [open, close] = [/[{[]/u, /[,，}\]\n｝］]/u];
  while (to < text.length && !close.test(text[to] ?? "") && !open.test(text[to] ?? "")) to++;
  const isList = text[from - 1] === "[" && text[to] === "]";
  if (isList || open.test(text[to] ?? "")) to++;
  if (isList) from--;
  const within = all.filter(({ edits }) => edits.every((one) => one.start >= from && one.end <= to));
  const part = mend(
    text.slice(from, to),
    within.map(({ kind, edits: [first, ...more] }) => {
      const shift = (one: typeof first) => ({ ...one, start: one.start - from, end: one.end - from });
      return { kind, edits: [shift(first), ...more.map(shift)] };
    }),
  ).text.trim();
  const plain = part.replace(/^(?:- +)+/u, "").replace(/\s+#.*$/u, "");
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}…`;
}
