import { spawnSync } from "node:child_process";
import { compare, path } from "./child.js";
import { columns, makeCsv } from "./csv-make.js";
import { hasPeer } from "./install-peers.js";
import { bound, table, times } from "./table.js";

const rows = Number(process.env.BENCH_ROWS ?? 2_000_000);
const peers = { papaparse: "papaparse", "csv-parse": "csv-parse", udsv: "udsv", duckdb: "@duckdb/node-api" };

/** Text files beside their peers: two million rows of ten columns, plain and with every cell in quotes. */
export async function csv() {
  for (const quoted of [false, true]) {
    const file = path(`.cache/csv-${rows}-${quoted ? "quoted" : "plain"}.csv`);
    await makeCsv(file, rows, quoted);
    const present = Object.keys(peers).filter((name) => hasPeer(peers[name]));
    const names = [...present, "dingji-rows", "dingji-table"];
    const measured = await compare(
      names.map((name) => [path("peers/csv.js"), name, file]),
      3,
    );
    const by = Object.fromEntries(names.map((name, index) => [name, measured[index]]));
    const [peer, most] = quoted ? ["csv-parse", 1.2] : ["papaparse", 1.3];
    const note = (name) =>
      name === "dingji-table"
        ? `${bound(by[name].ms, most, by[peer].ms)} ${peer}`
        : times(by[name].ms, by[peer].ms, peer);
    table(
      `csv, ${rows} × ${columns.length}, ${quoted ? "every cell in quotes" : "no quotes"}`,
      names.map((name) => [name, by[name], note(name)]),
    );
    for (const name of Object.keys(peers)) if (!present.includes(name)) console.log(`  ${name} is not installed\n`);
    pandas(file);
  }
}

function pandas(file) {
  const { status, stdout } = spawnSync("python3", [path("peers/pandas-csv.py"), file], { encoding: "utf8" });
  const ms = stdout?.split(" ")[1]?.trim();
  console.log(status === 0 ? `  pandas, without its start: ${ms} ms\n` : "  pandas is not installed\n");
}
