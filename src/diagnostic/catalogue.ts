import { checkCodes } from "./codes/check.ts";
import { cliCodes } from "./codes/cli.ts";
import { compareCodes } from "./codes/compare.ts";
import { decideCodes } from "./codes/decide.ts";
import { factsCodes } from "./codes/facts.ts";
import { formulaCodes } from "./codes/formula.ts";
import { rulebookCodes } from "./codes/rulebook.ts";
import { ruletestCodes } from "./codes/ruletest.ts";
import { workbookCodes } from "./codes/workbook.ts";
import { sheetCodes } from "./codes/workbook-sheets.ts";

/** Every code of the product, by room. `docs/codes.md` lists them with an example each; a test compares the two. */
export const catalogue = {
  ...cliCodes,
  ...workbookCodes,
  ...sheetCodes,
  ...formulaCodes,
  ...factsCodes,
  ...decideCodes,
  ...rulebookCodes,
  ...ruletestCodes,
  ...checkCodes,
  ...compareCodes,
};

/** `room/what-is-wrong`: stable, so that scripts may rely on it. */
export type Code = keyof typeof catalogue;
