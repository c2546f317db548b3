import { Help, type Command as Parser } from "commander";
import { widthOf } from "../report/text-width.ts";
import { wrapLine } from "../report/wrap.ts";
import type { Lang } from "../text/text.ts";
import type { Example } from "./command.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Examples:": "示例：",
};

const widest = 100;

/** commander's help in either language, with examples and with Chinese text measured and wrapped by its width. */
export class BilingualHelp extends Help {
  /** Longer lines are hard to read, whatever the terminal's width. */
  override helpWidth: number;
  /** Texts beside the options are wrapped down to this width. */
  override minWidthToWrap = 20;

  constructor(
    private readonly lang: Lang,
    private readonly examples: readonly Example[],
    width: number,
  ) {
    super();
    this.helpWidth = Math.min(width, widest);
  }

  /** Keeps our own width: piped, the help must not differ from one machine to the next. */
  override prepareContext(): void {}

  override styleTitle(title: string): string {
    return this.lang === "zh" ? (titles[title] ?? title) : title;
  }

  override displayWidth(text: string): number {
    return widthOf(text);
  }

  override commandUsage(parser: Parser): string {
    const operands = parser.registeredArguments.map((argument) => this.argumentUsage(argument.name(), argument));
    const words = parser.commands.length > 0 ? [this.lang === "zh" ? "<命令>" : "<command>"] : operands;
    return [parser.name(), ...words, this.lang === "zh" ? "[选项]" : "[options]"].join(" ");
  }

  override formatHelp(parser: Parser, helper: Help): string {
    const lines = this.examples.flatMap((example) => [`  # ${example.says[this.lang]}`, `  ${example.line}`, ""]);
    const text = [super.formatHelp(parser, helper), ...this.formatItemList("Examples:", lines, helper)].join("\n");
    // commander puts a blank behind the word for usage; a Chinese colon has its own.
    return text.replace(/^用法： /, "用法：").trimEnd();
  }

  override boxWrap(text: string, width: number): string {
    return text
      .split("\n")
      .flatMap((line) => wrapLine(line, width))
      .join("\n");
  }

  private argumentUsage(name: string, argument: { required: boolean; variadic: boolean }): string {
    const shown = argument.variadic ? `${name}...` : name;
    return argument.required ? shown : `[${shown}]`;
  }
}
