const rooms = {
  cli: "The command line, the project file, outputs",
  workbook: "Reading files: workbooks, text files, sheets, headers, rows",
  facts: "Cells, ids and people",
  formula: "Formulas in a rulebook",
  rulebook: "Reading and compiling a rulebook",
  check: "What is odd in a valid rulebook (`dingji check`)",
  ruletest: "Rule tests (`dingji test`)",
};

/**
 * docs/codes.md: every code with a diagnostic of it as an example, in both languages. `product` is the product's own
 * catalogue, message and showLocation; `examples` are arguments and places by code.
 */
export function codesPage({ catalogue, message, showLocation }, examples) {
  const parts = [
    "# Diagnostic codes",
    "",
    "Every finding has a code. Codes are stable: scripts may rely on them. An **error** is a finding (exit code 1, or 2 where the",
    "work cannot be done), a **warning** is one under `--strict`, **info** never is. The messages below are examples, made by",
    "`npm run docs` from the catalogue in `src/diagnostic/codes/`; a test holds this page to it.",
  ];
  for (const [room, says] of Object.entries(rooms)) {
    const codes = Object.keys(catalogue).filter((code) => code.startsWith(`${room}/`));
    parts.push("", `## ${room}`, "", `${says}.`, "", "| code | severity | example | 示例 | at |", "|---|---|---|---|---|");
    for (const code of codes.sort()) {
      const example = examples[code];
      if (!example) throw new Error(`docs/code-examples.json has no example of ${code}`);
      const { severity } = catalogue[code];
      const diagnostic = { code, severity, args: example.args };
      const place = example.location ? `\`${showLocation(example.location)}\`` : "";
      parts.push(`| \`${code}\` | ${severity} | ${cell(message(diagnostic, "en"))} | ${cell(message(diagnostic, "zh"))} | ${place} |`);
    }
  }
  return `${parts.join("\n")}\n`;
}

function cell(text) {
  return text.replace(/\s*\n\s*/g, " ").replace(/[|<>*_`]/g, "\\$&");
}
