import { hint, message, type Severity } from "../../diagnostic/diagnostic.ts";
import { showLocation } from "../../diagnostic/location.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import type { SheetReport } from "../../workbook/sheet-report.ts";
import { expectationLines, expectationOf } from "../expectation.ts";
import { severityWords } from "../words.ts";
import type { Cause, Mark } from "./marks.ts";

/** Beside the word, so that nothing hangs on a colour. */
export const severitySigns: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", info: "i" };

/** More problems than these of one cell are counted. */
const shownCauses = 6;

/** A note in two voices: what is wrong (bold), and what to do. */
export interface NoteText {
  readonly head: string;
  readonly body: string;
}

/** Makes the notes of one sheet's marks. */
export class NoteTexts {
  private readonly expected = new Map<string, readonly string[]>();

  /** @param report what the sheet was taken for, to say what each column should hold */
  constructor(
    rulebook: Rulebook | undefined,
    report: SheetReport | undefined,
    private readonly lang: Lang,
  ) {
    const input = rulebook?.inputs.find(({ id }) => id === report?.input);
    for (const { name, column: letters, unit } of report?.bound ?? []) {
      const column = input?.columns.find((one) => one.name === name);
      if (!rulebook || !input || !column) continue;
      const expectation = expectationOf(rulebook, input, column, unit ?? column.unit, lang);
      this.expected.set(letters, expectationLines(expectation, lang));
    }
  }

  /** What the column's cells should hold; undefined: nothing is read from it. */
  expectedIn(column: string): string | undefined {
    return this.expected.get(column)?.[0];
  }

  /** @param column the cell's, in letters */
  of({ severity, causes }: Mark, column: string): NoteText {
    const { lang } = this;
    const codes = [...new Set(causes.map(({ diagnostic }) => diagnostic.code))];
    const lines = causes.slice(0, shownCauses).map((cause) => this.says(cause));
    const rest = causes.length - lines.length;
    if (rest > 0) lines.push(lang === "zh" ? `另有 ${rest} 个问题` : `and ${rest} more`);
    const ofCell = causes.some(({ diagnostic, as }) => as === undefined && diagnostic.code.startsWith("facts/"));
    const expected = ofCell ? (this.expected.get(column) ?? []) : [];
    const advice = new Set(causes.flatMap(({ diagnostic }) => hint(diagnostic, lang) ?? []));
    return {
      head: `${severitySigns[severity]} ${severityWords[severity][lang]}　${codes.join(" ")}`,
      body: [
        ...new Set(lines),
        ...expected,
        ...[...advice].map((text) => `${lang === "zh" ? "建议：" : "advice: "}${text}`),
      ].join("\n"),
    };
  }

  private says({ diagnostic, as }: Cause): string {
    const text = message(diagnostic, this.lang);
    if (!as) return text;
    const at = diagnostic.location ? ` (${showLocation(diagnostic.location)})` : "";
    return this.lang === "zh" ? `${as.zh}：${text}${at}` : `${as.en}: ${text}${at}`;
  }
}
