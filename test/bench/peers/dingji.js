import { Worker } from "node:worker_threads";

const dist = (name) => import(new URL(`../../../dist/workbook/${name}`, import.meta.url).href);
const kinds = {
  工号: "id",
  客户号: "id",
  本年日均: "money",
  上年日均: "money",
  利率: "ratio",
  日期: "date",
  笔数: "count",
};

/** Every cell of a file to a sink that only counts. */
export async function rows(file) {
  const [{ openWorkbook }, limits] = await Promise.all([dist("open.js"), raisedLimits()]);
  const { workbook } = await openWorkbook(file, file, limits);
  let cells = 0;
  const count = () => {
    cells++;
  };
  const records = ({ cells: places, ends, records }) => {
    for (let at = 0; at < ends[records - 1]; at++) if (places[2 * at] !== places[2 * at + 1]) cells++;
  };
  for (const sheet of workbook.sheets) {
    const sink = { row() {}, number: count, text: count, boolean: count, error: count, noResult: count, records };
    const { diagnostics } = await sheet.read(sink);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  }
  return cells;
}

/**
 * The whole way: the sheet recognised, all its columns bound, every cell kept as a typed value.
 *
 * @param ahead as the program grades: another thread goes through the file
 */
export async function table(file, columns, ahead = false) {
  const [{ readTables }, limits] = await Promise.all([dist("read.js"), raisedLimits()]);
  const sources = [{ name: file, path: file }];
  const spec = {
    id: "deposits",
    sheets: ["存款"],
    columns: columns.map((name) => ({ name, headers: [name], kind: kinds[name] ?? "text", required: name === "工号" })),
  };
  const reading = ahead ? await readAhead(sources, limits) : undefined;
  const { tables } = await readTables(sources, [spec], { limits, ahead: reading });
  await reading?.end();
  return (tables[0].rows + 1) * tables[0].columns.size;
}

async function readAhead(sources, limits) {
  const { ReadAhead } = await dist("ahead/read-ahead.js");
  const reader = () => new Worker(new URL("../../../bin/reader.js", import.meta.url), { execArgv: [] });
  return ReadAhead.begin(sources, { reader, limits, hidden: false });
}

async function raisedLimits() {
  const { defaultLimits } = await dist("limits.js");
  return { ...defaultLimits, fileBytes: 2 ** 32, entryBytes: 2 ** 32, totalBytes: 2 ** 33, cells: 10 ** 9 };
}
