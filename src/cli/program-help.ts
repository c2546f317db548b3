import { Command as Parser } from "commander";
import type { Lang, Text } from "../text/text.ts";
import type { Command, Example } from "./command.ts";
import { globalOptions, versionOption } from "./global-options.ts";
import { BilingualHelp } from "./help-format.ts";

const description: Text = {
  zh: "定级：按规则文件，由电子表格评定客户经理的等级，并说明每个结论的依据。",
  en: "Settles grades (定级) from spreadsheets by a rulebook, and says why for every one.",
};

const more: Text = {
  zh: "“dingji 命令 --help” 显示该命令的选项和示例。退出码：0 完成；1 完成，但有需要处理的问题；2 无法进行，什么也没有写；3 程序自身出错。",
  en: "`dingji COMMAND --help` shows a command's options and examples. Exit codes: 0 done; 1 done, with findings; 2 cannot be done, nothing written; 3 a bug.",
};

const examples: readonly Example[] = [
  {
    line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4",
    says: { zh: "评定一个季度，在屏幕上看结果", en: "grade a quarter, and see the result on the screen" },
  },
  {
    line: "dingji grade quarter.xlsx -r bocom-nanchang -p 2026Q4 -o q4.xlsx -o q4.json",
    says: { zh: "写成可以传阅的工作簿和给程序用的 JSON", en: "write a workbook to circulate, and JSON for programs" },
  },
  {
    line: "dingji explain 000353 quarter.xlsx -r bocom-nanchang -p 2026Q4",
    says: { zh: "这个人为什么是这个等级", en: "why this person got this tier" },
  },
];

/** `dingji --help`: every command with its summary. */
export function programHelp(commands: readonly Command[], lang: Lang, width: number): string {
  const parser = new Parser("dingji").description(`${description[lang]}\n\n${more[lang]}`);
  parser.helpCommand(false).helpOption(false);
  for (const option of [...globalOptions, versionOption]) parser.option(option.flags, option.says[lang]);
  for (const command of commands) {
    const sub = parser.command(command.name).description(command.summary[lang]).summary(command.summary[lang]);
    sub.helpOption(false);
  }
  parser.createHelp = () => new BilingualHelp(lang, examples, width);
  return parser.helpInformation();
}
