import type { ChalkInstance } from "chalk";
import { hint, message, type Severity } from "../../diagnostic/diagnostic.ts";
import { showLocation } from "../../diagnostic/location.ts";
import { counted, type Lang } from "../../text/text.ts";
import type { FileReport } from "../../workbook/sheet-report.ts";
import { severityPaint } from "../colour.ts";
import { oneLine } from "../text-width.ts";
import { severityWords } from "../words.ts";
import { gridLines } from "./grid-text.ts";
import { countBySeverity, type Inspection } from "./inspection.ts";
import type { Problem, ProblemGroup } from "./problem-groups.ts";
import { sheetLines } from "./sheet-text.ts";
import { delimiterWord } from "./words.ts";

export interface InspectTextOptions {
  readonly lang: Lang;
  readonly chalk: ChalkInstance;
}

/** Files and their sheets, then the problems by code, the worst first, then the counts. */
export function renderInspectText(inspection: Inspection, options: InspectTextOptions): string {
  const { rulebook, files, unreadable, problems, suggestions } = inspection;
  const { lang, chalk } = options;
  const opened = new Set(files.map(({ file }) => file));
  const blocks = files.map((file) =>
    [
      chalk.bold(fileLine(file, lang)),
      ...file.sheets.flatMap((sheet) => sheetLines(sheet, rulebook, lang, file.format).map((line) => `  ${line}`)),
    ].join("\n"),
  );
  for (const file of unreadable.filter((one) => !opened.has(one))) {
    blocks.push(chalk.bold(oneLine(`${file}  ${lang === "zh" ? "读不了" : "cannot be read"}`)));
  }
  blocks.push(...problems.map((group) => groupBlock(group, options)), tally(inspection, options));
  if (!rulebook) blocks.push(withoutRulebook[lang]);
  if (suggestions.length > 0) blocks.push(toMap[lang]);
  return `${blocks.join("\n\n")}\n`;
}

const withoutRulebook = {
  zh: "没有指定规则，只列出各表的前几行。加上 -r 规则，才能认出各表、各列并检查数据。",
  en: "No rulebook is named, so only the first rows of each sheet are listed. With -r RULEBOOK sheets and columns are recognised and the data checked.",
};
const toMap = {
  zh: "有的表或列没有用到。加上 --suggest，输出可贴进 dingji.yml 的 mapping。",
  en: "Some sheets or columns are not used. With --suggest a mapping to paste into dingji.yml is printed.",
};

/** `存款明细.csv  csv，gb18030，逗号分隔` */
function fileLine({ file, format, encoding, delimiter }: FileReport, lang: Lang): string {
  const parts = [format, encoding, delimiter === undefined ? undefined : delimiterWord(delimiter)[lang]];
  return oneLine(`${file}  ${parts.filter((part) => part !== undefined).join(lang === "zh" ? "，" : ", ")}`);
}

function groupBlock({ code, severity, count, problems }: ProblemGroup, options: InspectTextOptions): string {
  const { lang, chalk } = options;
  const times = lang === "zh" ? `${count} 处` : counted(count, "place");
  const advices = problems.map(({ diagnostic }) => hint(diagnostic, lang));
  const line = (advice: string | undefined) =>
    advice === undefined ? [] : [`  ${chalk.cyan(lang === "zh" ? "建议" : "hint")} ${oneLine(advice)}`];
  // What one column may hold is no advice for another: it then stands where the next problem has another.
  const shown = problems.flatMap((problem, at) => [
    ...problemLines(problem, severity, options),
    ...(advices[at] === advices[at + 1] ? [] : line(advices[at])),
  ]);
  return [
    `${severityPaint(chalk, severity)(severityWords[severity][lang])} ${chalk.bold(code)}  ${times}`,
    ...shown,
  ].join("\n");
}

function problemLines(
  { diagnostic, grid }: Problem,
  severity: Severity,
  { lang, chalk }: InspectTextOptions,
): string[] {
  const place = diagnostic.location ? `${chalk.bold(oneLine(showLocation(diagnostic.location)))}  ` : "";
  const related = (diagnostic.related ?? []).map(
    ({ note, location }) => `    ${oneLine(note[lang])}  ${oneLine(showLocation(location))}`,
  );
  const cells = grid ? gridLines(grid, severityPaint(chalk, severity)) : [];
  return [`  ${place}${oneLine(message(diagnostic, lang))}`, ...related, ...cells.map((line) => `    ${line}`)];
}

/** `3 个错误，1 个警告`; a line of its own where there are none. */
function tally(inspection: Inspection, { lang, chalk }: InspectTextOptions): string {
  const counts = countBySeverity(inspection);
  const order: readonly Severity[] = ["error", "warning", "info"];
  const texts = order.flatMap((severity) => {
    const count = counts[severity];
    const word = severityWords[severity][lang];
    const text = lang === "zh" ? `${count} 个${word}` : counted(count, word);
    return count === 0 ? [] : [severityPaint(chalk, severity)(text)];
  });
  if (texts.length === 0) return lang === "zh" ? "没有问题" : "no problems";
  return texts.join(lang === "zh" ? "，" : ", ");
}
