/** What the part of the address behind # says: who is shown, and how the list is filtered and sorted. */
export interface Address {
  readonly id?: string;
  readonly search: string;
  /** By the filter's name: `action`, `branch`, `current`, … */
  readonly filters: Readonly<Record<string, string>>;
  /** A column's number, and + or -; empty: as on the roster. */
  readonly sort: string;
}

const own = new Set(["id", "q", "sort"]);

/** Undefined for an address that leads to a place of the page (`#funnel`). */
export function parseAddress(hash: string): Address | undefined {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return text === "" || text === "all" ? { search: "", filters: {}, sort: "" } : undefined;
  const said = new URLSearchParams(text);
  const id = said.get("id");
  const filters = Object.fromEntries([...said].filter(([name, value]) => !own.has(name) && value !== ""));
  return { ...(id ? { id } : {}), search: said.get("q") ?? "", filters, sort: said.get("sort") ?? "" };
}

/** `#all` where nothing is said: an empty one would lead to the top of the page. */
export function formatAddress({ id, search, filters, sort }: Address): string {
  const said = new URLSearchParams();
  if (id !== undefined) said.set("id", id);
  if (search !== "") said.set("q", search);
  for (const [name, value] of Object.entries(filters)) if (value !== "") said.set(name, value);
  if (sort !== "") said.set("sort", sort);
  const text = said.toString();
  return text === "" ? "#all" : `#${text}`;
}
