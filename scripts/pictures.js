import { Readable, Writable } from "node:stream";
import { terminalSvg } from "./terminal-svg.js";

const run = "fixtures/quarter-a/quarter.xlsx -r bocom-nanchang -p 2026Q4";

/** What is shown of which command: enough lines to see what it is like. */
const scenes = [
  { name: "grade", line: `grade ${run}`, columns: 118, lines: 26 },
  { name: "explain", line: `explain 045972 ${run}`, columns: 118, lines: 44 },
  { name: "check", line: "check bocom-nanchang", columns: 118, lines: 24 },
];

/** The pictures in docs/images by file name, made from what the program really prints. `main` is its own. */
export async function pictures(main) {
  const made = new Map();
  for (const lang of ["en", "zh"]) {
    for (const { name, line, columns, lines } of scenes) {
      const shown = await show(main, [...line.split(" "), "--lang", lang], columns);
      const all = shown.replace(/\n$/, "").split("\n");
      const rest = all.length - lines;
      const more = rest > 0 ? [`\u001b[2m${lang === "zh" ? `……（另 ${rest} 行）` : `… (${rest} more lines)`}\u001b[0m`] : [];
      const text = [`\u001b[32m$\u001b[39m dingji ${line}`, "", ...all.slice(0, lines), ...more].join("\n");
      made.set(`${name}.${lang}.svg`, terminalSvg(text, columns));
    }
  }
  return made;
}

/** Standard output and error as a terminal so wide shows them. */
async function show(main, args, columns) {
  let text = "";
  const screen = () => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    });
    return Object.assign(stream, { isTTY: true, columns });
  };
  const io = { stdin: Readable.from([]), stdout: screen(), stderr: screen(), env: {}, cwd: () => process.cwd() };
  const code = await main(["node", "dingji", ...args], io);
  if (code > 1) throw new Error(`dingji ${args.join(" ")}: exit ${code}\n${text}`);
  return text.replace(/\r\u001b\[K[^\r]*(?=\r)/g, "").replace(/\r\u001b\[K/g, "");
}
