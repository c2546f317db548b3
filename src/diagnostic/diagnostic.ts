import { type Arg, fill, type Lang, type Text } from "../text/text.ts";
import { type Code, catalogue } from "./catalogue.ts";
import type { Location } from "./location.ts";

export type Severity = "error" | "warning" | "info";

/** A user's mistake, or something that the user should know, as data: collected, never thrown. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, Arg>>;
  readonly location?: Location;
  readonly related?: readonly Related[];
}

export interface Related {
  readonly note: Text;
  readonly location: Location;
}

type Places<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type Entry<C extends Code> = (typeof catalogue)[C];
type HintText<C extends Code> = Entry<C> extends { hint: { zh: infer H extends string } } ? H : "";
/** The arguments that a code's message and hint ask for. */
export type Args<C extends Code> = Readonly<Record<Places<Entry<C>["zh"]> | Places<HintText<C>>, Arg>>;

/** Makes a diagnostic; its severity and words come from the catalogue by its code. */
export function diagnose<C extends Code>(
  code: C,
  location: Location | undefined,
  args: Args<C>,
  related?: readonly Related[],
): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    args,
    ...(location ? { location } : {}),
    ...(related?.length ? { related } : {}),
  };
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

export function message(diagnostic: Diagnostic, lang: Lang): string {
  return fill(catalogue[diagnostic.code][lang], diagnostic.args, lang);
}

/** What to do about it, if the catalogue has it and it does not come out empty. */
export function hint(diagnostic: Diagnostic, lang: Lang): string | undefined {
  const entry = catalogue[diagnostic.code];
  return "hint" in entry ? fill(entry.hint[lang], diagnostic.args, lang) || undefined : undefined;
}
