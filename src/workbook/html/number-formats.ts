/** Names that Excel gives to number formats in a page's styles. */
const named: Readonly<Record<string, string>> = {
  general: "General",
  text: "@",
  fixed: "0.00",
  standard: "#,##0.00",
  percent: "0.00%",
  scientific: "0.00E+00",
  "general date": "yyyy/m/d h:mm",
  "short date": "yyyy/m/d",
  "medium date": "d-mmm-yy",
  "long date": 'yyyy"年"m"月"d"日"',
  "short time": "h:mm",
  "medium time": "h:mm AM/PM",
  "long time": "h:mm:ss",
};

/** The number formats of a page's classes: Excel writes `.xl65 {mso-number-format:"0\.00%";}`. */
export function formatsOfClasses(style: string): Map<string, string> {
  const formats = new Map<string, string>();
  // Cut, not matched: a pattern over a style that never closes would go through it again and again.
  for (const rule of style.split("}")) {
    const [selectors = "", body] = rule.split("{", 2);
    const format = body === undefined ? undefined : formatOfStyle(body);
    if (format === undefined) continue;
    for (const [, name = ""] of selectors.matchAll(/\.([\w-]+)/gu)) formats.set(name, format);
  }
  return formats;
}

/** The `mso-number-format` among declarations, its escapes undone. */
export function formatOfStyle(declarations: string): string | undefined {
  const found = /mso-number-format\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^;]+))/iu.exec(declarations);
  if (!found) return undefined;
  const code = (found[1] ?? found[2] ?? found[3] ?? "")
    .trim()
    .replace(/\\(?:([0-9a-f]{4})|(.))/giu, (_, hex, plain) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : plain,
    );
  return named[code.toLowerCase()] ?? code;
}
