import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Location } from "../diagnostic/location.ts";
import { didYouMean } from "../text/suggest.ts";
import { listOf, type Text } from "../text/text.ts";
import { defaultLimits, type Limits } from "../workbook/limits.ts";
import { showSize } from "../workbook/xlsx/zip.ts";
import type { Option } from "./command.ts";

/** A limit as the command line knows it. */
interface NamedLimit {
  readonly field: keyof Limits;
  readonly kind: "size" | "count" | "ratio";
  readonly says: Text;
  /** No cell reference goes further. */
  readonly most?: number;
}

/** Every limit by the name that `--limit`, the project file and the messages call it. */
export const namedLimits: Readonly<Record<string, NamedLimit>> = {
  file: { field: "fileBytes", kind: "size", says: { zh: "文件大小", en: "size of a file" } },
  held: {
    field: "heldBytes",
    kind: "size",
    says: { zh: "旧式 .xls 或网页文件的大小", en: "size of an old .xls or a page" },
  },
  entries: { field: "entries", kind: "count", says: { zh: "压缩包内的部件数", en: "parts of the zip" } },
  entry: {
    field: "entryBytes",
    kind: "size",
    says: { zh: "一张工作表解压后的大小", en: "unpacked size of a sheet" },
  },
  part: {
    field: "partBytes",
    kind: "size",
    says: { zh: "其他部件解压后的大小", en: "unpacked size of any other part" },
  },
  total: {
    field: "totalBytes",
    kind: "size",
    says: { zh: "整个文件解压后的大小", en: "unpacked size of the file" },
  },
  ratio: {
    field: "ratio",
    kind: "ratio",
    says: { zh: "压缩后与压缩前之比的下限", en: "least packed size by unpacked" },
  },
  rows: { field: "rows", kind: "count", most: 9_999_999, says: { zh: "行号", en: "row numbers" } },
  columns: { field: "columns", kind: "count", most: 18_278, says: { zh: "列数", en: "columns" } },
  cells: { field: "cells", kind: "count", says: { zh: "单元格数", en: "cells of a file" } },
  text: {
    field: "textLength",
    kind: "count",
    most: 50_000_000,
    says: { zh: "一格文字的字符数", en: "characters of a cell" },
  },
  texts: { field: "sharedTexts", kind: "count", says: { zh: "共享字符串数", en: "shared strings" } },
  styles: { field: "styles", kind: "count", says: { zh: "单元格样式数", en: "cell styles" } },
  merges: { field: "merges", kind: "count", says: { zh: "合并区域数", en: "merged ranges" } },
  line: { field: "lineBytes", kind: "size", says: { zh: "文本文件一行的大小", en: "size of a text file's line" } },
};

const names = Object.keys(namedLimits);

/** `file 200 MiB, rows 1048576 …`: the limits as they are. */
const defaults = (lang: keyof Text): string =>
  Object.entries(namedLimits)
    .map(([name, { field, kind, says }]) => {
      const value = defaultLimits[field];
      return `${name}=${kind === "size" ? showSize(value).replace(" ", "") : value}${lang === "zh" ? `（${says.zh}）` : ` (${says.en})`}`;
    })
    .join(lang === "zh" ? "、" : ", ");

export const limitOption: Option = {
  flags: "--limit <NAME=VALUE>",
  says: {
    zh: `放宽或收紧读取的上限，可写多次，例如 --limit file=500MiB；默认 ${defaults("zh")}`,
    en: `raise or lower a limit of reading, repeatable: --limit file=500MiB; by default ${defaults("en")}`,
  },
  many: true,
  completes: names.map((name) => `${name}=`),
};

export interface ChosenLimits {
  /** Undefined: none is given. */
  readonly limits: Limits | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A limit as written, with where it stands in the project file. */
export interface WrittenLimit {
  readonly name: string;
  readonly value: string;
  readonly at?: Location;
}

/** The limits of a run: the project file's, and over them those of the command line. */
export function chooseLimits(written: readonly WrittenLimit[]): ChosenLimits {
  const diagnostics: Diagnostic[] = [];
  const chosen: Record<string, number> = {};
  for (const { name, value, at } of written) {
    const known = Object.hasOwn(namedLimits, name) ? namedLimits[name] : undefined;
    if (!known) {
      const args = { name, suggestion: didYouMean(name, names), names: listOf(names) };
      diagnostics.push(diagnose("cli/unknown-limit", at, args));
      continue;
    }
    const read = figureOf(value, known);
    if (read !== undefined) chosen[known.field] = read;
    else diagnostics.push(diagnose("cli/bad-limit", at, { name, value, example: examples[known.kind] }));
  }
  const limits = Object.keys(chosen).length > 0 ? { ...defaultLimits, ...chosen } : undefined;
  return { limits, diagnostics };
}

/** `rows=2000000` of the command line; without an equals sign there is no value. */
export function writtenLimit(text: string): WrittenLimit {
  const at = text.indexOf("=");
  return at < 0
    ? { name: text.trim(), value: "" }
    : { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

const examples: Readonly<Record<NamedLimit["kind"], Text>> = {
  size: { zh: "大小，如 500MiB、2GiB 或字节数", en: "a size: 500MiB, 2GiB, or a number of bytes" },
  count: { zh: "正整数，如 2000000", en: "a whole number above 0: 2000000" },
  ratio: { zh: "0 到 1 之间的小数，如 0.001", en: "a decimal from 0 to 1: 0.001" },
};

const powers: Readonly<Record<string, number>> = { "": 0, k: 1, m: 2, g: 3, t: 4 };

function figureOf(text: string, { kind, most = Number.MAX_SAFE_INTEGER }: NamedLimit): number | undefined {
  if (kind === "ratio") return /^(?:0?\.\d+|[01])$/.test(text) ? Number(text) : undefined;
  if (kind === "count")
    return within(/^\d{1,3}(?:[,_]?\d{3})*$|^\d+$/.test(text) ? text.replace(/[,_]/g, "") : "", most);
  const [, figure = "", prefix = "", binary = ""] = /^(\d+(?:\.\d+)?)\s*(?:([kmgt]?)(i?)b?)$/i.exec(text) ?? [];
  // 500M is what people write for MiB; 500MB means what it says.
  const decimal = binary === "" && /b$/i.test(text) && prefix !== "";
  const size = Number(figure) * (decimal ? 1000 : 1024) ** (powers[prefix.toLowerCase()] ?? 0);
  return figure === "" ? undefined : within(String(Math.floor(size)), most);
}

function within(digits: string, most: number): number | undefined {
  const value = Number(digits);
  return digits !== "" && value >= 1 && value <= most ? value : undefined;
}
