import type { Assessment } from "../assess/assessment.ts";
import { shortcoming } from "../decide/deciding.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import { statusSigns } from "./colour.ts";
import { statusWords } from "./words.ts";

/** How one standing came out, under its label as a heading: `✓ 达标`, or what is missing. */
export function standingText({ standing }: Assessment, id: string, rulebook: Rulebook, lang: Lang): string {
  const found = standing.find((one) => one.standing.id === id);
  if (!found) return "";
  const { status, result } = found;
  const text = status === "fail" ? shortcoming(result, rulebook)[lang].trim() : statusWords[status][lang];
  return `${statusSigns[status]} ${text}`;
}
