import { basename } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type MappedName, type Mapping, targetOf, unknownTargets } from "../workbook/mapping.ts";
import type { InputSource, ReadOptions } from "../workbook/read.ts";
import type { Option, Options } from "./command.ts";
import { chooseLimits, limitOption, writtenLimit } from "./limits-option.ts";
import type { Project } from "./project.ts";

/** How spreadsheets are to be understood where detection or the rulebook's headers do not do. */
export const readingOptionList: readonly Option[] = [
  {
    flags: "--map <WHAT=NAME>",
    says: {
      zh: "指明表或列：--map 明细表=deposits，--map 年日均=deposits.average；可写多次",
      en: "say what a sheet or column is: --map 明细表=deposits, --map 年日均=deposits.average; repeatable",
    },
    many: true,
  },
  {
    flags: "--encoding <NAME>",
    says: {
      zh: "文本文件的编码，如 gbk（默认自动识别）",
      en: "encoding of text files, such as gbk (default: detected)",
    },
  },
  {
    flags: "--delimiter <CHARACTER>",
    says: {
      zh: "文本文件的分隔符，制表符写 tab（默认自动识别）",
      en: "what separates the columns of text files; tab for a tab (default: detected)",
    },
  },
  limitOption,
];

/** How to read, as the command line and the project file say it; mappings still as they are written. */
export interface Reading {
  readonly options: ReadOptions;
  readonly mapped: readonly MappedName[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readingOptions(options: Options, project: Project | undefined): Reading {
  const diagnostics: Diagnostic[] = [];
  const mapped = [...(project?.mapping ?? [])];
  for (const value of options.values("map")) {
    // The right side is a name of the rulebook, which has no equals sign; a header may have one.
    const [, what, name] = /^(.+)=([^=]+)$/s.exec(value) ?? [];
    if (what === undefined || name === undefined) diagnostics.push(diagnose("cli/bad-mapping", undefined, { value }));
    else mapped.push({ what: what.trim(), name: name.trim() });
  }
  const encoding = options.value("encoding");
  const given = options.value("delimiter");
  const delimiter = given === "tab" || given === "\\t" ? "\t" : given;
  if (delimiter !== undefined && [...delimiter].length !== 1) {
    diagnostics.push(diagnose("cli/bad-delimiter", undefined, { value: delimiter }));
  }
  const { limits, diagnostics: wrong } = chooseLimits([
    ...(project?.limits ?? []),
    ...options.values("limit").map(writtenLimit),
  ]);
  diagnostics.push(...wrong);
  const read = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(limits === undefined ? {} : { limits }),
  };
  return { options: read, mapped, diagnostics };
}

/** What a rulebook shows to be wrong in how to read: nothing where there is none, for a mapping leads nowhere then. */
export function checkReading({ mapped }: Reading, rulebook: Rulebook | undefined): Diagnostic[] {
  return rulebook ? unknownTargets(mapped, rulebook.tableSpecs) : [];
}

/** The mappings of a run: only its files tell whether a word is a file's name or a sheet's. */
export function mappingsOf({ mapped }: Reading, sources: readonly InputSource[]): Mapping[] {
  return mapped.map(({ what, name }) => {
    const { input, column } = targetOf(name);
    if (column !== undefined) return { input, columns: { [what]: column } };
    const [, file, sheet] = /^(.*)!([^!]*)$/s.exec(what) ?? [];
    if (file !== undefined && sheet !== undefined) return { input, file, sheet };
    const source = sources.find(
      (one) => one.name === what || [base(one), base(one).replace(/\.\w+$/, "")].includes(what),
    );
    return source ? { input, file: source.name } : { input, sheet: what };
  });
}

function base({ name }: InputSource): string {
  return basename(name);
}
