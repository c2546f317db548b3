import { assumedText } from "../../assumed-text.ts";
import { countingOf } from "../../counting.ts";
import { readingText } from "../../phrases.ts";
import { words } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { html } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** What the result was made from: enough to make it again, and to see whether it was. */
export function run(context: SectionContext): PageSection {
  const { report, lang } = context;
  const zh = lang === "zh";
  const { rulebook, outside } = report;
  const inputs = dataTable({
    caption: zh ? "输入文件" : "Inputs",
    columns: [
      { heading: zh ? "文件" : "File" },
      { heading: zh ? "工作表" : "Sheet" },
      { heading: zh ? "用作" : "Used as" },
      { heading: zh ? "数据行" : "Rows", kind: "number" },
      { heading: "SHA-256" },
    ],
    rows: report.files.flatMap(({ file, sha256, sheets }) =>
      sheets.map(({ name, input, rowsRead }) => [
        file,
        name ?? words.dash[lang],
        rulebook.inputs.find(({ id }) => id === input)?.label[lang] ?? (zh ? "未使用" : "not used"),
        rowsRead,
        html`<code>${sha256}</code>`,
      ]),
    ),
  });
  const readings = rulebook.readings.map((reading) => [reading.id, reading.cite ?? "", readingText(reading, lang)]);
  const people = outside.map(({ id, name }) => `${id} ${name}`.trim()).join(words.comma[lang]);
  const body = html`<dl class="facts">${facts(context).map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
<h3>${zh ? "输入文件" : "Inputs"}</h3>
${inputs}
${
  readings.length === 0
    ? ""
    : html`<h3>${zh ? "采用的读法" : "Readings adopted"}</h3>${dataTable({
        caption: zh ? "采用的读法" : "Readings adopted",
        columns: [words.reading, words.clause, { zh: "内容", en: "Text" }].map((text) => ({ heading: text[lang] })),
        rows: readings,
      })}`
}
${
  rulebook.assumed.length === 0
    ? ""
    : html`<h3>${zh ? "办法未载明、由规则文件假定" : "Assumed by the rulebook, not said by the policy"}</h3><dl class="facts">${rulebook.assumed.map((id) => html`<div><dt><code>${id}</code></dt><dd>${assumedText(rulebook, id, lang)}</dd></div>`)}</dl>`
}
${
  outside.length === 0
    ? ""
    : html`<h3>${zh ? `不适用本办法的 ${countingOf(rulebook).count(outside.length, lang)}` : `Not covered by the rulebook: ${outside.length}`}</h3><p>${people}</p>`
}`;
  return { id: "run", title: pageWords.run[lang], body };
}

function facts({ report, lang }: SectionContext): (readonly [string, string])[] {
  const zh = lang === "zh";
  const { rulebook, period, asOf, settings, version } = report;
  return [
    [words.rulebook[lang], `${rulebook.title[lang]}（${rulebook.id}）`],
    [zh ? "规则文件" : "Rulebook file", rulebook.file],
    ["SHA-256", rulebook.sha256],
    ...(rulebook.source ? [[zh ? "依据" : "Policy", rulebook.source[lang]] as const] : []),
    [words.period[lang], `${period.label}（${period.from} – ${period.to}）`],
    [words.asOf[lang], asOf],
    ...(rulebook.effective.from ? [[zh ? "施行" : "In force from", rulebook.effective.from] as const] : []),
    ...settings.map(({ name, value }) => [name[lang], value[lang]] as const),
    [zh ? "程序版本" : "Product version", `dingji ${version}`],
  ];
}
