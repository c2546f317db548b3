const column = (name, kind, headers, required = false) => ({ name, kind, headers, required });

/** What is looked for: enough for every seed file to be read to its rows. */
export const specs = [
  {
    id: "deposits",
    sheets: ["存款", "存款明细"],
    columns: [
      column("manager", "id", ["工号", "员工号"], true),
      column("customer", "id", ["客户号", "客户编号"]),
      column("average", "money", ["本年日均", "日均余额"]),
      column("last", "money", ["上年日均"]),
    ],
  },
  {
    id: "outlets",
    sheets: ["网点"],
    columns: [column("outlet", "id", ["网点", "机构", "网点号"], true), column("count", "count", ["人数"])],
  },
];

/**
 * What became of a file: `read`, or the codes that it was refused with. Throws where a law is broken: a file that is not
 * read has an error that says why, and no row of a sheet is lost.
 *
 * @param {{ tables: readonly object[], files: readonly object[], diagnostics: readonly object[], unreadable: readonly string[] }} result
 */
export function verdictOf({ files, diagnostics, unreadable }) {
  const errors = diagnostics.filter(({ severity, code }) => severity === "error" && code !== "workbook/missing-input");
  if (unreadable.length > 0 && errors.length === 0) throw new Error("not read, and nobody says why");
  for (const { sheets } of files) {
    for (const { input, headerRows, rowsRead, leftOut, rowsInFile } of sheets) {
      if (input === undefined || headerRows.length === 0) continue;
      const told = headerRows.length + rowsRead + leftOut.length;
      if (told !== rowsInFile) throw new Error(`${rowsInFile} rows, but ${told} accounted for`);
    }
  }
  return errors.length === 0 ? ["read"] : [...new Set(errors.map(({ code }) => code))];
}
