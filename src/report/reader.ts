import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import type { Report } from "./report.ts";

/** Whom texts are written for: in which language, and by which names tiers and files are known. */
export interface Reader {
  readonly rulebook: Rulebook;
  readonly lang: Lang;
  /** A file by the last part of its path, unless two files of the run share it. */
  fileName(file: string): string;
}

export function readerOf({ rulebook, files }: Report, lang: Lang): Reader {
  const sharing = new Map<string, number>();
  for (const { file } of files) sharing.set(last(file), (sharing.get(last(file)) ?? 0) + 1);
  const names = new Map<string, string>();
  const fileName = (file: string): string => {
    let name = names.get(file);
    if (name === undefined) {
      name = sharing.get(last(file)) === 1 ? last(file) : file;
      names.set(file, name);
    }
    return name;
  };
  return { rulebook, lang, fileName };
}

function last(file: string): string {
  return file.split(/[\\/]/).at(-1) || file;
}
