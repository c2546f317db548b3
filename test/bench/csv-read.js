// CSV beside its peers: node test/bench/csv-read.js [ROWS], after npm run build. Two million rows of ten columns unless told
// otherwise, plain and with every cell in quotes. `node csv-read.js --read PARSER FILE` is one measured process.

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { compare, path } from "./child.js";

const columns = ["工号", "客户号", "本年日均", "上年日均", "协议存款", "机构", "开户日", "期限", "利率", "种类"];

/** Each counts the cells that are not blank, so that none of them gets away with less. */
const readers = {
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

  async "dingji-rows"(file) {
    const [{ openCsv }, { openSource }, { defaultLimits }] = await Promise.all([
      import("../../dist/workbook/csv/open.js"),
      import("../../dist/workbook/source.js"),
      import("../../dist/workbook/limits.js"),
    ]);
    const { workbook } = await openCsv(file, await openSource(file), limitsFor(defaultLimits));
    let cells = 0;
    await workbook.sheets[0].read({ row() {}, text: () => cells++ });
    return cells;
  },

  /** The whole way: the sheet recognised, all ten columns bound and kept in memory. */
  async "dingji-table"(file) {
    const [{ readTables }, { defaultLimits }] = await Promise.all([
      import("../../dist/workbook/read.js"),
      import("../../dist/workbook/limits.js"),
    ]);
    const kinds = { 工号: "id", 客户号: "id", 本年日均: "money", 上年日均: "money", 利率: "ratio" };
    const spec = {
      id: "deposits",
      sheets: ["存款"],
      columns: columns.map((name) => ({
        name,
        headers: [name],
        kind: kinds[name] ?? "text",
        required: name === "工号",
      })),
    };
    const { tables } = await readTables([{ name: file, path: file }], [spec], { limits: limitsFor(defaultLimits) });
    return (tables[0].rows + 1) * tables[0].columns.size;
  },
};

if (process.argv[2] === "--read") {
  const [, , , parser, file] = process.argv;
  console.log(await readers[parser](file));
} else {
  await main(Number(process.argv[2] ?? 2_000_000));
}

function limitsFor(defaults) {
  return { ...defaults, fileBytes: 2 ** 32, cells: 10 ** 9 };
}

async function main(rows) {
  for (const quoted of [false, true]) {
    const file = path(`.cache/csv-${rows}-${quoted ? "quoted" : "plain"}.csv`);
    await make(file, rows, quoted);
    const names = ["papaparse", "csv-parse", "dingji-rows", "dingji-table"];
    const times = rows > 1_000_000 && quoted ? 1 : 3;
    const measured = await compare(
      names.map((name) => [path("csv-read.js"), "--read", name, file]),
      times,
    );
    console.log(`${rows} × ${columns.length}, ${quoted ? "every cell in quotes" : "no quotes"}`);
    const peer = quoted ? 1 : 0;
    for (const [index, name] of names.entries()) {
      const { ms, mib } = measured[index];
      const ratio = `${(ms / measured[peer].ms).toFixed(2)} × ${names[peer]}`;
      console.log(`  ${name.padEnd(16)} ${ms.toFixed(0).padStart(7)} ms ${mib.toFixed(0).padStart(6)} MiB  ${ratio}`);
    }
    console.log();
  }
}

/** The same file for the same arguments, on any machine; kept once made. */
async function make(file, rows, quoted) {
  if (existsSync(file)) return;
  mkdirSync(path(".cache"), { recursive: true });
  const out = createWriteStream(`${file}.tmp`);
  const line = (cells) => `${(quoted ? cells.map((cell) => `"${cell}"`) : cells).join(",")}\n`;
  out.write(line(columns));
  for (let start = 0; start < rows; start += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - start) }, (_, index) => line(record(start + index)));
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  renameSync(`${file}.tmp`, file);
}

function record(index) {
  return [
    String(100_000 + (index % 2000)),
    `C${String(index).padStart(7, "0")}`,
    (((index * 7919) % 100_000_000) / 100).toFixed(2),
    (((index * 104_729) % 100_000_000) / 100).toFixed(2),
    index % 9 ? "否" : "是",
    ["西湖支行", "青山湖支行", "红谷滩支行"][index % 3],
    "2026-09-30",
    String(index % 7),
    ((index % 13) / 4).toFixed(2),
    "活期",
  ];
}
