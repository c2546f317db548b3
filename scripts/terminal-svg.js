import stringWidth from "string-width";

const [cell, line, margin] = [8.4, 20, 16];
const colours = {
  31: "#f2777a",
  32: "#99cc99",
  33: "#ffcc66",
  34: "#6699cc",
  35: "#cc99cc",
  36: "#66cccc",
  90: "#999999",
};

/** A picture of what a terminal shows: text with SGR escapes, so many columns wide. */
export function terminalSvg(text, columns) {
  const lines = text.replace(/\n$/, "").split("\n");
  const width = Math.round(columns * cell + 2 * margin);
  const height = lines.length * line + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>
text { font: 14px "Sarasa Mono SC", "Noto Sans Mono CJK SC", "Cascadia Mono", Menlo, Consolas, monospace; fill: #dddddd; white-space: pre }
.b { font-weight: bold } .d { opacity: 0.6 }
</style>
<rect width="100%" height="100%" rx="8" fill="#22262e"/>
${lines.flatMap((one, index) => lineOf(one, margin + index * line + 15)).join("\n")}
</svg>
`;
}

function lineOf(text, y) {
  const runs = [];
  let [column, style] = [0, { bold: false, dim: false, colour: "" }];
  for (const [, codes, plain] of text.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (plain === undefined) style = codes.split(";").reduce((before, code) => styled(before, Number(code)), style);
    // Wide and narrow characters apart, each run held to its columns: the viewer's font may be any.
    else
      for (const [run] of plain.matchAll(/[\u2e80-\uffef]+|[^\u2e80-\uffef]+/g)) {
        const columns = stringWidth(run);
        if (run.trim() !== "") runs.push(runOf(run, column, columns, y, style));
        column += columns;
      }
  }
  return runs;
}

function runOf(text, column, columns, y, { bold, dim, colour }) {
  const classes = [bold ? "b" : "", dim ? "d" : ""].filter(Boolean).join(" ");
  const looks = (classes ? ` class="${classes}"` : "") + (colour ? ` style="fill:${colour}"` : "");
  const x = (margin + column * cell).toFixed(1);
  const length = (columns * cell).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${looks}>${escaped(text)}</text>`;
}

function styled(style, code) {
  if (code === 0) return { bold: false, dim: false, colour: "" };
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: "" };
  return colours[code] ? { ...style, colour: colours[code] } : style;
}

function escaped(text) {
  return text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char]);
}
