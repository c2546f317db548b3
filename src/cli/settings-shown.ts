import type { Setting } from "../report/report.ts";
import { same } from "../text/text.ts";
import type { ReadOptions } from "../workbook/read.ts";
import type { RunSettings } from "./run-settings.ts";

/** Options of the run that its reader should know: those that differ from what is usual. */
export function settingsShown(
  { appoint, masks }: RunSettings,
  { mappings, encoding, delimiter }: ReadOptions,
): Setting[] {
  const shown: Setting[] = [];
  const add = (name: string, value: string) => shown.push({ name: same(name), value: same(value) });
  if (appoint) shown.push({ name: same("--appoint"), value: { zh: "是", en: "yes" } });
  if (masks) {
    const value = {
      zh: "是：姓名、工号和客户用代号代替，同一人（客户）代号相同",
      en: "yes: masks stand in place of names, ids and customers, the same one for the same person or customer",
    };
    shown.push({ name: same("--mask"), value });
  }
  for (const { file, sheet, input, columns } of mappings ?? []) {
    for (const [header, column] of Object.entries(columns ?? {})) add("--map", `${header}=${input}.${column}`);
    const place = [file, sheet].filter((part) => part !== undefined).join("!");
    if (place !== "") add("--map", `${place}=${input}`);
  }
  if (encoding !== undefined) add("--encoding", encoding);
  if (delimiter !== undefined) add("--delimiter", delimiter === "\t" ? "tab" : delimiter);
  return shown;
}
