import { distance } from "fastest-levenshtein";
import { readHeader } from "./header-text.ts";
import type { Label } from "./labels.ts";

/** The header most like one of those looked for: half of its characters at most may differ, or one may hold the other. */
export function nearest(headers: readonly string[], labels: readonly Label[]): Label | undefined {
  const keys = headers.map((header) => readHeader(header).key);
  let best: { readonly label: Label; readonly far: number } | undefined;
  for (const label of labels) {
    for (const key of keys) {
      const far = unlikeness(key, label.keys[0]?.[0] ?? "");
      if (far !== undefined && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { label, far };
    }
  }
  return best?.label;
}

/** How far two header keys are apart: 0 for the same text, up to 1/2; undefined if they have too little in common. */
export function unlikeness(wanted: string, printed: string): number | undefined {
  const longest = Math.max(wanted.length, printed.length);
  if (wanted.length < 2 || printed.length < 2) return undefined;
  const far = distance(wanted, printed) / longest;
  if (far <= 0.5) return far;
  return printed.includes(wanted) || wanted.includes(printed) ? 0.5 : undefined;
}
