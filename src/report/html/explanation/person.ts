import { missingText } from "../../../decide/phrases.ts";
import { hint, message } from "../../../diagnostic/diagnostic.ts";
import { showLocation } from "../../../diagnostic/location.ts";
import type { Lang } from "../../../text/text.ts";
import { benefitColumns } from "../../benefit-columns.ts";
import { nearestLines, nearestTitle, uncountedLines } from "../../explain.ts";
import { explainLevel, scoreRowsOf } from "../../explain-score.ts";
import type { PersonReport } from "../../person-report.ts";
import { shown } from "../../phrases.ts";
import { type Reader, readerOf } from "../../reader.ts";
import type { Report } from "../../report.ts";
import { scoresOf } from "../../scores.ts";
import { nextTier } from "../../tree.ts";
import { words } from "../../words.ts";
import type { PersonData, ScoreData, TreeData } from "./record.ts";
import { Texts } from "./texts.ts";
import { Trees } from "./trees.ts";

/** Writes everyone's explanation for the page. */
export class Explanations {
  private readonly reader: Reader;
  private readonly trees: Trees;

  constructor(
    private readonly report: Report,
    lang: Lang,
  ) {
    this.reader = readerOf(report, lang);
    this.trees = new Trees(report, this.reader);
  }

  /** What all people share; complete once the first person has been written. */
  shared(): TreeData {
    return this.trees.shared();
  }

  write(one: PersonReport): PersonData {
    const { report, reader } = this;
    const { lang } = reader;
    const texts = new Texts();
    const answers = this.trees.write(one, texts);
    const { assessment, recommendation } = one;
    const { tiers } = report.rulebook;
    const relevant = [recommendation.current, assessment.qualified, nextTier(tiers, assessment.qualified)];
    const open = tiers.filter((tier) => relevant.includes(tier)).map(({ id }) => id);
    const ways = nearestLines(report, one, reader);
    const missing = assessment.missing.map((each) => missingText(each)[lang]).join(words.comma[lang]);
    return {
      texts: texts.list,
      ...answers,
      open,
      ...(assessment.provisional ? { provisional: true as const } : {}),
      ...(missing === "" ? {} : { missing }),
      ...(ways.length > 0 ? { nearest: { title: nearestTitle(report, one, lang), ways } } : {}),
      ...some("level", explainLevel(one, reader)),
      ...some("scores", this.scores(one)),
      ...some("benefits", this.benefits(one)),
      ...some("uncounted", uncountedLines(report, one, reader)),
      ...some("problems", this.problems(one)),
    };
  }

  private scores(one: PersonReport): ScoreData[] {
    const { reader } = this;
    return scoresOf(reader.rulebook, one).map((score) => {
      const { metric, tier, total } = score;
      const at = tier ? `（${tier.label[reader.lang]}）` : "";
      return {
        title: `${metric.label[reader.lang]}${at}`,
        total: shown(total, metric.type, reader),
        rows: scoreRowsOf(score, reader).map(
          ({ name, measured, points, cite }) => [name, measured, points, cite] as const,
        ),
      };
    });
  }

  private benefits({ recommendation }: PersonReport): (readonly [string, string])[] {
    const { lang } = this.reader;
    return benefitColumns(this.report.rulebook).flatMap(({ benefit, heading }) => {
      const paid = recommendation.benefits.find(({ id }) => id === benefit.id);
      if (!paid) return [];
      const from =
        paid.amount !== undefined && paid.from ? (lang === "zh" ? `，自 ${paid.from} 起` : `, from ${paid.from}`) : "";
      return [[heading[lang], `${shown(paid.amount, benefit.type, this.reader)}${from}`] as const];
    });
  }

  private problems({ person }: PersonReport): string[] {
    const { lang, fileName } = this.reader;
    return person.problems.map((problem) => {
      const { location } = problem;
      const place = location ? `${showLocation({ ...location, file: fileName(location.file) })} ` : "";
      const advice = hint(problem, lang);
      return `${place}${message(problem, lang)}${advice === undefined ? "" : ` ${lang === "zh" ? "建议：" : "Advice: "}${advice}`}`;
    });
  }
}

/** Nothing where there is nothing to say. */
function some<Name extends keyof PersonData>(name: Name, list: readonly unknown[]): Partial<PersonData> {
  return list.length > 0 ? { [name]: list } : {};
}
