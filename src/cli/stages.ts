import type { GradeRequest, Stage } from "../pipeline.ts";
import type { Text } from "../text/text.ts";
import type { Terminal } from "./terminal.ts";

const words: Readonly<Record<Stage, Text>> = {
  bind: { zh: "核对数据", en: "checking the data" },
  measure: { zh: "计算指标", en: "measuring" },
  assess: { zh: "评定", en: "grading" },
  decide: { zh: "形成建议", en: "deciding" },
};

/** The stages of grading on a terminal's progress line; nothing where there is none. */
export function onStage({ progress }: Terminal): Pick<GradeRequest, "onStage"> {
  return progress ? { onStage: (stage, done, of) => progress.phase(words[stage], done, of) } : {};
}
