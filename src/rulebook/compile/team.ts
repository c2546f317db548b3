import { diagnose } from "../../diagnostic/diagnostic.ts";
import { compileCriterion } from "../../formula/criterion.ts";
import type { Environment, Name } from "../../formula/environment.ts";
import { Exact } from "../../number/exact.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { PersonFrame, TeamFrame } from "../frame.ts";
import type { Input } from "../input.ts";
import { isYes } from "../schema/basics.ts";
import type { TeamCheck } from "../team.ts";
import { blank, type Names } from "./names.ts";
import { labelOf, type Session } from "./session.ts";

/** Compiles the checks over the whole team. */
export function compileTeam(session: Session, names: Names, inputs: readonly Input[]): TeamCheck[] {
  const environment = teamEnvironment(names, inputs);
  const subject = inputs[0]?.columns ?? [];
  const taken = new Set<string>();
  return (session.source.team ?? []).flatMap((written, index): TeamCheck[] => {
    const path = ["team", index];
    session.once(taken, written.id, [...path, "id"]);
    const { criterion, problems } = compileCriterion(written.that, environment);
    session.formulaProblems(problems, [...path, "that"]);
    const by = subject.find((column) => column.name === written.by);
    if (written.by !== undefined && !by) {
      const known = subject.map((column) => column.name);
      const args = { what: { zh: "列", en: "column" }, name: written.by, near: didYouMean(written.by, known) };
      session.report(diagnose("rulebook/unknown-reference", session.document.at([...path, "by"]), args));
    }
    if (!criterion || problems.length > 0) return [];
    if (criterion.tierScoped) {
      const at = session.document.at([...path, "that"]);
      const name = names.scopedAmong(criterion.uses, "decision") ?? written.that;
      session.report(diagnose("rulebook/tier-scoped", at, { text: written.that, name }));
    }
    const { id, cite } = written;
    const label = labelOf(written.label, id);
    return [{ id, label, cite, assumed: isYes(written.assumed), advice: isYes(written.advice), by, criterion }];
  });
}

/** Aggregates over people; `people` counts them; params and one-row sheets (`bank.staff`) are the same for everyone. */
function teamEnvironment(names: Names, inputs: readonly Input[]): Environment<TeamFrame> {
  const person = names.person("decision");
  const whole = new Set(inputs.filter((input) => input.role === "whole").map((input) => input.id));
  const people: Name<TeamFrame> = {
    type: { kind: "count" },
    tierScoped: false,
    get: (frame) => Exact.of(frame.people.length),
  };
  const { currency, tierWords, tierOrder } = person;
  return {
    currency,
    tierWords,
    tierOrder,
    context: "team",
    names: () => ["people", ...names.list("decision")],
    resolve(id) {
      if (id === "people") return people;
      const isWhole = whole.has(id.split(".")[0] ?? "") && id.includes(".");
      const name = isWhole ? names.find(id, "decision") : names.find(id, "param");
      if (!name || (!isWhole && !name.constant)) return undefined;
      const nothing = blank(id);
      const of = (frame: TeamFrame): PersonFrame | undefined => frame.people[0];
      return {
        type: name.type,
        tierScoped: name.tierScoped,
        ...(name.constant ? { constant: true } : {}),
        get: (frame) => {
          const first = of(frame);
          return first ? name.get(first) : nothing;
        },
      };
    },
    period: (frame) => frame.run,
    elements: (input) =>
      input === undefined
        ? { environment: person, each: (frame, visit) => frame.people.forEach((one) => void visit(one)) }
        : undefined,
  };
}
