import type { Action } from "../../rulebook/decision.ts";
import { statusSigns } from "../colour.ts";
import type { PersonReport } from "../person-report.ts";
import { type ResultColumn, resultColumns } from "../result-columns.ts";
import { approvalText } from "./approval.ts";
import type { Draft } from "./draft.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { ResultNotes } from "./result-notes.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

/** Together about what A4 landscape holds at nine points. */
const widths: Readonly<Record<ResultColumn["key"], number>> = {
  number: 5,
  branch: 15,
  id: 9.5,
  name: 10,
  current: 13,
  currentLevel: 8,
  qualified: 13,
  qualifiedLevel: 8,
  recommended: 13,
  recommendedLevel: 8,
  score: 12,
  standing: 24,
  action: 9.5,
  reasons: 40,
  approvals: 15,
  override: 10,
  final: 12,
  signature: 10,
};

/** The colours of an action, always beside its word. */
export const actionStyles: Readonly<Record<Action, StyleName>> = {
  promote: "good",
  confirm: "fresh",
  keep: "centre",
  demote: "lower",
  review: "doubt",
  leave: "bad",
};

/** The table that people sign: a row a person. */
export const resultsSheet: ReportSheet = {
  name: { zh: "评定结果", en: "Results" },
  add(draft) {
    const { report } = draft;
    if (report.people.length === 0) return false;
    const columns = resultColumns(report.rulebook, "own-columns");
    const at = (key: ResultColumn["key"]) => columns.findIndex((column) => column.key === key);
    const roster = at("current") >= 0 ? at("current") : at("id");
    const qualified = at("qualified");
    const notes = new ResultNotes(draft);
    addList<PersonReport>(draft, {
      name: resultsSheet.name,
      columns: columns.map((column) => listColumn(column, draft)),
      rows: report.people,
      tableName: "Results",
      notes: (one, row) =>
        [
          { row, column: roster, text: notes.roster(one) },
          ...(qualified >= 0 ? [{ row, column: qualified, text: notes.qualified(one) }] : []),
        ].filter(({ text }) => text !== ""),
    });
    return true;
  },
};

function listColumn(column: ResultColumn, { lang, report }: Draft): ListColumn<PersonReport> {
  const approving = report.rulebook.decision?.approvals !== undefined;
  return {
    heading: column.heading,
    width: widths[column.key],
    cell(one, position): ListCell {
      if (column.key === "number") return { value: position + 1, style: "centre" };
      // A rulebook without approvals has an empty column to write in.
      const value =
        column.key === "approvals" && approving ? approvalText(one, lang) : column.text(one, position, lang);
      return { value, style: column.key === "standing" ? standingStyle(value) : styleOf(column.key, one) };
    },
  };
}

function styleOf(key: ResultColumn["key"], { recommendation }: PersonReport): StyleName {
  if (key === "action") return actionStyles[recommendation.action ?? "keep"];
  if (key === "id") return "id";
  return key === "reasons" || key === "branch" || key === "approvals" || key === "name" ? "text" : "centre";
}

/** By the sign in front. */
function standingStyle(text: string): StyleName {
  if (text.startsWith(statusSigns.pass)) return "good";
  return text.startsWith(statusSigns.fail) ? "bad" : "doubt";
}
