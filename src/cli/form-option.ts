import type { Option } from "./command.ts";

/** Whose templates are filled. */
export const formOption: Option = {
  flags: "--form <WHAT=FILE>",
  says: {
    zh: "通知书或审批表用自己的模板：--form notice=文件.xlsx，--form approval=文件.xlsx",
    en: "a template of your own for notices or approval forms: --form notice=FILE.xlsx, --form approval=FILE.xlsx",
  },
  many: true,
};
