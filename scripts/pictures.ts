import { Readable, Writable } from "node:stream";
import type { Output } from "../src/cli/io.ts";
import { main } from "../src/cli/main.ts";
import { terminalSvg } from "./terminal-svg.ts";

const run = "fixtures/quarter-a/quarter.xlsx -r bocom-nanchang -p 2026Q4";

/** What is shown of which command: enough lines to see what it is like. */
const scenes = [
  { name: "grade", line: `grade ${run}`, columns: 118, lines: 26 },
  { name: "explain", line: `explain 045972 ${run}`, columns: 118, lines: 44 },
  { name: "check", line: "check bocom-nanchang", columns: 118, lines: 24 },
];

/** The pictures in docs/images by file name, made from what the program really prints. */
export async function pictures(): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const lang of ["en", "zh"]) {
    for (const { name, line, columns, lines } of scenes) {
      const shown = await show([...line.split(" "), "--lang", lang], columns);
      const all = shown.replace(/\n$/, "").split("\n");
      const rest = all.length - lines;
      const more =
        rest > 0 ? [`\u001b[2m${lang === "zh" ? `……（另 ${rest} 行）` : `… (${rest} more lines)`}\u001b[0m`] : [];
      const text = [`\u001b[32m$\u001b[39m dingji ${line}`, "", ...all.slice(0, lines), ...more].join("\n");
      made.set(`${name}.${lang}.svg`, terminalSvg(text, columns));
    }
  }
  return made;
}

/** Standard output and error as a terminal so wide shows them. */
async function show(args: readonly string[], columns: number): Promise<string> {
  let text = "";
  const screen = (): Output => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    });
    return Object.assign(stream, { isTTY: true, columns }) as Output;
  };
  const io = { stdin: Readable.from([]), stdout: screen(), stderr: screen(), env: {}, cwd: () => process.cwd() };
  const code = await main(["node", "dingji", ...args], io);
  if (code > 1) throw new Error(`dingji ${args.join(" ")}: exit ${code}\n${text}`);
  // The progress line, which is gone when the command ends.
  return text.replace(/\r[^\r\n]*\u001b\[K/g, "");
}
