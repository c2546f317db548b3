// Saves each sheet of fixtures/quarter-a/quarter.xlsx as CSV, as Excel on a Chinese Windows would: csv-utf8/ with a byte order
// mark, csv-gb18030/ without. Figures are written as the sheet shows them. Run it again when the workbook changes.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import { encodeGb18030 } from "./gb18030.js";

const folder = fileURLToPath(new URL("../fixtures/quarter-a/", import.meta.url));
const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(`${folder}quarter.xlsx`);
for (const encoding of ["csv-utf8", "csv-gb18030"]) await mkdir(folder + encoding, { recursive: true });
for (const sheet of workbook.worksheets) {
  const lines = [];
  sheet.eachRow((row) =>
    lines.push(
      row.values
        .slice(1)
        .map((_, index) => shown(row.getCell(index + 1)))
        .join(","),
    ),
  );
  const text = lines.map((line) => `${line}\r\n`).join("");
  await writeFile(`${folder}csv-utf8/${sheet.name}.csv`, `\uFEFF${text}`);
  await writeFile(`${folder}csv-gb18030/${sheet.name}.csv`, encodeGb18030(text));
}

function shown(cell) {
  const { value } = cell;
  if (value === null) return "";
  const text = typeof value === "number" && cell.numFmt === "0.00%" ? `${(value * 100).toFixed(2)}%` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
