import { existsSync, mkdirSync, renameSync } from "node:fs";
import { compare, measure, path } from "./child.js";
import { hasPeer } from "./install-peers.js";
import { bound, limit, table, times } from "./table.js";
import { makeWorkbook } from "./xlsx-make.js";

const peers = { exceljs: "exceljs", sheetjs: "@e965/xlsx", "read-excel-file": "read-excel-file" };

/** Workbooks beside their peers, and what a row costs in small and large ones. */
export async function xlsx() {
  for (const kind of ["shared", "inline"]) await beside(kind);
  await bySize();
}

async function beside(kind) {
  const file = await made(100_000, kind);
  const present = Object.keys(peers).filter((name) => hasPeer(peers[name]));
  const names = ["unzip-scan", ...present, "dingji-rows", "dingji-table"];
  const measured = await compare(
    names.map((name) => [path("peers/xlsx.js"), name, file]),
    3,
  );
  const by = Object.fromEntries(names.map((name, index) => [name, measured[index]]));
  const floor = by["unzip-scan"].ms;
  const fastest = present.reduce((a, b) => (by[a].ms <= by[b].ms ? a : b));
  const own = by["dingji-table"];
  table(
    `xlsx, 100,000 × 10 to typed rows, ${kind} texts`,
    names.map((name) => [
      name,
      by[name],
      name === "dingji-table"
        ? `${bound(own.ms, 2.5, floor)} unzip-scan; ${bound(own.ms, 1, by[fastest].ms)} ${fastest}`
        : times(by[name].ms, floor, "unzip-scan"),
    ]),
  );
  for (const name of Object.keys(peers)) if (!present.includes(name)) console.log(`  ${name} is not installed\n`);
}

/** The time of a row is flat, and so is the memory but for the rows kept. */
async function bySize() {
  const lines = [];
  // What it costs to begin, with the reader loaded.
  const [start] = await compare([[path("peers/xlsx.js"), "dingji-table", await made(10, "shared")]], 3);
  for (const rows of [10_000, 100_000, 1_000_000]) {
    const file = await made(rows, "shared");
    const one = await measure([path("peers/xlsx.js"), "dingji-table", file]);
    const each = `${(((one.ms - start.ms) * 1000) / rows).toFixed(1)} µs a row`;
    lines.push([
      `${rows.toLocaleString("en")} rows`,
      one,
      rows === 1_000_000 ? `${each}; ${limit(one.mib, 350)}` : each,
    ]);
  }
  table("xlsx, dingji to typed rows, by size", lines);
}

async function made(rows, kind) {
  const file = path(`.cache/xlsx-${rows}-${kind}.xlsx`);
  if (existsSync(file)) return file;
  mkdirSync(path(".cache"), { recursive: true });
  await makeWorkbook(`${file}.tmp`, rows, kind);
  renameSync(`${file}.tmp`, file);
  return file;
}
