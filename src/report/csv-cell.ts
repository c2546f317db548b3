/**
 * What a spreadsheet takes for a formula or a command: = + - @, their full-width forms and the true minus sign, TAB, CR or
 * LF, with any blanks (zero-width ones too) before them.
 */
const dangerous = /^[\s\u00A0\u3000\uFEFF\u200B-\u200D\u2060]*[=+\-@＝＋－＠\u2212\uFE63\t\r\n]/u;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A field of RFC 4180. Text that a spreadsheet would run gets a `'` in front, and quotes; a true number does not. */
export function csvCell(text: string): string {
  if (runsInSpreadsheet(text)) return quoted(`'${text}`);
  return /[",\r\n]/.test(text) || text !== text.trim() ? quoted(text) : text;
}

/** Whether a spreadsheet would take the text for a formula or a command. */
export function runsInSpreadsheet(text: string): boolean {
  return dangerous.test(text) && !number.test(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
