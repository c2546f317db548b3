import { longName, shortName, takesValue } from "../command.ts";
import { type Completion, operandsOf, optionsOf, takesFiles, valuesOf } from "./words.ts";

/** The script for ~/.config/fish/completions/dingji.fish. */
export function fishCompletion(completion: Completion): string {
  const { commands, lang } = completion;
  const lines = ["# fish completion of dingji: dingji completion fish > ~/.config/fish/completions/dingji.fish"];
  lines.push("complete -c dingji -f");
  for (const command of commands) {
    lines.push(`complete -c dingji -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.summary[lang])}`);
    const inside = `complete -c dingji -n '__fish_seen_subcommand_from ${command.name}'`;
    if (command.arguments.some((argument) => takesFiles(argument.completes))) lines.push(`${inside} -F`);
    const words = operandsOf(command, completion);
    if (words.length > 0) lines.push(`${inside} -a ${quoted(words.join(" "))}`);
    for (const option of optionsOf(command)) {
      const short = shortName(option.flags);
      const values = valuesOf(option, completion);
      const parts = [
        inside,
        ...(short ? [`-s ${short.slice(1)}`] : []),
        `-l ${longName(option.flags)}`,
        ...(takesValue(option.flags) ? [takesFiles(option.completes) ? "-r -F" : "-x"] : []),
        ...(values ? [`-a ${quoted(values.join(" "))}`] : []),
        `-d ${quoted(option.says[lang])}`,
      ];
      lines.push(parts.join(" "));
    }
  }
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
