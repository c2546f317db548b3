import { spawnSync } from "node:child_process";
import { compare, least, path } from "./child.js";
import { columns, makeCsv } from "./csv-make.js";
import { hasPeer } from "./install-peers.js";
import { bound, table, times } from "./table.js";

const rows = Number(process.env.BENCH_ROWS ?? 2_000_000);
const runs = 3;
const peers = { papaparse: "papaparse", "csv-parse": "csv-parse", udsv: "udsv", duckdb: "@duckdb/node-api" };
/** What was asked: to the table that is graded from, in how many times whose time. */
const asked = { plain: { most: 1.3, peer: "papaparse" }, quoted: { most: 1.2, peer: "csv-parse" } };

/** Text files beside their peers: two million rows of ten columns, plain and with every cell in quotes. */
export async function csv() {
  const verdicts = [];
  for (const kind of ["plain", "quoted"]) {
    const file = path(`.cache/csv-${rows}-${kind}.csv`);
    await makeCsv(file, rows, kind === "quoted");
    const present = Object.keys(peers).filter((name) => hasPeer(peers[name]));
    const names = [...present, "dingji-rows", "dingji-table", "dingji-ahead"];
    const measured = await compare(
      names.map((name) => [path("peers/csv.js"), name, file]),
      runs,
      least,
    );
    const by = Object.fromEntries(names.map((name, index) => [name, measured[index]]));
    const { most, peer } = asked[kind];
    const verdict = bound(by["dingji-table"].ms, most, by[peer].ms);
    const byCpu = (by["dingji-table"].cpu / by[peer].cpu).toFixed(2);
    verdicts.push(`  ${kind}, to a table: ${verdict} ${peer}; ${byCpu} × by processor time`);
    const note = (name) => (name === "dingji-table" ? `${verdict} ${peer}` : times(by[name].ms, by[peer].ms, peer));
    table(
      `csv, ${rows} × ${columns.length}, ${kind === "quoted" ? "every cell in quotes" : "no quotes"}; the least of ${runs} runs`,
      names.map((name) => [name, by[name], note(name)]),
    );
    for (const name of Object.keys(peers)) if (!present.includes(name)) console.log(`  ${name} is not installed\n`);
    pandas(file);
  }
  console.log(`csv, what was asked\n${verdicts.join("\n")}\n`);
}

function pandas(file) {
  const { status, stdout } = spawnSync("python3", [path("peers/pandas-csv.py"), file], { encoding: "utf8" });
  const ms = stdout?.split(" ")[1]?.trim();
  console.log(status === 0 ? `  pandas, without its start: ${ms} ms\n` : "  pandas is not installed\n");
}
