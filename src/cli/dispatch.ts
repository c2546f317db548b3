import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Invocation, longName, takesValue } from "./command.ts";
import { commands } from "./commands.ts";
import { clean, type ExitCode, impossible } from "./exit-code.ts";
import { globalOptions } from "./global-options.ts";
import type { Io } from "./io.ts";
import { languageAsked, languageOfLocale } from "./language.ts";
import { parseCommand } from "./program.ts";
import { programHelp } from "./program-help.ts";
import { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { WriteError, write } from "./write.ts";

/** Finds the command that is meant and runs it. */
export async function dispatch(args: readonly string[], io: Io, reader?: Invocation["reader"]): Promise<ExitCode> {
  const lang = languageAsked(args) ?? languageOfLocale(io.env);
  const plain = new Terminal(io, lang, { quiet: false, color: !args.includes("--no-color") });
  const { before, name, after } = splitAtCommand(args);
  if (name === undefined) {
    const asked = before.includes("-h") || before.includes("--help");
    await write(asked ? io.stdout : io.stderr, `${programHelp(commands, lang, plain.width)}\n`);
    return asked ? clean : impossible;
  }
  if (name === "help") return dispatch(after.length > 0 ? [...after, "--help"] : ["--help", ...before], io, reader);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const suggestion = didYouMean(
      name,
      commands.map((one) => one.name),
    );
    await plain.report([diagnose("cli/unknown-command", undefined, { command: name, suggestion })]);
    return impossible;
  }
  try {
    const parsed = parseCommand(command, [...before, ...after], lang, plain.width);
    if (parsed.kind === "help") {
      await plain.out(`${parsed.text}\n`);
      return clean;
    }
    const { options } = parsed;
    const terminal = new Terminal(io, lang, { quiet: options.has("quiet"), color: !options.has("no-color") });
    return await command.run({ arguments: parsed.arguments, options, io, terminal, commands, reader });
  } catch (error) {
    if (error instanceof UsageError) await plain.report([error.diagnostic]);
    else if (error instanceof WriteError) await plain.report([cannotWriteOut(error)]);
    else throw error;
    return impossible;
  }
}

function cannotWriteOut(error: WriteError): Diagnostic {
  return diagnose("cli/cannot-write", undefined, {
    file: { zh: "标准输出", en: "standard output" },
    problem: error.message,
  });
}

/** Options may stand before the command's name: `dingji --lang zh grade`. */
function splitAtCommand(args: readonly string[]): { before: string[]; name: string | undefined; after: string[] } {
  const valued = globalOptions
    .filter((option) => takesValue(option.flags))
    .map((option) => `--${longName(option.flags)}`);
  let at = 0;
  while (at < args.length && args[at]?.startsWith("-")) at += valued.includes(args[at] ?? "") ? 2 : 1;
  return { before: args.slice(0, at), name: args[at], after: args.slice(at + 1) };
}
