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
  for (const sheet of workbook.sheets) {
    const sink = { row() {}, number: count, text: count, span: count, boolean: count, error: count, noResult: count };
    const { diagnostics } = await sheet.read(sink);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  }
  return cells;
}

/** The whole way: the sheet recognised, all its columns bound, every cell kept as a typed value. */
export async function table(file, columns) {
  const [{ readTables }, limits] = await Promise.all([dist("read.js"), raisedLimits()]);
  const spec = {
    id: "deposits",
    sheets: ["存款"],
    columns: columns.map((name) => ({ name, headers: [name], kind: kinds[name] ?? "text", required: name === "工号" })),
  };
  const { tables } = await readTables([{ name: file, path: file }], [spec], { limits });
  return (tables[0].rows + 1) * tables[0].columns.size;
}

async function raisedLimits() {
  const { defaultLimits } = await dist("limits.js");
  return { ...defaultLimits, fileBytes: 2 ** 32, entryBytes: 2 ** 32, totalBytes: 2 ** 33, cells: 10 ** 9 };
}
