// Time and memory beside peers, in the same run: npm run bench. Parts by name: npm run bench -- csv xlsx
import { availableParallelism } from "node:os";
import { csv } from "./csv.js";
import { formula } from "./formula.js";
import { grade } from "./grade.js";
import { installPeers } from "./install-peers.js";
import { page } from "./page.js";
import { start } from "./start.js";
import { workbook } from "./workbook.js";
import { xlsx } from "./xlsx.js";

const parts = { start, grade, workbook, page, xlsx, csv, formula };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);

console.log(
  `node ${process.version}, ${availableParallelism()} cores; medians unless said otherwise, peak memory of any run\n`,
);
if (["csv", "xlsx"].some((name) => wanted.length === 0 || wanted.includes(name))) installPeers();
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
