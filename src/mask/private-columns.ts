import type { Column } from "../rulebook/input.ts";
import { nameColumn } from "../rulebook/name-column.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** Whom a private column tells of: somebody on the roster by id or by name, a customer, or whatever else is personal. */
export type Privacy = "person" | "name" | "customer" | "other";

/**
 * The columns whose values are hidden where people are masked: ids and names of people, customers (what a scope counts by,
 * and every other id), and all that the rulebook marks `personal`. A branch is none of them.
 */
export function privateColumns({ inputs, subject, scopes }: Rulebook): ReadonlyMap<Column, Privacy> {
  const called = nameColumn(subject);
  const counted = new Set(scopes.map((scope) => scope.each));
  const found = new Map<Column, Privacy>();
  for (const input of inputs) {
    for (const column of input.columns) {
      const { type, name, headers, personal } = column;
      const isPerson = column === input.key || column === input.refers || (input === subject && type.kind === "id");
      const isName =
        column === called || (type.kind === "text" && headers.some((one) => called?.headers.includes(one)));
      if (isPerson) found.set(column, "person");
      else if (isName) found.set(column, "name");
      else if (type.kind === "id" || counted.has(name)) found.set(column, "customer");
      else if (personal) found.set(column, "other");
    }
  }
  return found;
}
