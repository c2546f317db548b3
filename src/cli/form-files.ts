import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { type FormKind, formKinds } from "../report/forms/form-names.ts";
import type { Lang } from "../text/text.ts";
import type { Options } from "./command.ts";
import type { Project } from "./project.ts";

/** The folder of the shipped templates: beside `src/` or `dist/`. */
const shippedDir = fileURLToPath(new URL("../../forms/", import.meta.url));

export interface FormFiles {
  readonly files: Readonly<Record<FormKind, string>>;
  /** Those that the user named: they are read, and must not be written. */
  readonly own: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function shippedForm(kind: FormKind, lang: Lang): string {
  return join(shippedDir, `${kind}.${lang}.xlsx`);
}

/** Which templates to use: those of the command line, else of the project file, else the shipped ones of the language. */
export function formFiles(options: Options, project: Project | undefined, lang: Lang): FormFiles {
  const named = new Map<string, string>(
    Object.entries(project?.forms ?? {}).flatMap(([kind, file]) => (file ? [[kind, file]] : [])),
  );
  const diagnostics: Diagnostic[] = [];
  for (const value of options.values("form")) {
    const [, kind = "", file = ""] = /^(\w+)=(.+)$/s.exec(value) ?? [];
    if (isKind(kind)) named.set(kind, file);
    else diagnostics.push(diagnose("cli/bad-form", undefined, { value }));
  }
  const fileOf = (kind: FormKind) => named.get(kind) ?? shippedForm(kind, lang);
  return { files: { notice: fileOf("notice"), approval: fileOf("approval") }, own: [...named.values()], diagnostics };
}

function isKind(text: string): text is FormKind {
  return (formKinds as readonly string[]).includes(text);
}
