import type { Invocation } from "./command.ts";
import type { Io } from "./io.ts";
import { languageAsked, languageOfLocale } from "./language.ts";
import { version } from "./version.ts";
import { write } from "./write.ts";

/**
 * The whole program: understands `argv`, does the work, answers the exit code (see exit-code.ts). It never ends the
 * process and touches nothing of it but what `io` gives. The version is answered before anything is loaded.
 *
 * @param reader gives a thread that reads large files beside this one
 */
export async function main(argv: readonly string[], io: Io, reader?: Invocation["reader"]): Promise<number> {
  const args = argv.slice(2);
  try {
    if (args[0] === "--version" || args[0] === "-V") {
      await write(io.stdout, `${version()}\n`);
      return 0;
    }
    const { dispatch } = await import("./dispatch.ts");
    return await dispatch(args, io, reader);
  } catch (error) {
    const lang = languageAsked(args) ?? languageOfLocale(io.env);
    const { bugReport } = await import("./bug-report.ts");
    await write(io.stderr, bugReport(error, lang, Boolean(io.env.DINGJI_DEBUG))).catch(() => undefined);
    return 3;
  }
}
