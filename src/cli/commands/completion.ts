import type { Command } from "../command.ts";
import type { Completion } from "../completion/words.ts";
import { clean } from "../exit-code.ts";
import { badArgument } from "../usage-error.ts";

const shells: Readonly<Record<string, () => Promise<(completion: Completion) => string>>> = {
  bash: async () => (await import("../completion/bash.ts")).bashCompletion,
  zsh: async () => (await import("../completion/zsh.ts")).zshCompletion,
  fish: async () => (await import("../completion/fish.ts")).fishCompletion,
};

/** `dingji completion SHELL`: to be evaluated by the shell. */
export const completionCommand: Command = {
  name: "completion",
  summary: { zh: "输出命令行补全脚本（bash、zsh、fish）", en: "print the completion script of bash, zsh or fish" },
  arguments: [
    {
      name: "SHELL",
      says: { zh: "bash、zsh 或 fish", en: "bash, zsh or fish" },
      required: true,
      many: false,
      completes: Object.keys(shells),
    },
  ],
  options: [],
  examples: [
    { line: 'eval "$(dingji completion bash)"', says: { zh: "写进 ~/.bashrc", en: "put this in ~/.bashrc" } },
    {
      line: "dingji completion fish > ~/.config/fish/completions/dingji.fish",
      says: { zh: "用 fish 的，执行一次", en: "run this once, with fish" },
    },
  ],
  async run({ arguments: [shell = ""], terminal, commands }) {
    const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (!script) throw badArgument("SHELL", shell, Object.keys(shells), completionCommand);
    const { shippedRulebooks } = await import("../../rulebook/load.ts");
    const render = await script();
    await terminal.out(render({ commands, rulebooks: await shippedRulebooks(), lang: terminal.lang }));
    return clean;
  },
};
