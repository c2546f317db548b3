import { Help, type Command as Parser } from "commander";
import { widthOf } from "../report/text-width.ts";
import type { Lang } from "../text/text.ts";
import type { Example } from "./command.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Examples:": "示例：",
};

/** commander's help in either language, with examples and with Chinese text measured and wrapped by its width. */
export class BilingualHelp extends Help {
  override helpWidth = 100;

  constructor(
    private readonly lang: Lang,
    private readonly examples: readonly Example[],
  ) {
    super();
  }

  /** Keeps our own width: the help must not differ from one terminal to the next where it is tested or piped. */
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
      .map((line) => wrapLine(line, width))
      .join("\n");
  }

  private argumentUsage(name: string, argument: { required: boolean; variadic: boolean }): string {
    const shown = argument.variadic ? `${name}...` : name;
    return argument.required ? shown : `[${shown}]`;
  }
}

/** A word with the blanks before it, or one Chinese character with the punctuation that may not begin a line. */
const unbreakable = /\s*(?:[\u3400-\u9fff][，。：；、）”？！]*|[^\s\u3400-\u9fff]+[，。：；、）”？！]*)/gu;

function wrapLine(line: string, width: number): string {
  const wrapped: string[] = [];
  let current = "";
  for (const [chunk] of line.matchAll(unbreakable)) {
    if (current !== "" && widthOf(current + chunk) > width) {
      wrapped.push(current);
      current = chunk.trimStart();
    } else current += chunk;
  }
  return [...wrapped, current].join("\n");
}
