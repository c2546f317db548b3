import type { Option } from "./command.ts";

/** Options that every command has; they may stand before the command's name, too. */
export const globalOptions: readonly Option[] = [
  {
    flags: "--lang <LANG>",
    says: {
      zh: "输出语言：zh 或 en（默认按系统区域设置）",
      en: "language of the output: zh or en (default: from the locale)",
    },
    choices: ["zh", "en"],
  },
  {
    flags: "-q, --quiet",
    says: { zh: "不显示摘要和提醒，只显示错误", en: "no summary and no warnings: errors only" },
  },
  { flags: "--no-color", says: { zh: "不用颜色", en: "no colours" } },
  { flags: "-h, --help", says: { zh: "显示本说明", en: "show this help" } },
];

/** Options of the program itself. */
export const versionOption: Option = {
  flags: "-V, --version",
  says: { zh: "显示版本号", en: "show the version" },
};
