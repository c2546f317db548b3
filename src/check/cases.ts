import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { parse } from "../formula/parse.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Checked } from "./check.ts";
import { covers, hasWholeBetween, type Interval, intervalOf, reach, startsAfter } from "./interval.ts";

interface Case {
  readonly index: number;
  readonly text: string;
  readonly interval: Interval;
}

/**
 * Stepped tables over one name: a case that an earlier one has taken whole, cases that overlap in part, and a gap between
 * two cases, which falls to `else`. A chain of ever wider cases (`<= 10`, `<= 15`) is the ordinary way to write steps.
 */
export function casesOverlap(checked: Checked): Diagnostic[] {
  const metrics = (checked.document.tree as { metrics?: Record<string, { cases?: { when: string }[] }> }).metrics ?? {};
  return Object.entries(metrics).flatMap(([metric, { cases = [] }]) => {
    const read = cases.flatMap(({ when }, index): Case[] => {
      const parsed = parse(when);
      const interval = "ast" in parsed ? intervalOf(parsed.ast) : undefined;
      return interval ? [{ index, text: when, interval }] : [];
    });
    const names = new Set(read.map((one) => one.interval.name));
    return [...names].flatMap((name) => {
      const own = read.filter((one) => one.interval.name === name);
      // A case on another name in between may take any part of this one's values.
      const unbroken = own.every((one, place) => place === 0 || one.index === (own[place - 1]?.index ?? 0) + 1);
      return [...pairs(checked, metric, own), ...(unbroken ? gaps(checked, metric, own) : [])];
    });
  });
}

function pairs({ document }: Checked, metric: string, cases: readonly Case[]): Diagnostic[] {
  return cases.flatMap((later, place) => {
    const at = document.at(["metrics", metric, "cases", later.index, "when"]);
    for (const earlier of cases.slice(0, place)) {
      const args = { metric, earlier: earlier.text, later: later.text };
      const [a, b] = [earlier.interval, later.interval];
      if (covers(a, b)) return [diagnose("check/case-never-reached", at, args)];
      const [first, second] = startsAfter(a, b) ? [b, a] : [a, b];
      if (!covers(b, a) && reach(first, second) > 0) return [diagnose("check/cases-overlap", at, args)];
    }
    return [];
  });
}

function gaps({ document, rulebook }: Checked, metric: string, cases: readonly Case[]): Diagnostic[] {
  const isCount = isCounted(rulebook, cases[0]?.interval.name ?? "");
  const sorted = [...cases].sort((a, b) => (startsAfter(a.interval, b.interval) ? 1 : -1));
  return sorted.slice(1).flatMap((next, place) => {
    const before = sorted.slice(0, place + 1);
    if (before.some((one) => reach(one.interval, next.interval) >= 0)) return [];
    if (isCount && before.some((one) => !hasWholeBetween(one.interval, next.interval))) return [];
    const at = document.at(["metrics", metric, "cases", next.index, "when"]);
    const nearest = before.at(-1) as Case;
    return [diagnose("check/cases-gap", at, { metric, earlier: nearest.text, later: next.text })];
  });
}

/** Of something that is counted only whole numbers occur. */
function isCounted({ figures, subject }: Rulebook, name: string): boolean {
  return [...figures, ...subject.columns].some((one) => one.name === name && one.type.kind === "count");
}
