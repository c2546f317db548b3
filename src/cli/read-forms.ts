import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { formKinds } from "../report/forms/form-names.ts";
import { FormTemplate } from "../report/forms/form-template.ts";
import type { FormTemplates } from "../report/forms/forms.ts";
import type { FormFiles } from "./form-files.ts";

/** Reads the templates, or says everything that is wrong with them. */
export async function readForms(files: FormFiles["files"]): Promise<FormTemplates | readonly Diagnostic[]> {
  const read = await Promise.all(formKinds.map(async (kind) => [kind, await readForm(files[kind])] as const));
  const diagnostics = read.flatMap(([, one]) => (one instanceof FormTemplate ? [] : one));
  if (diagnostics.length > 0) return diagnostics;
  return Object.fromEntries(read) as unknown as FormTemplates;
}

async function readForm(file: string): Promise<FormTemplate | readonly Diagnostic[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    return undefined;
  });
  return bytes ? FormTemplate.read(file, bytes) : [diagnose("cli/no-such-file", { file }, { file })];
}
