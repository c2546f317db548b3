import type { z } from "zod";
import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../text/suggest.ts";
import { listOf, type Text } from "../../text/text.ts";
import type { Path, RuleDocument } from "../document.ts";

type Issue = z.core.$ZodIssue;

/** Turns the schema's issues into diagnostics at the YAML's line and column. */
export function shapeProblems(issues: readonly Issue[], document: RuleDocument): Diagnostic[] {
  return issues.flatMap((issue) => shapeProblem(issue, [], document));
}

function shapeProblem(issue: Issue, base: Path, document: RuleDocument): Diagnostic[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(" ");
    return issue.keys.map((key) =>
      diagnose("rulebook/unknown-key", document.keyAt([...path, key]), {
        key,
        near: didYouMean(key, known),
        known: known.join(", "),
      }),
    );
  }
  if (issue.code === "invalid_union") return unionProblem(issue, path, document);
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1));
    return [diagnose("rulebook/bad-id", document.keyAt(path), { id: key })];
  }
  const value = valueAt(document.tree, path);
  if (value === undefined && path.length > 0) return [missingKey(path, document)];
  if (issue.code === "invalid_format" && issue.format === "regex" && issue.message === "name") {
    return [diagnose("rulebook/bad-id", document.at(path), { id: String(value) })];
  }
  return [
    diagnose("rulebook/bad-value", document.at(path), {
      key: keyOf(path),
      expected: expected(issue),
      got: inWords(value),
    }),
  ];
}

/** Of a union's branches, only the one that the writer meant is worth words: the one that fits the value's own type. */
function unionProblem(issue: Issue & { code: "invalid_union" }, path: Path, document: RuleDocument): Diagnostic[] {
  const branches = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code === "invalid_type"),
  );
  const meant = branches.toSorted((a, b) => a.length - b.length)[0];
  if (meant && meant.length > 0) return meant.flatMap((error) => shapeProblem(error, path, document));
  const value = valueAt(document.tree, path);
  const parts = issue.errors.flatMap((errors) => errors.slice(0, 1).map(expected));
  const all: Text = {
    zh: unique(parts.map((part) => part.zh)).join("或"),
    en: unique(parts.map((part) => part.en)).join(" or "),
  };
  if (value === undefined) return [missingKey(path, document)];
  return [diagnose("rulebook/bad-value", document.at(path), { key: keyOf(path), expected: all, got: inWords(value) })];
}

function missingKey(path: Path, document: RuleDocument): Diagnostic {
  const above = path.slice(0, -1);
  const where = above.length > 0 ? above.join(".") : { zh: "规则文件", en: "the rulebook" };
  return diagnose("rulebook/missing-key", document.at(above), { where, key: keyOf(path) });
}

function expected(issue: Issue): Text {
  if (issue.code === "invalid_type") return typeWords[issue.expected] ?? { zh: issue.expected, en: issue.expected };
  if (issue.code === "invalid_value") return listOf(issue.values.map(String));
  if (issue.code === "invalid_format") return formatWords[issue.message] ?? { zh: "别的写法", en: "written otherwise" };
  if (issue.code === "custom") return formatWords[issue.message] ?? { zh: issue.message, en: issue.message };
  if (issue.code === "too_small") return { zh: "至少一项", en: "at least one entry" };
  if (issue.code === "too_big") return { zh: "少几项", en: "fewer entries" };
  return { zh: issue.message, en: issue.message };
}

const typeWords: Readonly<Record<string, Text>> = {
  string: { zh: "文字或数字", en: "a text or number" },
  boolean: { zh: "yes 或 no", en: "yes or no" },
  object: { zh: "一组“键: 值”", en: "a map of keys and values" },
  record: { zh: "一组“键: 值”", en: "a map of keys and values" },
  array: { zh: "列表", en: "a list" },
  tuple: { zh: "列表", en: "a list" },
};

const formatWords: Readonly<Record<string, Text>> = {
  whole: { zh: "不带单位的整数", en: "a whole number" },
  date: { zh: "日期，如 2026-09-30", en: "a date such as 2026-09-30" },
  name: { zh: "名称", en: "a name" },
  "no-such-day": { zh: "日历上有的日期", en: "a day that the calendar has" },
};

function inWords(value: unknown): Text {
  if (value === undefined) return { zh: "空的", en: "empty" };
  if (Array.isArray(value)) return { zh: `${value.length} 项的列表`, en: `a list of ${value.length}` };
  if (typeof value === "object") return { zh: "一组“键: 值”", en: "a map" };
  if (typeof value === "boolean") return { zh: value ? "true" : "false", en: String(value) };
  return { zh: `“${value}”`, en: `"${value}"` };
}

function keyOf(path: Path): string | Text {
  const last = path.at(-1);
  if (last === undefined) return { zh: "规则文件", en: "the rulebook" };
  return typeof last === "number" ? `${String(path.at(-2) ?? "")}[${last}]` : String(last ?? "");
}

function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[String(key)];
  }
  return value;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
