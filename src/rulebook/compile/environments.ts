import type { Elements, Environment, Name } from "../../formula/environment.ts";
import { Unknown } from "../../formula/value.ts";
import { same } from "../../text/text.ts";
import type { GroupFrame, RowFrame } from "../frame.ts";
import type { Column, Input } from "../input.ts";
import type { Names } from "./names.ts";

/** What a row formula of an input sees: its own columns, bare or as `deposits.average`, then the person's columns and params. */
export function rowEnvironment(names: Names, input: Input): Environment<RowFrame> {
  const own = new Map(input.columns.map((column) => [column.name, column]));
  const columnOf = (id: string): Column | undefined =>
    own.get(id.startsWith(`${input.id}.`) ? id.slice(input.id.length + 1) : id);
  const person = (frame: RowFrame) => frame.person;
  const rate = names.rateFor(person);
  return {
    ...common(names),
    context: "row",
    resolve(id) {
      const column = columnOf(id);
      if (column) return columnName(column);
      return names.seenFrom(id, "param", person);
    },
    names: () => [...own.keys(), ...[...own.keys()].map((name) => `${input.id}.${name}`), ...names.list("param")],
    period: (frame) => frame.person.run,
    ...(rate ? { rate } : {}),
  };
}

/** What a scope's `keep` sees: params and the person's columns, and aggregates over the group's rows of any input. */
export function scopeEnvironment(names: Names, inputs: readonly Input[]): Environment<GroupFrame> {
  const person = (frame: GroupFrame) => frame.person;
  const rate = names.rateFor(person);
  return {
    ...common(names),
    context: "scope",
    resolve: (id) => names.seenFrom(id, "param", person),
    names: () => names.list("param"),
    period: (frame) => frame.person.run,
    ...(rate ? { rate } : {}),
    elements(id) {
      const input = inputs.find((one) => one.id === id);
      return input && groupRows(names, input);
    },
  };
}

function groupRows(names: Names, input: Input): Elements<GroupFrame> {
  const absent = new Unknown([{ why: "no-sheet", what: same(input.label.zh) }]);
  return {
    environment: rowEnvironment(names, input),
    each(frame, visit) {
      const columns = frame.inputs[input.index];
      const rows = frame.rows[input.index];
      if (!columns || !rows) return;
      const element: RowFrame = { person: frame.person, columns, row: 0 };
      for (const row of rows) {
        element.row = row;
        visit(element);
      }
    },
    absent: (frame) => (frame.inputs[input.index] ? undefined : absent),
  };
}

function columnName({ type, slot }: Column): Name<RowFrame> {
  return { type, tierScoped: false, get: (frame) => frame.columns[slot]?.at(frame.row) as never };
}

function common(names: Names) {
  const { currency, tierWords, tierOrder } = names.person("param");
  return { currency, tierWords, tierOrder, unseen: (id: string) => names.unseen(id, "param") };
}
