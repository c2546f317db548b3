import { Command as Parser, type Option as ParserOption } from "commander";
import type { Lang } from "../text/text.ts";
import { type Command, longName, type Option, Options, takesValue } from "./command.ts";
import { globalOptions } from "./global-options.ts";
import { BilingualHelp } from "./help-format.ts";
import { badChoice, tooMany, usageError } from "./usage-error.ts";

/** A command line that has been understood: what to run with what, or help to show. */
export type Parsed =
  | { readonly kind: "run"; readonly arguments: readonly string[]; readonly options: Options }
  | { readonly kind: "help"; readonly text: string };

/** Reads the arguments of one command; its help fits the width. Throws `UsageError`. */
export function parseCommand(command: Command, args: readonly string[], lang: Lang, width: number): Parsed {
  const parser = parserOf(command, lang, width);
  if (asksForHelp(command, args)) return { kind: "help", text: parser.helpInformation() };
  parser.action(() => undefined);
  parser.parse([...args], { from: "user" });
  const extra = command.arguments.some((argument) => argument.many) ? undefined : parser.args[command.arguments.length];
  if (extra !== undefined) throw tooMany(extra, command);
  return { kind: "run", arguments: parser.args, options: optionsOf(command, parser) };
}

/** commander's parser for one command. */
export function parserOf(command: Command, lang: Lang, width: number): Parser {
  const parser = new Parser(`dingji ${command.name}`);
  const every = [...command.options, ...globalOptions];
  parser.description([command.summary, ...(command.description ?? [])].map((text) => text[lang]).join("\n\n"));
  parser.helpOption(false).allowExcessArguments(true).showSuggestionAfterError(false);
  for (const argument of command.arguments) {
    const name = argument.many ? `${argument.name}...` : argument.name;
    parser.argument(argument.required ? `<${name}>` : `[${name}]`, argument.says[lang]);
  }
  for (const option of every) parser.addOption(parserOption(command, parser, option, lang));
  parser.createHelp = () => new BilingualHelp(lang, command.examples, width);
  // commander would print the error and end the process: both are ours to do.
  parser.error = (message, details): never => {
    throw usageError(details?.code ?? "", message, command, every);
  };
  return parser;
}

function parserOption(command: Command, parser: Parser, option: Option, lang: Lang): ParserOption {
  const made = parser.createOption(option.flags, option.says[lang]);
  if (option.many) return made.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  if (!option.choices) return made;
  const choices = option.choices;
  return made.argParser((value: string) => {
    if (!choices.includes(value)) throw badChoice(option, value, choices, command);
    return value;
  });
}

function optionsOf(command: Command, parser: Parser): Options {
  const given: Record<string, unknown> = {};
  for (const option of [...command.options, ...globalOptions]) {
    const name = longName(option.flags);
    // commander makes `color: false` of `--no-color`, and `color: true` of its absence.
    const negated = name.startsWith("no-");
    const value = parser.getOptionValue(camelCase(negated ? name.slice(3) : name));
    if (value !== undefined) given[name] = negated ? value === false : value;
  }
  return new Options(given);
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `-h` or `--help` anywhere but as another option's value or after `--`. */
function asksForHelp(command: Command, args: readonly string[]): boolean {
  const valued = [...command.options, ...globalOptions].filter((option) => takesValue(option.flags));
  const names = new Set(valued.flatMap((option) => option.flags.split(/[ ,]+/).slice(0, -1)));
  for (const [index, arg] of args.entries()) {
    if (arg === "--") return false;
    if ((arg === "-h" || arg === "--help") && !names.has(args[index - 1] ?? "")) return true;
  }
  return false;
}
