import type { Lang } from "../../text/text.ts";
import { type Command, type Completes, longName, type Option, shortName, takesValue } from "../command.ts";
import { globalOptions } from "../global-options.ts";

/** What a completion script is made from. */
export interface Completion {
  readonly commands: readonly Command[];
  /** Ids of the shipped rulebooks. */
  readonly rulebooks: readonly string[];
  readonly lang: Lang;
}

export function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...globalOptions];
}

/** `-r --rulebook`: an option's spellings. */
export function spellings({ flags }: Option): readonly string[] {
  const short = shortName(flags);
  return [...(short ? [short] : []), `--${longName(flags)}`];
}

/** The fixed words that may stand for an option's value; undefined: anything, or a file. */
export function valuesOf(option: Option, { rulebooks }: Completion): readonly string[] | undefined {
  if (option.choices) return option.choices;
  if (typeof option.completes === "object") return option.completes;
  return option.completes === "rulebook" ? rulebooks : undefined;
}

/** The same for what stands at a command's argument. */
export function operandsOf(command: Command, { rulebooks }: Completion): readonly string[] {
  return command.arguments.flatMap(({ completes }) =>
    typeof completes === "object" ? completes : completes === "rulebook" ? rulebooks : [],
  );
}

/** Files may be named at this place. */
export function takesFiles(completes: Completes | undefined): boolean {
  return typeof completes === "string";
}

export function valued(command: Command): readonly Option[] {
  return optionsOf(command).filter((option) => takesValue(option.flags));
}
