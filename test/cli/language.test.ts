import { expect, it } from "vitest";
import { languageAsked, languageOfLocale } from "../../src/cli/language.ts";

it.each([
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh" }, "zh"],
  [{ LANG: "ZH-Hant-TW" }, "zh"],
  [{ LANG: "zha_CN" }, "en"],
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LANG: "C" }, "en"],
  [{}, "en"],
  [{ LC_ALL: "en_US", LANG: "zh_CN" }, "en"],
  [{ LC_ALL: "", LC_MESSAGES: "zh_CN", LANG: "en_US" }, "zh"],
])("%j: %s", (env, lang) => {
  expect(languageOfLocale(env)).toBe(lang);
});

it.each([
  [["grade", "--lang", "zh"], "zh"],
  [["--lang=en", "grade"], "en"],
  [["grade", "--lang", "fr"], undefined],
  [["grade", "--lang"], undefined],
  [["grade", "--", "--lang", "zh"], undefined],
])("%j asks for %s", (args, lang) => {
  expect(languageAsked(args)).toBe(lang);
});
