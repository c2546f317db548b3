import type { Lang } from "../text/text.ts";
import { version } from "./version.ts";

/** What is said of an exception: one line, for nobody's mistake but ours; with the stack when asked. */
export function bugReport(error: unknown, lang: Lang, stack: boolean): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ""] = what.split("\n");
  const platform = `dingji ${version()}, Node ${process.version}`;
  const said = {
    zh: `dingji 内部错误（不是数据的问题）：${line}。请把这一行和所用的命令报给维护者（${platform}）；设 DINGJI_DEBUG=1 可显示详情。`,
    en: `dingji: internal error, not your data's fault: ${line}. Please report this line with the command (${platform}); DINGJI_DEBUG=1 shows more.`,
  }[lang];
  const details = stack && error instanceof Error ? `${error.stack ?? ""}\n` : "";
  return `${said}\n${details}`;
}
