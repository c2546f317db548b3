import { counted, type Lang, type Text } from "../../text/text.ts";
import { countingOf } from "../counting.ts";
import type { PersonReport } from "../person-report.ts";
import type { Report } from "../report.ts";
import { countReasons, unsettled } from "../settled.ts";
import { type FormKind, FormNames } from "./form-names.ts";
import type { FormTemplate } from "./form-template.ts";
import { formValues } from "./form-values.ts";

export type FormTemplates = Readonly<Record<FormKind, FormTemplate>>;

/** One file of the folder. */
export interface FormFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An approval form for everyone, and a notice for those whose tier is settled, in roster order, one in memory at a time.
 * `onPerson` hears of each person before their forms are made.
 */
export function* renderForms(
  report: Report,
  templates: FormTemplates,
  lang: Lang,
  onPerson: (one: PersonReport, index: number, count: number) => void = () => undefined,
): Generator<FormFile> {
  const names = new FormNames(lang);
  const { people } = report;
  for (const [index, one] of people.entries()) {
    onPerson(one, index, people.length);
    const values = formValues(report, one, lang);
    const kinds: FormKind[] = unsettled(one) ? ["approval"] : ["notice", "approval"];
    for (const kind of kinds) yield { name: names.next(one, kind), bytes: templates[kind].fill(values) };
  }
}

/** For whoever makes the forms: how many there are, and who has no notice and why. */
export function formsSummary(report: Report): Text {
  const reasons = report.people.flatMap((one) => unsettled(one) ?? []);
  const [all, notices] = [report.people.length, report.people.length - reasons.length];
  const { count } = countingOf(report.rulebook);
  const why = (lang: Lang) => countReasons(reasons, report, lang);
  const rest =
    reasons.length === 0
      ? { zh: "", en: "" }
      : {
          zh: `；${count(reasons.length, "zh")}没有通知书：${why("zh")}`,
          en: `; ${count(reasons.length, "en")} ${reasons.length === 1 ? "has" : "have"} none: ${why("en")}`,
        };
  return {
    zh: `审批表 ${all} 份，通知书 ${notices} 份${rest.zh}`,
    en: `${counted(all, "approval form")}, ${counted(notices, "notice")}${rest.en}`,
  };
}
