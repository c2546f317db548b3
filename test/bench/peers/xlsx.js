// One measured reading of a workbook: node peers/xlsx.js READER FILE. Each gives every cell as a value.
import { readFileSync } from "node:fs";
import { rows, table } from "./dingji.js";

const columns = ["工号", "姓名", "机构", "客户号", "本年日均", "上年日均", "协议存款", "笔数", "利率", "日期"];

export const readers = {
  /** The floor, with nothing of streams in it: each entry unpacked at once, and every byte looked at for cells. */
  async "unzip-scan"(file) {
    const { openPromise } = await import("yauzl");
    const { inflateRawSync } = await import("node:zlib");
    let cells = 0;
    const zip = await openPromise(file);
    for await (const entry of zip.eachEntry()) {
      const packed = [];
      for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) packed.push(chunk);
      const bytes = inflateRawSync(Buffer.concat(packed));
      for (let i = 0; i < bytes.length - 2; i++) {
        // "<c " opens a cell.
        if (bytes[i] === 0x3c && bytes[i + 1] === 0x63 && bytes[i + 2] === 0x20) cells++;
      }
    }
    return cells;
  },

  async exceljs(file) {
    const { default: ExcelJS } = await import("exceljs");
    let cells = 0;
    const options = { sharedStrings: "cache", styles: "cache", worksheets: "emit" };
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, options)) {
      for await (const row of sheet) row.eachCell(() => cells++);
    }
    return cells;
  },

  async sheetjs(file) {
    const { read, utils } = await import("@e965/xlsx");
    const book = read(readFileSync(file), { dense: true });
    const all = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
    return all.reduce((sum, row) => sum + row.length, 0);
  },

  async "read-excel-file"(file) {
    const { default: readExcelFile } = await import("read-excel-file/node");
    const all = await readExcelFile(file);
    return all.reduce((sum, row) => sum + row.length, 0);
  },

  "dingji-rows": rows,
  "dingji-table": (file) => table(file, columns),
};

const [, , name, file] = process.argv;
console.log(await readers[name](file));
