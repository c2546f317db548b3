import { escapeHtml } from "../../text/escape.ts";
import type { Lang } from "../../text/text.ts";
import type { PublicNotice } from "./notice.ts";

const style = `
body{max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1f2933;background:#fff;
font:16px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
h1{text-align:center;font-size:1.5rem;margin:0 0 1.5rem}
table{width:100%;border-collapse:collapse;margin:1.5rem 0}
th,td{border:1px solid #9aa5b1;padding:.35rem .6rem;text-align:center}
th{background:#f3f6fa}thead{display:table-header-group}tr{break-inside:avoid}
footer p{margin:.6rem 0;white-space:pre-wrap}
@page{size:A4;margin:2cm}@media print{body{margin:0;max-width:none;padding:0}}
`.trim();

/** A page without scripts that asks nobody for anything. */
export function noticeHtml({ title, intro, headings, rows, footer }: PublicNotice, lang: Lang): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag.split(" ", 1)[0]}>`).join("")}</tr>`;
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(intro)}</p>
<table>
<thead>${cells('th scope="col"', headings)}</thead>
<tbody>
${rows.map((row) => cells("td", row)).join("\n")}
</tbody>
</table>
<footer>
${footer.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
</footer>
</body>
</html>
`;
}
