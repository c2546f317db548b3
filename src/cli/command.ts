import type { Worker } from "node:worker_threads";
import type { Text } from "../text/text.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { Terminal } from "./terminal.ts";

/**
 * One command of the program: what it takes, in both languages, and what it does. The specification is light, so that
 * help and completion are quick; `run` imports what it needs.
 */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** More than the summary, for `--help`; a paragraph a text. */
  readonly description?: readonly Text[];
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** What the shell completes at a place. */
export type Completes = "file" | "spreadsheet" | "rulebook" | "testfile" | readonly string[];

export interface Argument {
  /** In capitals, as the help shows it. */
  readonly name: string;
  readonly says: Text;
  readonly required: boolean;
  readonly many: boolean;
  readonly completes?: Completes;
}

export interface Option {
  /** `-r, --rulebook <RULEBOOK>`: short, long, and a value if it takes one. */
  readonly flags: string;
  readonly says: Text;
  /** May be given several times. */
  readonly many?: boolean;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

export interface Example {
  readonly line: string;
  readonly says: Text;
}

/** One call of a command. */
export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: Options;
  readonly io: Io;
  readonly terminal: Terminal;
  /** All commands of the program, this one among them. */
  readonly commands: readonly Command[];
  /** Gives a thread that reads large files; undefined: there is none, and everything is read here. */
  readonly reader: (() => Worker) | undefined;
}

/** What was given, by an option's long name without dashes. */
export class Options {
  constructor(private readonly given: Readonly<Record<string, unknown>>) {}

  /** The value of an option that takes one; undefined: not given. */
  value(name: string): string | undefined {
    const value = this.given[name];
    return typeof value === "string" ? value : undefined;
  }

  /** All values of an option that may be given several times, in order. */
  values(name: string): readonly string[] {
    const value = this.given[name];
    return Array.isArray(value) ? (value as string[]) : [];
  }

  has(name: string): boolean {
    return this.given[name] === true;
  }
}

/** The long name of an option without dashes: `rulebook` of `-r, --rulebook <RULEBOOK>`. */
export function longName(flags: string): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? "";
}

/** The short form with its dash: `-r`; undefined: it has none. */
export function shortName(flags: string): string | undefined {
  return /(?:^|\s)(-[A-Za-z])\b/.exec(flags)?.[1];
}

/** Takes a value. */
export function takesValue(flags: string): boolean {
  return flags.includes("<");
}
