import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { didYouMean, slipOf } from "../text/suggest.ts";
import type { Path, RuleDocument } from "./document.ts";

type Tree = Record<string, unknown>;
interface Origin {
  readonly document: RuleDocument;
  readonly path: Path;
}

/**
 * Lays a rulebook over its base (`extends`). Maps are joined key by key. A list whose entries in `over` all carry ids is
 * joined by id when the base's has ids too: a new entry stands before the base's entry that is named next after it, or last. Any
 * other list replaces the base's. `drop: yes` takes an entry out. Every node remembers the file that it came from, so that a
 * finding points into the right one.
 */
export function extendDocument(
  base: RuleDocument,
  over: RuleDocument,
): { document: RuleDocument; diagnostics: Diagnostic[] } {
  const origins = new Map<string, Origin>();
  const join = new Join(base, over, origins);
  const tree = join.value([], { value: base.tree, path: [] }, { value: over.tree, path: [] });
  const originOf = (path: Path): Origin => {
    for (let length = path.length; length > 0; length--) {
      const origin = origins.get(JSON.stringify(path.slice(0, length)));
      if (origin) return { document: origin.document, path: [...origin.path, ...path.slice(length)] };
    }
    return { document: over, path };
  };
  const document: RuleDocument = {
    file: over.file,
    text: over.text,
    tree,
    at(path) {
      const origin = originOf(path);
      return origin.document.at(origin.path);
    },
    keyAt(path) {
      const origin = originOf(path);
      return origin.document.keyAt(origin.path);
    },
    within(path, span) {
      const origin = originOf(path);
      return origin.document.within(origin.path, span);
    },
  };
  return { document, diagnostics: join.diagnostics };
}

interface Sourced {
  readonly value: unknown;
  readonly path: Path;
}

class Join {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly base: RuleDocument,
    private readonly over: RuleDocument,
    private readonly origins: Map<string, Origin>,
  ) {}

  value(at: Path, base: Sourced, over: Sourced): unknown {
    if (isMap(base.value) && isMap(over.value)) return this.maps(at, base, over);
    if (Array.isArray(base.value) && Array.isArray(over.value) && base.value.some(hasId) && over.value.every(hasId))
      return this.lists(at, base, over);
    return this.from(this.over, at, over);
  }

  private maps(at: Path, base: Sourced, over: Sourced): Tree {
    const [below, above] = [base.value as Tree, over.value as Tree];
    const joined: Tree = Object.create(null);
    this.origins.set(JSON.stringify(at), { document: this.over, path: over.path });
    for (const key of new Set([...Object.keys(below), ...Object.keys(above)])) {
      const under = { value: below[key], path: [...base.path, key] };
      const upper = { value: above[key], path: [...over.path, key] };
      const path = [...at, key];
      const isNew = !(key in below) && !isDropped(upper.value);
      if (isNew && at.length === 1 && named.has(String(at[0]))) this.added(key, below, above, upper.path);
      if (!(key in above)) joined[key] = this.from(this.base, path, under);
      else if (isDropped(upper.value)) this.dropped(key, Object.keys(below), upper.path);
      else {
        const value = key in below ? this.value(path, under, upper) : this.from(this.over, path, upper);
        // A list of which every entry is dropped is gone.
        if (!isEmptied(under.value, value)) joined[key] = value;
      }
    }
    return joined;
  }

  private lists(at: Path, base: Sourced, over: Sourced): unknown[] {
    const [below, above] = [base.value as unknown[], over.value as Tree[]];
    const joined: unknown[] = [];
    this.origins.set(JSON.stringify(at), { document: this.over, path: over.path });
    const place = () => [...at, joined.length];
    const ids = below.flatMap((one) => (hasId(one) ? [one.id] : []));
    const addNew = (wanted: number) => {
      for (const [index, entry] of above.entries()) {
        if (isDropped(entry) || ids.includes(String(entry.id)) || nextKnown(above, index, ids) !== wanted) continue;
        const path = [...over.path, index];
        this.added(String(entry.id), byId(below), byId(above), [...path, "id"]);
        joined.push(this.from(this.over, place(), { value: entry, path }));
      }
    };
    for (const [index, entry] of below.entries()) {
      const under = { value: entry, path: [...base.path, index] };
      const upper = hasId(entry) ? above.findIndex((one) => one.id === entry.id) : -1;
      if (upper >= 0) addNew(upper);
      if (upper < 0) joined.push(this.from(this.base, place(), under));
      else if (!isDropped(above[upper])) {
        joined.push(this.value(place(), under, { value: above[upper], path: [...over.path, upper] }));
      }
    }
    addNew(-1);
    for (const [index, entry] of above.entries()) {
      if (isDropped(entry)) this.dropped(String(entry.id), ids, [...over.path, index]);
    }
    return joined;
  }

  /** A name that is new by a slip adds an entry, and leaves the one that was meant as it was. */
  private added(id: string, below: Tree, above: Tree, path: Path): void {
    // What is named itself is not meant by another name.
    const meant = slipOf(
      id,
      Object.keys(below).filter((one) => !(one in above)),
    );
    if (meant === undefined) return;
    const at = path.at(-1) === "id" ? this.over.at(path) : this.over.keyAt(path);
    this.diagnostics.push(diagnose("rulebook/near-base-id", at, { id, base: this.base.file, near: meant }));
  }

  /** To take out what is not there does nothing: most likely its name is misspelt. */
  private dropped(id: string, known: readonly string[], path: Path): void {
    if (known.includes(id)) return;
    const args = { id, base: this.base.file, near: didYouMean(id, known) };
    this.diagnostics.push(diagnose("rulebook/drop-nothing", this.over.at(path), args));
  }

  private from(document: RuleDocument, at: Path, { value, path }: Sourced): unknown {
    this.origins.set(JSON.stringify(at), { document, path });
    return value;
  }
}

/** Sections whose keys are names that a rulebook gives. */
const named = new Set(["inputs", "params", "scopes", "metrics", "scores", "requirements", "benefits", "readings"]);

function byId(entries: readonly unknown[]): Tree {
  return Object.fromEntries(entries.flatMap((one) => (hasId(one) ? [[one.id, one]] : [])));
}

function isMap(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is Tree & { id: string } {
  return isMap(value) && typeof value.id === "string";
}

/** The place of the next entry that the base has too; -1: there is none. */
function nextKnown(entries: readonly Tree[], index: number, ids: readonly string[]): number {
  return entries.findIndex((entry, at) => at > index && ids.includes(String(entry.id)));
}

function isEmptied(before: unknown, after: unknown): boolean {
  return Array.isArray(before) && before.length > 0 && Array.isArray(after) && after.length === 0;
}

function isDropped(value: unknown): boolean {
  return isMap(value) && (value.drop === "yes" || value.drop === true);
}
