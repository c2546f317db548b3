import { type Command, takesValue } from "../command.ts";
import { type Completion, operandsOf, optionsOf, spellings, takesFiles, valuesOf } from "./words.ts";

/** The script for a folder of $fpath, as `_dingji`, or for `eval` after compinit. */
export function zshCompletion(completion: Completion): string {
  const { commands, lang } = completion;
  const names = commands.map((command) => `    ${quoted(`${command.name}:${command.summary[lang]}`)}`);
  const cases = commands.map(
    (command) => `    ${command.name})\n      _arguments -S ${argumentsOf(command, completion)} ;;`,
  );
  return `#compdef dingji
# zsh completion of dingji: eval "$(dingji completion zsh)" in ~/.zshrc, after compinit
_dingji() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_dingji" ]; then _dingji "$@"; else compdef _dingji dingji; fi
`;
}

function argumentsOf(command: Command, completion: Completion): string {
  const { lang } = completion;
  const options = optionsOf(command).flatMap((option) =>
    spellings(option).map((spelling) => {
      const words = valuesOf(option, completion);
      const value = takesValue(option.flags) ? `: :${actionOf(words, option.completes !== undefined || !words)}` : "";
      return quoted(`${option.many ? "*" : ""}${spelling}[${escaped(option.says[lang])}]${value}`);
    }),
  );
  const files = command.arguments.some((argument) => takesFiles(argument.completes));
  return [...options, quoted(`*: :${actionOf(operandsOf(command, completion), files)}`)].join(" \\\n        ");
}

function actionOf(words: readonly string[] | undefined, files: boolean): string {
  if (!words || words.length === 0) return files ? "_files" : " ";
  return files ? `_alternative "words\\:word\\:(${words.join(" ")})" "files\\:file\\:_files"` : `(${words.join(" ")})`;
}

function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
