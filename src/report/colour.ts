import type { ChalkInstance } from "chalk";
import type { Status } from "../assess/assessment.ts";
import type { Severity } from "../diagnostic/diagnostic.ts";
import type { Action } from "../rulebook/decision.ts";

/** Colours a text for a terminal; with a `Chalk` of level 0 it stays as it is. */
export type Paint = (text: string) => string;

const plain: Paint = (text) => text;

/** Colours by meaning. A word or a sign always says the same, so that nothing hangs on colour alone. */
export function statusPaint(chalk: ChalkInstance, status: Status): Paint {
  return { pass: chalk.green, fail: chalk.red, unknown: chalk.yellow }[status];
}

export function actionPaint(chalk: ChalkInstance, action: Action | undefined): Paint {
  if (!action || action === "keep") return plain;
  const paints = {
    promote: chalk.green,
    confirm: chalk.cyan,
    demote: chalk.magenta,
    review: chalk.yellow,
    leave: chalk.red,
  };
  return paints[action];
}

export function severityPaint(chalk: ChalkInstance, severity: Severity): Paint {
  return { error: chalk.red.bold, warning: chalk.yellow.bold, info: chalk.cyan.bold }[severity];
}

/** The sign of a status: met, not met, not known. */
export const statusSigns: Readonly<Record<Status, string>> = { pass: "✓", fail: "✗", unknown: "?" };
