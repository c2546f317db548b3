import { type Completion, operandsOf, optionsOf, spellings, takesFiles, valued, valuesOf } from "./words.ts";

/** The script that `eval "$(dingji completion bash)"` takes. */
export function bashCompletion(completion: Completion): string {
  const { commands } = completion;
  const names = commands.map((command) => command.name);
  const values = commands.flatMap((command) =>
    valued(command).map((option) => {
      const at = spellings(option).map((spelling) => `"${command.name} ${spelling}"`);
      return `    ${at.join("|")}) ${answer(valuesOf(option, completion), takesFiles(option.completes))}; return ;;`;
    }),
  );
  const options = commands.map((command) => {
    const words = optionsOf(command).map((option) => spellings(option).at(-1) ?? "");
    return `      ${command.name}) ${answer(words, false)} ;;`;
  });
  const operands = commands.map((command) => {
    const files = command.arguments.some((argument) => takesFiles(argument.completes));
    return `    ${command.name}) ${answer(operandsOf(command, completion), files)} ;;`;
  });
  return `# bash completion of dingji: eval "$(dingji completion bash)" in ~/.bashrc
_dingji() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${names.join("|")}) command="$word"; break ;; esac
  done
  case "$command $previous" in
${values.join("\n")}
  esac
  if [[ "$current" == -* ]]; then
    case "$command" in
${options.join("\n")}
      *) ${answer(["--help", "--version", "--lang"], false)} ;;
    esac
    return
  fi
  case "$command" in
${operands.join("\n")}
    *) ${answer(names, false)} ;;
  esac
}
complete -F _dingji dingji
`;
}

/** Fixed words; where files may stand, bash's own completion of them when no word fits. */
function answer(words: readonly string[] | undefined, files: boolean): string {
  const fixed = words && words.length > 0 ? [`COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current"))`] : [];
  return [
    ...fixed,
    ...(files ? ["compopt -o default 2>/dev/null"] : []),
    ...(fixed.length > 0 || files ? [] : [":"]),
  ].join("; ");
}
