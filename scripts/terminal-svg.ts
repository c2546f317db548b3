import stringWidth from "string-width";

interface Style {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly colour: string;
}

interface Run {
  readonly text: string;
  /** Where it begins and how wide it is, in columns. */
  readonly column: number;
  readonly columns: number;
  readonly style: Style;
}

const cell = 8.4;
const line = 20;
const margin = 16;
const plain: Style = { bold: false, dim: false, colour: "" };
const colours: Readonly<Record<number, string>> = {
  31: "#f2777a",
  32: "#99cc99",
  33: "#ffcc66",
  34: "#6699cc",
  35: "#cc99cc",
  36: "#66cccc",
  90: "#999999",
};

/** A picture of what a terminal so many columns wide shows: text with SGR escapes, long lines broken. */
export function terminalSvg(text: string, columns: number): string {
  const rows = text
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((one) => rowsOf(one, columns));
  const width = Math.round(columns * cell + 2 * margin);
  const height = rows.length * line + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>
text { font: 14px "Sarasa Mono SC", "Noto Sans Mono CJK SC", "Cascadia Mono", Menlo, Consolas, monospace; fill: #dddddd }
.b { font-weight: bold } .d { opacity: 0.6 }
</style>
<rect width="100%" height="100%" rx="8" fill="#22262e"/>
${rows.flatMap((runs, index) => runs.map((run) => runOf(run, margin + index * line + 15))).join("\n")}
</svg>
`;
}

/** One line as rows of runs, each with its column and style, broken where the terminal ends. */
function rowsOf(text: string, columns: number): Run[][] {
  let row: Run[] = [];
  const rows = [row];
  let column = 0;
  let style = plain;
  for (const [, codes = "", shown] of text.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (shown === undefined) {
      style = codes.split(";").reduce((before, code) => styled(before, Number(code)), style);
      continue;
    }
    // Blanks, wide and narrow characters apart, each run held to its columns: the viewer's font may be any.
    for (const [piece] of shown.matchAll(/ {2,}|[\u2e80-\uffef]+|(?: ?[^ \u2e80-\uffef])+ ?| /g)) {
      for (const part of fitted(piece, columns, column)) {
        if (part.breaks) {
          row = [];
          rows.push(row);
          column = 0;
        }
        const lead = part.text.length - part.text.trimStart().length;
        const run = part.text.trim();
        if (run !== "") row.push({ text: run, column: column + lead, columns: stringWidth(run), style });
        column += stringWidth(part.text);
      }
    }
  }
  return rows;
}

/** A run cut where it would leave the terminal. */
function fitted(text: string, columns: number, column: number): { text: string; breaks: boolean }[] {
  let part = { text: "", breaks: false };
  const parts = [part];
  let at = column;
  for (const char of text) {
    const width = stringWidth(char);
    if (at + width > columns) {
      part = { text: "", breaks: true };
      parts.push(part);
      at = 0;
    }
    part.text += char;
    at += width;
  }
  return parts;
}

function runOf({ text, column, columns, style: { bold, dim, colour } }: Run, y: number): string {
  const classes = [bold ? "b" : "", dim ? "d" : ""].filter(Boolean).join(" ");
  const looks = (classes ? ` class="${classes}"` : "") + (colour ? ` style="fill:${colour}"` : "");
  const x = (margin + column * cell).toFixed(1);
  const length = (columns * cell).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${looks}>${escaped(text)}</text>`;
}

function styled(style: Style, code: number): Style {
  if (code === 0) return plain;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: "" };
  return colours[code] ? { ...style, colour: colours[code] } : style;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
