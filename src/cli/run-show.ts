import { renderRulebookMarkdown, renderRulebookText } from "../report/rulebook/show.ts";
import { loadRulebook } from "../rulebook/load.ts";
import type { Invocation } from "./command.ts";
import { clean, type ExitCode, impossible } from "./exit-code.ts";

export async function runShow({ arguments: [named = ""], options, terminal }: Invocation): Promise<ExitCode> {
  const { texts, rulebook, diagnostics } = await loadRulebook(named);
  await terminal.report(diagnostics, texts);
  if (!rulebook) return impossible;
  const chalk = await terminal.chalk();
  await terminal.out(
    options.value("format") === "md"
      ? renderRulebookMarkdown(rulebook, terminal.lang)
      : renderRulebookText(rulebook, terminal.lang, terminal.width, chalk.bold),
  );
  return clean;
}
