import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Type } from "../../formula/type.ts";
import { describe } from "../../formula/type-words.ts";
import { unitOf } from "../../number/unit.ts";
import { didYouMean } from "../../text/suggest.ts";
import { same } from "../../text/text.ts";
import type { Path } from "../document.ts";
import type { Column, Input } from "../input.ts";
import { isYes, list } from "../schema/basics.ts";
import type { ColumnSource, InputSource } from "../schema/input.ts";
import { asType, parseConstant } from "./constant.ts";
import type { TierWords } from "./names.ts";
import { labelOf, type Session } from "./session.ts";
import { reportSharedHeaders } from "./shared-headers.ts";

/** Compiles the inputs, the subject's first. Undefined when there is no usable subject: nothing after it would make sense. */
export function compileInputs(session: Session, tiers: TierWords): readonly Input[] | undefined {
  const { source, document } = session;
  const subjectId = source.subject;
  const subject = source.inputs[subjectId];
  if (!subject) {
    session.report(diagnose("rulebook/no-subject", document.at(["subject"]), { subject: subjectId }));
    return undefined;
  }
  if (!subject.key) {
    session.report(diagnose("rulebook/no-key", document.keyAt(["inputs", subjectId]), { input: subjectId }));
    return undefined;
  }
  const others = Object.keys(source.inputs).filter((id) => id !== subjectId);
  return [subjectId, ...others].map((id, index) => compileInput(session, tiers, id, index));
}

function compileInput(session: Session, tiers: TierWords, id: string, index: number): Input {
  const { source, document } = session;
  const written = source.inputs[id] as InputSource;
  const columns = Object.entries(written.columns).map(([name, column], slot) =>
    compileColumn(session, tiers, id, name, column, slot),
  );
  reportSharedHeaders(session, id, written, columns);
  const keyAt = ["inputs", id, "key"];
  const key = written.key ? columns.find((column) => column.name === written.key) : undefined;
  if (written.key && !key) {
    const near = didYouMean(written.key, Object.keys(written.columns));
    session.report(
      diagnose("rulebook/unknown-reference", document.at(keyAt), {
        what: { zh: "列", en: "column" },
        name: written.key,
        near,
      }),
    );
  }
  const isSubject = id === source.subject;
  const refersName = Object.keys(written.columns).find((name) => written.columns[name]?.refers !== undefined);
  const refers = isSubject ? undefined : columns.find((column) => column.name === refersName);
  for (const column of new Set([key, refers])) {
    if (column && column.kind !== "id") {
      session.report(
        diagnose("rulebook/key-not-id", document.at(["inputs", id, "columns", column.name, "type"]), {
          column: column.name,
        }),
      );
    }
  }
  const role = isSubject ? "subject" : refers ? (key === refers ? "one-row" : "detail") : "whole";
  if (role === "whole" && written.key) {
    session.report(
      diagnose("rulebook/no-link", document.keyAt(["inputs", id]), { input: id, subject: source.subject }),
    );
  }
  const sheets = [...list(written.sheet), id];
  return { id, index, sheets, label: labelOf(written.label, sheets[0] ?? id), columns, role, key, refers };
}

function compileColumn(
  session: Session,
  tiers: TierWords,
  input: string,
  name: string,
  written: ColumnSource,
  slot: number,
): Column {
  const path: Path = ["inputs", input, "columns", name];
  const headers = list(written.header);
  const type = columnType(session, name, written, path);
  checkOptions(session, written, path);
  const words = new Map(written.type === "tier" ? tiers.words : Object.entries(written.words ?? {}));
  const constant = (key: "missing" | "min" | "max") => {
    const text = written[key];
    if (text === undefined) return undefined;
    const value = asType(parseConstant(text), type, words, session.currency);
    if (value !== undefined) return value;
    session.report(
      diagnose("rulebook/value-type", session.document.at([...path, key]), {
        key,
        expected: describe(type),
        got: same(String(text)),
      }),
    );
    return undefined;
  };
  const [missing, min, max] = [constant("missing"), constant("min"), constant("max")];
  if (written.refers !== undefined && written.refers !== session.source.subject) {
    const near = didYouMean(written.refers, [session.source.subject]);
    const what = { zh: "评定对象", en: "subject" };
    session.report(
      diagnose("rulebook/unknown-reference", session.document.at([...path, "refers"]), {
        what,
        name: written.refers,
        near,
      }),
    );
  }
  return {
    name,
    input,
    slot,
    type,
    kind: written.type,
    label: labelOf(written.label, headers[0] ?? name),
    headers,
    unit: written.unit,
    missing,
    min: typeof min === "object" ? min : undefined,
    max: typeof max === "object" ? max : undefined,
    yes: list(written.yes),
    no: list(written.no),
    words,
    personal: isYes(written.personal),
    ...(written.note === undefined ? {} : { note: written.note }),
  };
}

function columnType(session: Session, name: string, written: ColumnSource, path: Path): Type {
  const unit = written.unit === undefined ? undefined : unitOf(written.unit);
  switch (written.type) {
    case "money":
      return {
        kind: "money",
        currency:
          (written.currency && session.currencyAt(written.currency, session.document.at([...path, "currency"]))) ||
          (unit?.currency ?? session.currency),
      };
    case "number":
    case "count":
      return unit?.other ? { kind: written.type, unit: unit.other } : { kind: written.type };
    case "duration":
      return { kind: "duration", base: unit?.duration ?? "year" };
    case "enum": {
      if (!written.values) {
        session.report(diagnose("rulebook/enum-values", session.document.keyAt(path), { column: name }));
      }
      return { kind: "enum", name, values: written.values ?? [], ordered: isYes(written.ordered) };
    }
    default:
      return { kind: written.type };
  }
}

/** Options that would do nothing are errors: a reader would think that they do something. */
function checkOptions(session: Session, written: ColumnSource, path: Path): void {
  const numeric = ["money", "ratio", "number", "count", "duration"];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    unit: ["money", "number", "count", "duration", "ratio"],
    currency: ["money"],
    values: ["enum"],
    ordered: ["enum"],
    words: ["enum"],
    yes: ["boolean"],
    no: ["boolean"],
    min: numeric,
    max: numeric,
    refers: ["id"],
  };
  for (const [option, kinds] of Object.entries(allowed)) {
    if (written[option as keyof ColumnSource] === undefined || kinds.includes(written.type)) continue;
    const at = session.document.keyAt([...path, option]);
    session.report(diagnose("rulebook/column-option", at, { type: written.type, option }));
  }
}
