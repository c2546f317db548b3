import type { Column, Input } from "./input.ts";

/** The column that a person is called by: `name`, else the first text marked `personal`. */
export function nameColumn(subject: Input): Column | undefined {
  return (
    subject.columns.find((column) => column.name === "name") ??
    subject.columns.find((column) => column.personal && column.type.kind === "text")
  );
}
