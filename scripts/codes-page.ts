import { type Code, catalogue } from "../src/diagnostic/catalogue.ts";
import { type Diagnostic, message } from "../src/diagnostic/diagnostic.ts";
import { type Location, showLocation } from "../src/diagnostic/location.ts";

const rooms: Readonly<Record<Room, string>> = {
  cli: "The command line, the project file, outputs",
  workbook: "Reading files: workbooks, text files, sheets, headers, rows",
  facts: "Cells, ids and people",
  decide: "Recommendations, and people's decisions beside them",
  compare: "The result of an earlier period (`--previous`)",
  formula: "Formulas in a rulebook",
  rulebook: "Reading and compiling a rulebook",
  check: "What is odd in a valid rulebook (`dingji check`)",
  ruletest: "Rule tests (`dingji test`)",
};

type Room = Code extends `${infer Name}/${string}` ? Name : never;

/** Arguments and a place by code: docs/code-examples.json. */
export type Examples = Readonly<
  Record<string, { readonly args: Diagnostic["args"]; readonly location?: Location | null }>
>;

/** docs/codes.md: every code with a diagnostic of it as an example, in both languages. */
export function codesPage(examples: Examples): string {
  const parts = [
    "# Diagnostic codes",
    "",
    "Every finding has a code. Codes are stable: scripts may rely on them. An **error** is a finding (exit code 1, or 2 where",
    "the work cannot be done), a **warning** is one under `--strict`, **info** never is. The messages are examples, made by",
    "`npm run docs` from the catalogue in `src/diagnostic/codes/`; a test holds this page to it.",
  ];
  for (const [room, says] of Object.entries(rooms)) {
    const codes = (Object.keys(catalogue) as Code[]).filter((code) => code.startsWith(`${room}/`)).sort();
    parts.push("", `## ${room}`, "", `${says}.`, "");
    parts.push(
      "| code | severity | example | 示例 | at |",
      "|---|---|---|---|---|",
      ...codes.map((code) => row(code, examples)),
    );
  }
  return `${parts.join("\n")}\n`;
}

function row(code: Code, examples: Examples): string {
  const example = examples[code];
  if (!example) throw new Error(`docs/code-examples.json has no example of ${code}`);
  const { severity } = catalogue[code];
  const diagnostic = { code, severity, args: example.args };
  const place = example.location ? `\`${showLocation(example.location)}\`` : "";
  return `| \`${code}\` | ${severity} | ${cell(message(diagnostic, "en"))} | ${cell(message(diagnostic, "zh"))} | ${place} |`;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[|<>*_`]/g, "\\$&");
}
