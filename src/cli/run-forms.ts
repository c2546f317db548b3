import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { formKinds } from "../report/forms/form-names.ts";
import { criterionPlaceholders, type Placeholder, personPlaceholders } from "../report/forms/placeholders.ts";
import { textTable } from "../report/text-table.ts";
import type { Invocation } from "./command.ts";
import { commit } from "./commit.ts";
import { clean, type ExitCode, impossible } from "./exit-code.ts";
import { shippedForm } from "./form-files.ts";
import { planOutputs } from "./outputs.ts";
import type { Terminal } from "./terminal.ts";

export async function runForms({ options, io, terminal }: Invocation): Promise<ExitCode> {
  const folder = options.value("output");
  if (folder === undefined) {
    await terminal.out(await placeholderTables(terminal));
    return clean;
  }
  await mkdir(resolve(io.cwd(), folder), { recursive: true }).catch(() => undefined);
  const names = formKinds.map((kind) => `${kind}.${terminal.lang}.xlsx`);
  const files = names.map((name) => join(folder, name));
  const wishes = { files, format: undefined, inputs: [], force: false, cwd: io.cwd() };
  const { targets, diagnostics } = await planOutputs(wishes);
  if (diagnostics.length > 0) {
    await terminal.report(diagnostics);
    return impossible;
  }
  const contents = targets.map(({ file, path }, index) => {
    const shipped = shippedForm(formKinds[index]!, terminal.lang);
    return { file, path, chunks: () => readFile(shipped) };
  });
  const failure = await commit(contents, io);
  if (failure) await terminal.report([failure]);
  else await terminal.say({ zh: `已写：${files.join("、")}`, en: `Written: ${files.join(", ")}` });
  return failure ? impossible : clean;
}

/** Both lists, with the Chinese and the English name of each. */
async function placeholderTables(terminal: Terminal): Promise<string> {
  const { lang, width } = terminal;
  const zh = lang === "zh";
  const { bold } = await terminal.chalk();
  const table = (title: string, list: readonly Placeholder[]) => {
    const columns = [
      { heading: zh ? "占位符" : "Placeholder", cells: list.map((one) => `{{${zh ? one.zh : one.key}}}`) },
      { heading: zh ? "或" : "or", cells: list.map((one) => `{{${zh ? one.key : one.zh}}}`) },
      { heading: zh ? "内容" : "Stands for", cells: list.map(({ says }) => says[lang]), shrinkTo: 16 },
    ];
    return [bold(title), ...textTable(columns, width, bold).lines].join("\n");
  };
  const parts = [
    table(zh ? "每人一份" : "Once a form", personPlaceholders),
    table(zh ? "逐条重复的行" : "Rows that are repeated for every criterion", criterionPlaceholders),
  ];
  return `${parts.join("\n\n")}\n`;
}
