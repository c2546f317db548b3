import { listOf, type Text } from "../text/text.ts";

/** What a result can be written as. */
export const formats = ["table", "json", "ndjson", "csv", "md", "xlsx", "html"] as const;
export type Format = (typeof formats)[number];

const endings: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".md": "md",
  ".txt": "table",
  ".xlsx": "xlsx",
  ".html": "html",
  ".htm": "html",
};

/** The endings that say a format, for messages. */
export const knownEndings: Text = listOf(Object.keys(endings));

/** The format that a file's ending says; undefined: it says none. */
export function formatOf(file: string): Format | undefined {
  const ending = /\.[a-z]+$/i.exec(file)?.[0].toLowerCase();
  return ending === undefined || !Object.hasOwn(endings, ending) ? undefined : endings[ending];
}
