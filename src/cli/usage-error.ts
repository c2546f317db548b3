import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Command, longName, type Option } from "./command.ts";

/** The arguments cannot be understood. Thrown inside the parser only, which knows no other way out; caught by `main`. */
export class UsageError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.code);
  }
}

/** What commander found wrong, in our words. Its own message is English; the quoted part of it is the culprit. */
export function usageError(code: string, message: string, command: Command, options: readonly Option[]): UsageError {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? "";
  const of = { command: command.name };
  switch (code) {
    case "commander.unknownOption": {
      const names = options.map((option) => `--${longName(option.flags)}`);
      const suggestion = didYouMean(quoted.replace(/=.*$/s, ""), names);
      return new UsageError(diagnose("cli/unknown-option", undefined, { ...of, option: quoted, suggestion }));
    }
    case "commander.optionMissingArgument":
      return new UsageError(
        diagnose("cli/option-without-value", undefined, { ...of, option: `--${longName(quoted)}` }),
      );
    case "commander.missingArgument":
      return new UsageError(diagnose("cli/missing-argument", undefined, { ...of, argument: quoted }));
    default:
      throw new Error(`commander: ${code}: ${message}`);
  }
}

/** A value that an option does not take. */
export function badChoice(option: Option, value: string, choices: readonly string[], command: Command): UsageError {
  return badArgument(`--${longName(option.flags)}`, value, choices, command);
}

/** A value that a place on the command line does not take. */
export function badArgument(place: string, value: string, choices: readonly string[], command: Command): UsageError {
  const args = { command: command.name, place, value, choices: choices.join(", ") };
  return new UsageError(diagnose("cli/bad-value", undefined, { ...args, suggestion: didYouMean(value, choices) }));
}

/** More operands than the command takes. */
export function tooMany(extra: string, command: Command): UsageError {
  return new UsageError(diagnose("cli/too-many-arguments", undefined, { command: command.name, extra }));
}
