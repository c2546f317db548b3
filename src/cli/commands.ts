import type { Command } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { completionCommand } from "./commands/completion.ts";
import { explainCommand } from "./commands/explain.ts";
import { formsCommand } from "./commands/forms.ts";
import { gradeCommand } from "./commands/grade.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { schemaCommand } from "./commands/schema.ts";
import { showCommand } from "./commands/show.ts";
import { templateCommand } from "./commands/template.ts";
import { testCommand } from "./commands/test.ts";

/** Every command, in the order of the help. A new one is a file of its own and a line here. */
export const commands: readonly Command[] = [
  gradeCommand,
  explainCommand,
  inspectCommand,
  templateCommand,
  checkCommand,
  testCommand,
  showCommand,
  formsCommand,
  schemaCommand,
  completionCommand,
];
