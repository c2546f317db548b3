import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { namesakes } from "../report/publicity/notice.ts";
import type { Report } from "../report/report.ts";
import { words } from "../report/words.ts";
import { nameColumn } from "../rulebook/name-column.ts";

/** A warning for each group of people whom the public notice does not tell apart, at the first one's name. */
export function warnOfNamesakes(report: Report): Diagnostic[] {
  const slot = nameColumn(report.rulebook.subject)?.slot;
  return namesakes(report).map((group) => {
    const [first] = group;
    const { branch = "", name = "", person } = first ?? {};
    const ids = group.map(({ id }) => id);
    return diagnose("cli/namesakes", person?.locate(slot), {
      branch: { zh: branch, en: branch === "" ? "" : ` of ${branch}` },
      count: group.length,
      name,
      ids: { zh: ids.join(words.comma.zh), en: ids.join(words.comma.en) },
    });
  });
}
