import { squeeze } from "./header/header-text.ts";

/** A sheet that tells people how to fill in the others, as templates have it: 填写说明, Instructions. */
const names = new Set(["填写说明", "填报说明", "填表说明", "使用说明", "instructions", "readme"]);

/** Whether a sheet's name says that it holds no data. */
export function isInstructions(name: string | undefined): boolean {
  return name !== undefined && names.has(squeeze(name));
}
