import type { Lang } from "../text/text.ts";
import type { Io } from "./io.ts";

/** `zh` for every Chinese locale (`zh_CN.UTF-8`, `zh-Hant`), else `en`. POSIX order: LC_ALL, LC_MESSAGES, LANG. */
export function languageOfLocale(env: Io["env"]): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh(?![a-z])/i.test(locale) ? "zh" : "en";
}

/** What `--lang` says, read ahead of everything else, so that the help and the usage errors are in it too. */
export function languageAsked(args: readonly string[]): Lang | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === "--") return undefined;
    const value = arg === "--lang" ? args[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1];
    if (value === "zh" || value === "en") return value;
  }
  return undefined;
}
