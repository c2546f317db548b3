import { entries } from "../entry.ts";

/** What a person's decision and the run do not agree about. */
export const decideCodes = entries({
  "decide/override-from": {
    severity: "error",
    zh: "{id} 的人工调整写明原等级是“{written}”，本次建议的却是“{recommended}”，没有采用",
    en: 'the override of {id} is of "{written}", but this run recommends "{recommended}": it is not applied',
    hint: { zh: "核对后改“原等级”，再运行；此人先列为待核", en: "check it, mend the old tier and run again" },
  },
  "decide/override-outside": {
    severity: "error",
    zh: "{id} 不适用本办法，人工调整没有采用",
    en: "the rulebook does not apply to {id}, so the override is not applied",
  },
});
