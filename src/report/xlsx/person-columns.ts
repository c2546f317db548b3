import { branchColumn, type PersonReport, subjectWords } from "../person-report.ts";
import type { Report } from "../report.ts";
import type { ListColumn } from "./list-sheet.ts";

/** Whose a row is: the branch, if the roster has one, the id and the name. */
export function personColumns<Row>(
  { rulebook }: Pick<Report, "rulebook">,
  personOf: (row: Row) => Pick<PersonReport, "id" | "name" | "branch">,
): ListColumn<Row>[] {
  const own = subjectWords(rulebook);
  const branch: ListColumn<Row> = {
    heading: own.branch,
    width: 14,
    cell: (row) => ({ value: personOf(row).branch, style: "text" }),
  };
  return [
    ...(branchColumn(rulebook.subject) ? [branch] : []),
    { heading: own.id, width: 10, cell: (row) => ({ value: personOf(row).id, style: "id" }) },
    { heading: own.name, width: 10, cell: (row) => ({ value: personOf(row).name, style: "text" }) },
  ];
}
