import type { ChalkInstance } from "chalk";
import { type Diagnostic, isError } from "../diagnostic/diagnostic.ts";
import type { Lang, Text } from "../text/text.ts";
import type { Io, Output } from "./io.ts";
import { Progress } from "./progress.ts";
import { write } from "./write.ts";

/** How many findings of one code are shown; the rest are counted. A wrong column has one a row. */
const shownPerCode = 10;

/** How a command speaks: results on standard output, everything else on standard error. */
export class Terminal {
  private line: Progress | undefined;

  constructor(
    private readonly io: Io,
    readonly lang: Lang,
    private readonly asked: { readonly quiet: boolean; readonly color: boolean },
  ) {}

  get quiet(): boolean {
    return this.asked.quiet;
  }

  /** The same terminal in another language: a project file's. */
  in(lang: Lang): Terminal {
    return new Terminal(this.io, lang, this.asked);
  }

  /** A part of the result. */
  async out(text: string | Uint8Array): Promise<void> {
    this.clearProgress();
    await write(this.io.stdout, text);
  }

  /** A remark beside the result, a line of its own; nothing when quiet. */
  async say(text: Text): Promise<void> {
    this.clearProgress();
    if (!this.quiet) await write(this.io.stderr, `${text[this.lang]}\n`);
  }

  /** Where long work says how far it has come. Undefined where nobody looks: standard error is no terminal, or quiet is asked. */
  get progress(): Progress | undefined {
    if (this.quiet || !this.io.stderr.isTTY) return undefined;
    this.line ??= new Progress(this.io.stderr, this.lang);
    return this.line;
  }

  private clearProgress(): void {
    this.line?.clear();
  }

  /**
   * Diagnostics beside a result, on standard error; quiet keeps the errors. `sources` are the texts of files that positions
   * point into, for code frames.
   */
  async report(diagnostics: readonly Diagnostic[], sources?: ReadonlyMap<string, string>): Promise<void> {
    const shown = this.quiet ? diagnostics.filter(isError) : diagnostics;
    if (shown.length === 0) return;
    this.clearProgress();
    await write(this.io.stderr, await this.render(shown, this.io.stderr, shownPerCode, sources));
  }

  /** Diagnostics that are the result, on standard output: all of them. */
  async show(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>): Promise<void> {
    this.clearProgress();
    await write(this.io.stdout, await this.render(diagnostics, this.io.stdout, Number.POSITIVE_INFINITY, sources));
  }

  private async render(
    diagnostics: readonly Diagnostic[],
    stream: Output,
    perCode: number,
    sources: ReadonlyMap<string, string> | undefined,
  ): Promise<string> {
    const { renderDiagnostics } = await import("../report/diagnostics.ts");
    const chalk = await this.chalkFor(stream);
    return renderDiagnostics(diagnostics, { lang: this.lang, chalk, sourceOf: (file) => sources?.get(file), perCode });
  }

  /** Colours for standard output, or none. */
  chalk(): Promise<ChalkInstance> {
    return this.chalkFor(this.io.stdout);
  }

  /** No colours, for a file. */
  async plainChalk(): Promise<ChalkInstance> {
    const { Chalk } = await import("chalk");
    return new Chalk({ level: 0 });
  }

  /** Columns to fit a table into. Where standard output is not a terminal nothing is cut. */
  get width(): number {
    return this.io.stdout.isTTY ? (this.io.stdout.columns ?? 100) : Number.POSITIVE_INFINITY;
  }

  get isTerminal(): boolean {
    return this.io.stdout.isTTY === true;
  }

  private async chalkFor(stream: Output): Promise<ChalkInstance> {
    const { Chalk } = await import("chalk");
    return new Chalk({ level: this.colorsOn(stream) ? 1 : 0 });
  }

  /** `--no-color`, then FORCE_COLOR, NO_COLOR and a dumb terminal, then whether anybody looks. */
  private colorsOn(stream: Output): boolean {
    const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = this.io.env;
    if (!this.asked.color) return false;
    if (force !== undefined && force !== "") return force !== "0" && force !== "false";
    if (none || term === "dumb") return false;
    return stream.isTTY === true;
  }
}
