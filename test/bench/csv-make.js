import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";

export const columns = ["工号", "客户号", "本年日均", "上年日均", "协议存款", "机构", "开户日", "期限", "利率", "种类"];

/** Writes a text file of so many rows: the same for the same arguments, on any machine; kept once made. */
export async function makeCsv(file, rows, quoted) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
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
