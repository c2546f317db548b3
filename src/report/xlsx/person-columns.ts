import { branchColumn, type PersonReport } from "../person-report.ts";
import type { Report } from "../report.ts";
import { words } from "../words.ts";
import type { ListColumn } from "./list-sheet.ts";

/** Whose a row is: the branch, if the roster has one, the id and the name. */
export function personColumns<Row>(
  { rulebook: { subject } }: Pick<Report, "rulebook">,
  personOf: (row: Row) => Pick<PersonReport, "id" | "name" | "branch">,
): ListColumn<Row>[] {
  const branch: ListColumn<Row> = {
    heading: words.branch,
    width: 14,
    cell: (row) => ({ value: personOf(row).branch, style: "text" }),
  };
  return [
    ...(branchColumn(subject) ? [branch] : []),
    { heading: words.id, width: 10, cell: (row) => ({ value: personOf(row).id, style: "id" }) },
    { heading: words.name, width: 10, cell: (row) => ({ value: personOf(row).name, style: "text" }) },
  ];
}
