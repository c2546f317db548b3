import { squeeze } from "./header/header-text.ts";

/**
 * Sheets that are there for people: how to fill in the others (填写说明, Instructions), as templates have it, and the list of
 * problems in a workbook that was sent back with them.
 */
const names = new Set(
  ["填写说明", "填报说明", "填表说明", "使用说明", "数据问题", "Instructions", "Read me", "Data problems"].map(squeeze),
);

/** Whether a sheet's name says that it holds no data. */
export function isInstructions(name: string | undefined): boolean {
  return name !== undefined && names.has(squeeze(name));
}
