import type { Facts } from "../facts/facts.ts";
import type { Value } from "../formula/value.ts";
import type { Column } from "../rulebook/input.ts";
import { nameColumn } from "../rulebook/name-column.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import { type Privacy, privateColumns } from "./private-columns.ts";

/** Stands for what has no mask of its own. */
export const hidden = "***";

/**
 * What people and customers are called in a masked run: people P001 and 员工001 by their place on the roster, ids that are not
 * on it X001, customers 客户001, by their first row; people of an earlier run who are not on it follow as X002. The same files give the same masks in whatever order they are named, one
 * original has one mask, and no mask is worked out from an original: only who holds the files can tell.
 */
export class Masks {
  readonly columns: ReadonlyMap<Column, Privacy>;
  private readonly ids = new Map<string, string>();
  private readonly names: readonly string[];
  /** Masks of people by their names; empty where several have one. */
  private readonly byName = new Map<string, string>();
  private readonly holders = new Map<string, number[]>();
  private readonly customers = new Map<string, string>();

  constructor(
    private readonly facts: Facts,
    rulebook: Rulebook,
    readonly lang: Lang,
    earlier: Iterable<{ readonly id: string; readonly name: string }> = [],
  ) {
    this.columns = privateColumns(rulebook);
    const found = originalsIn(facts, rulebook, this.columns, [...earlier]);
    const taken = [facts.people.map(({ id }) => id), found.outsiders, found.names, found.left, found.customers].flat();
    const free = (prefix: string) => freePrefix(prefix, taken);
    const number = numbering(facts.people.length);
    const person = free("P");
    for (const { id, index } of facts.people) this.ids.set(id, person + number(index));
    const outsider = free("X");
    const numberOut = numbering(found.outsiders.length);
    for (const [index, id] of found.outsiders.entries()) this.ids.set(id, outsider + numberOut(index));
    const called = free(personWord(nameColumn(rulebook.subject), lang));
    this.names = facts.people.map(({ index }) => called + number(index));
    for (const [index, name] of found.names.entries()) {
      if (name === "") continue;
      const mask = this.names[index] ?? hidden;
      this.byName.set(name, this.byName.has(name) ? hidden : mask);
      this.holders.set(name, [...(this.holders.get(name) ?? []), index]);
    }
    for (const name of found.left) if (name !== "" && !this.byName.has(name)) this.byName.set(name, hidden);
    const customer = free(customerWords[lang]);
    const numberOf = numbering(found.customers.length);
    for (const [index, id] of found.customers.entries()) this.customers.set(id, customer + numberOf(index));
  }

  /** An id of a person, on the roster or not. */
  id(original: string): string {
    return this.ids.get(original) ?? hidden;
  }

  /** The name of a person, by `Person.index`. */
  name(person: number): string {
    return this.names[person] ?? hidden;
  }

  customer(original: string): string {
    return this.customers.get(original) ?? hidden;
  }

  /** A word, if it is anybody's id or name or a customer: its mask; else undefined. */
  known(word: string): string | undefined {
    return this.ids.get(word) ?? this.byName.get(word) ?? this.customers.get(word);
  }

  /** Whether somebody is named in a text: by an id or as a customer, set off as a word, or by a name anywhere. */
  isIn(text: string): boolean {
    if (text.split(/[^\p{L}\p{N}]+/u).some((word) => this.known(word) !== undefined)) return true;
    for (const name of this.byName.keys()) if (name.length > 1 && text.includes(name)) return true;
    return this.known(text) !== undefined;
  }

  /** A value of a private column; undefined where there is no saying it: an amount, a day. */
  value(privacy: Privacy, value: Value): Value | undefined {
    if (typeof value !== "string") return undefined;
    if (value === "") return value;
    if (privacy === "person") return this.id(value);
    if (privacy === "customer") return this.customer(value);
    return (privacy === "name" ? this.byName.get(value) : undefined) ?? hidden;
  }

  /** Ids, masked, of the people that a word means: an original id, or a name. */
  meant(word: string): readonly string[] {
    const byId = this.facts.people.find(({ id }) => id === word);
    const indexes = byId ? [byId.index] : (this.holders.get(word) ?? []);
    return indexes.map((index) => this.id(this.facts.people[index]?.id ?? ""));
  }
}

const customerWords = { zh: "客户", en: "Customer " } as const;

/** What the mask of a name begins with: 员工 for who has a 姓名, else what the rulebook calls such a name. */
function personWord(called: Column | undefined, lang: Lang): string {
  if (!called || called.label.zh === "姓名") return lang === "zh" ? "员工" : "Person ";
  return lang === "zh" ? called.label.zh : `${called.label.en} `;
}

/** From 1, as wide as the last number, three digits at least. */
function numbering(count: number): (index: number) => string {
  const width = Math.max(3, String(count).length);
  return (index) => String(index + 1).padStart(width, "0");
}

/** A prefix that no original could be taken to have. */
function freePrefix(wanted: string, originals: readonly string[]): string {
  const heads = new Set(originals.map((text) => text.replace(/\d+$/, "")));
  let prefix = wanted;
  while (heads.has(prefix)) prefix += "-";
  return prefix;
}

interface Originals {
  /** By `Person.index`; empty for who has none. */
  readonly names: readonly string[];
  /** Ids that rows refer to and that are not on the roster. */
  readonly outsiders: readonly string[];
  /** Names of people of an earlier run who are not on the roster. */
  readonly left: readonly string[];
  readonly customers: readonly string[];
}

/** Everything that is masked, in the order of files, sheets and rows. */
function originalsIn(
  facts: Facts,
  { inputs, subject }: Rulebook,
  columns: Masks["columns"],
  earlier: readonly { readonly id: string; readonly name: string }[],
): Originals {
  const known = new Set(facts.people.map(({ id }) => id));
  const [outsiders, customers] = [new Set<string>(), new Set<string>()];
  const see = (privacy: Privacy, value: unknown) => {
    if (typeof value !== "string" || value === "") return;
    if (privacy === "customer") customers.add(value);
    else if (privacy === "person" && !known.has(value)) outsiders.add(value);
  };
  for (const [column, privacy] of columns) {
    const input = inputs.find(({ id }) => id === column.input);
    if (input === subject) for (const person of facts.people) see(privacy, person.columns[column.slot]);
    else for (const value of facts.inputs[input?.index ?? -1]?.columns[column.slot] ?? []) see(privacy, value);
  }
  const left = earlier.filter(({ id }) => !known.has(id));
  for (const { id } of left) see("person", id);
  const slot = nameColumn(subject)?.slot;
  const names = facts.people.map((person) => {
    const name = slot === undefined ? undefined : person.columns[slot];
    return typeof name === "string" ? name : "";
  });
  return { names, outsiders: [...outsiders], left: left.map(({ name }) => name), customers: [...customers] };
}
