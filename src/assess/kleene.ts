import type { CriterionResult, Status } from "./assessment.ts";

/** Kleene's k of n, as `atLeast` has it, over outcomes. */
export function atLeastOf(need: number, parts: readonly { readonly status: Status }[]): Status {
  let passed = 0;
  let open = 0;
  for (let at = 0; at < parts.length; at++) {
    const status = parts[at]?.status;
    if (status === "pass") passed++;
    else if (status === "unknown") open++;
  }
  return passed >= need ? "pass" : passed + open < need ? "fail" : "unknown";
}

/** Several readings of one clause: decided when they all agree. */
export function agreementOf(parts: readonly CriterionResult[]): Status {
  const [first] = parts;
  return first && parts.every(({ status }) => status === first.status) ? first.status : "unknown";
}
