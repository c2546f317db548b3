// exceljs's stream reader on one sheet alone: node exceljs-stream.js FILE SHEET
import exceljs from "exceljs";

const [file, wanted] = process.argv.slice(2);
const options = {
  worksheets: "emit",
  sharedStrings: "cache",
  styles: "ignore",
  hyperlinks: "ignore",
  entries: "ignore",
};
let cells = 0;
for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(file, options)) {
  if (sheet.name !== wanted) break;
  for await (const row of sheet) cells += row.values.length - 1;
}
console.log(cells);
