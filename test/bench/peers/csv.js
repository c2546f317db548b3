// One measured reading of a text file: node peers/csv.js PARSER FILE. Each counts the cells that are not blank, so that none
// of them gets away with less.
import { createReadStream } from "node:fs";
import { columns } from "../csv-make.js";
import { rows, table } from "./dingji.js";

export const readers = {
  async papaparse(file) {
    const { default: papa } = await import("papaparse");
    let cells = 0;
    const step = ({ data }) => {
      for (const cell of data) if (cell !== "") cells++;
    };
    await new Promise((complete, error) => papa.parse(createReadStream(file), { step, complete, error }));
    return cells;
  },

  async "csv-parse"(file) {
    const { parse } = await import("csv-parse");
    let cells = 0;
    for await (const record of createReadStream(file).pipe(parse({ bom: true }))) {
      for (const cell of record) if (cell !== "") cells++;
    }
    return cells;
  },

  async udsv(file) {
    const { inferSchema, initParser } = await import("udsv");
    let cells = 0;
    let parser;
    for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 2 ** 16 })) {
      parser ??= initParser(inferSchema(chunk, { header: () => [] }));
      parser.chunk(chunk, parser.stringArrs, (rows) => {
        for (const row of rows) for (const cell of row) if (cell !== "") cells++;
      });
    }
    parser.end();
    return cells;
  },

  /** Into a table of texts, as it would have to be to keep ids and exact figures. */
  async duckdb(file) {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`create table t as select * from read_csv('${file}', all_varchar = true, header = true)`);
    const reader = await connection.runAndReadAll(`select count(*) from t`);
    return (Number(reader.getRows()[0][0]) + 1) * columns.length;
  },

  "dingji-rows": rows,
  "dingji-table": (file) => table(file, columns),
  "dingji-ahead": (file) => table(file, columns, true),
};

const [, , name, file] = process.argv;
console.log(await readers[name](file));
