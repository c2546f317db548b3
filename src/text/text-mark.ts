/**
 * A text without what spreadsheets put around a figure to keep it text: `'001234`, `="001234"`. Any other text as it is; blanks
 * outside the mark do not count.
 */
export function withoutTextMark(text: string): string {
  const bare = text.trim();
  return /^="(.*)"$/u.exec(bare)?.[1] ?? (/^'[\d(+\-.]/.test(bare) ? bare.slice(1) : text);
}
