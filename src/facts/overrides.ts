import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import { addDays } from "../formula/calendar.ts";
import type { Result } from "../formula/value.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Period } from "../rulebook/period.ts";
import { type Rulebook, tierOf } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Table } from "../workbook/table.ts";
import type { TableSpec } from "../workbook/table-spec.ts";
import { bindColumn } from "./bind-column.ts";
import type { Facts } from "./facts.ts";
import { IdFamilies } from "./id-family.ts";
import { InputRows } from "./input-rows.ts";
import { whoIsMeant } from "./owners.ts";
import { Problems } from "./problems.ts";

/** A row of a 人工调整 sheet that says all that it has to: what a person has decided about somebody. */
export interface OverrideRow {
  /** `Person.index`, and the id. */
  readonly person: number;
  readonly id: string;
  /** The tier that it gives; undefined: none (无). */
  readonly to: Tier | undefined;
  /** What it says was recommended; `not-said` where 原等级 is blank. */
  readonly from: Tier | undefined | "not-said";
  readonly reason: string;
  readonly approver: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly location: CellLocation;
}

export interface OverrideFacts {
  readonly rows: readonly OverrideRow[];
  /** What is wrong with somebody's rows, by `Person.index`: none of them counts, and the person is to be reviewed. */
  readonly faults: ReadonlyMap<number, readonly Diagnostic[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The names of the columns; each but 原等级 must be there, and filled in. */
const columnNames = ["id", "to", "from", "reason", "approver", "date"] as const;
type ColumnName = (typeof columnNames)[number];

/** What to look for in a file of overrides. */
export function overridesSpec(rulebook: Rulebook): TableSpec {
  const { id, label, sheets, columns } = overridesInput(rulebook);
  return {
    id,
    label,
    sheets,
    columns: columns.map(({ name, label, headers, kind }) => ({
      name,
      label,
      headers,
      kind,
      required: name !== "from",
    })),
  };
}

/** Reads the rows of 人工调整 by the rulebook's tiers and the roster's ids. Whatever is wrong is said at its cell. */
export function bindOverrides(
  tables: readonly Table[],
  rulebook: Rulebook,
  { people }: Facts,
  period: Period,
  asOf: string,
): OverrideFacts {
  const input = overridesInput(rulebook);
  const rows = new InputRows(input, tables);
  // What may not be blank is said below, of each person.
  const problems = new Problems(false, false);
  const ids = new IdFamilies();
  const [key] = input.columns as [Column];
  for (const column of input.columns) bindColumn(rows, column, ids, problems);
  for (const { id } of people) if (/^\d+$/.test(id)) ids.of(input, key).seeOnRoster(id.length);
  ids.pad((_, slot) => rows.columns[slot], problems);

  const indexOf = new Map(people.map(({ id, index }) => [id, index]));
  const value = (name: ColumnName, row: number): Result | undefined => rows.columns[columnNames.indexOf(name)]?.at(row);
  const owner = Int32Array.from({ length: rows.rows }, (_, row) => indexOf.get(String(value("id", row))) ?? -1);
  problems.settle(() => owner);

  const first = new Map<number, number>();
  const found: OverrideRow[] = [];
  for (let row = 0; row < rows.rows; row++) {
    const [id, person] = [value("id", row), owner[row] ?? -1];
    if (typeof id !== "string") continue;
    const location = rows.locate(row, key.slot);
    if (person < 0) {
      const args = { id, roster: rulebook.subject.label, rows: 1, meant: whoIsMeant(id, indexOf) };
      problems.add(diagnose("facts/unknown-person", location, args));
      continue;
    }
    const fault = (diagnostic: Diagnostic) => {
      problems.add(diagnostic);
      problems.touch(person, diagnostic);
    };
    const before = first.get(person);
    if (before === undefined) first.set(person, row);
    else {
      const note = { zh: "第一次在这里", en: "first here" };
      fault(diagnose("facts/override-twice", location, { id }, [{ note, location: rows.locate(before, key.slot) }]));
    }
    for (const column of input.columns.filter(({ name }) => name !== "from")) {
      if (!isBlank(rows, column, row)) continue;
      fault(diagnose("facts/override-incomplete", rows.locate(row, column.slot), { id, header: column.label }));
    }
    const date = String(value("date", row));
    if (isFarOff(date, period, asOf)) {
      const at = rows.locate(row, columnNames.indexOf("date"));
      problems.add(diagnose("facts/override-date", at, { id, date, period: period.label }));
    }
    const to = value("to", row);
    const from = value("from", row);
    found.push({
      person,
      id,
      to: typeof to === "string" ? tierOf(rulebook, to) : undefined,
      from: typeof from === "string" ? tierOf(rulebook, from) : "not-said",
      reason: String(value("reason", row)),
      approver: String(value("approver", row)),
      date,
      location,
    });
  }
  const faults = new Map([...first.keys()].map((person) => [person, problems.of(person)]));
  for (const [person, list] of faults) if (list.length === 0) faults.delete(person);
  return { rows: found.filter(({ person }) => !faults.has(person)), faults, diagnostics: problems.list };
}

/** Days after the period, or after the day of assessment if that is later, in which decisions about it are made. */
const daysToDecide = 183;

/** A date that is hardly that of a decision about the period: before it began, or long after it. `date` may be no date. */
function isFarOff(date: string, { from, to }: Period, asOf: string): boolean {
  const last = addDays(asOf > to ? asOf : to, daysToDecide);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && (date < from || (last !== undefined && date > last));
}

/** A cell that holds nothing; one that cannot be read has been reported. */
function isBlank({ columns }: InputRows, { slot }: Column, row: number): boolean {
  const value = columns[slot]?.at(row);
  if (typeof value !== "object") return value === undefined;
  return "reasons" in value && value.reasons.some(({ why }) => why === "blank");
}

const headers: Readonly<Record<ColumnName, readonly string[]>> = {
  id: ["工号", "员工号", "员工编号", "id"],
  to: ["新等级", "新", "调整后等级", "最终等级", "to", "new tier"],
  from: ["原等级", "原", "建议等级", "调整前等级", "from", "old tier"],
  reason: ["原因", "调整原因", "理由", "reason"],
  approver: ["批准人", "审批人", "approver", "approved by"],
  date: ["日期", "批准日期", "审批日期", "date"],
};
const labels: Readonly<Record<ColumnName, Column["label"]>> = {
  id: { zh: "工号", en: "ID" },
  to: { zh: "新等级", en: "new tier" },
  from: { zh: "原等级", en: "old tier" },
  reason: { zh: "原因", en: "reason" },
  approver: { zh: "批准人", en: "approver" },
  date: { zh: "日期", en: "date" },
};
const kinds = { id: "id", to: "tier", from: "tier", reason: "text", approver: "text", date: "date" } as const;

function overridesInput({ subject, tiers }: Rulebook): Input {
  const words = new Map(
    tiers.flatMap(({ id, label, aliases }) => [id, label.zh, label.en, ...aliases].map((word) => [word, id] as const)),
  );
  const columns = columnNames.map((name, slot): Column => {
    const own = name === "id" && subject.key ? subject.key : undefined;
    return {
      name,
      input: "overrides",
      slot,
      type: { kind: kinds[name] },
      kind: kinds[name],
      label: own?.label ?? labels[name],
      headers: [...new Set([...(own?.headers ?? []), ...headers[name]])],
      unit: undefined,
      missing: undefined,
      min: undefined,
      max: undefined,
      yes: [],
      no: [],
      words,
      personal: false,
    };
  });
  const label = { zh: "人工调整", en: "Overrides" };
  const refers = columns[0];
  return {
    id: "overrides",
    index: 0,
    sheets: ["人工调整", "overrides"],
    label,
    columns,
    role: "detail",
    key: undefined,
    refers,
  };
}
