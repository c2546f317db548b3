import type { OverrideFacts } from "../facts/overrides.ts";
import { hidden } from "./masks.ts";

/** Without what a person wrote in free words: a reason may name anybody, and an approver is somebody. */
export function maskOverrides({ rows, ...facts }: OverrideFacts): OverrideFacts {
  return { ...facts, rows: rows.map((row) => ({ ...row, reason: hidden, approver: hidden })) };
}
