import { type Address, formatAddress } from "./address.ts";
import { page, say } from "./data.ts";
import { byId } from "./element.ts";
import type { List } from "./list.ts";
import type { Rows } from "./rows.ts";

/** The search, the filters and the order of the list, and what they come to. */
export class Controls {
  private readonly form = byId<HTMLFormElement>("controls");
  private readonly search = byId<HTMLInputElement>("search");
  private readonly sort = byId<HTMLSelectElement>("sort");
  private readonly filters = [...this.form.querySelectorAll<HTMLSelectElement>("select[data-filter]")];
  private readonly status = byId("status");

  constructor(
    private readonly rows: Rows,
    private readonly list: List,
    /** After whatever a person changes. */
    private readonly changed: () => void,
  ) {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
    for (const [index, cell] of [...rows.table.tHead!.rows[0]!.cells].entries()) {
      cell.querySelector("button")?.addEventListener("click", () => this.turn(index));
    }
    this.say(rows.all.length);
  }

  get address(): Address {
    const filters = Object.fromEntries(this.filters.map(({ dataset, value }) => [dataset["filter"] ?? "", value]));
    return { search: this.search.value, filters, sort: this.sort.value };
  }

  /** Takes over what an address says; what it does not name is not filtered. */
  take({ search, filters, sort }: Address): void {
    if (formatAddress({ search, filters, sort }) === formatAddress(this.address)) return;
    this.search.value = search;
    for (const select of this.filters) select.value = filters[select.dataset["filter"] ?? ""] ?? "";
    this.sort.value = sort;
    this.show();
  }

  tell(text: string): void {
    this.status.textContent = text;
  }

  private apply(): void {
    this.show();
    this.changed();
  }

  private show(): void {
    const wanted: Record<string, string> = {};
    for (const select of this.filters) {
      const [option] = select.selectedOptions;
      if (select.value !== "") wanted[select.dataset["filter"] ?? ""] = option?.dataset["s"] ?? select.value;
    }
    const found = this.rows.choose(this.search.value, wanted, this.sort.value);
    this.list.show(found);
    this.mark();
    this.say(found.length);
  }

  private say(shown: number): void {
    byId("nobody").hidden = shown > 0;
    this.tell(say(page.words.shownOf, { shown, all: this.rows.all.length }));
  }

  /** Up, down, then as on the roster. */
  private turn(column: number): void {
    const next: Readonly<Record<string, string>> = { [`${column}+`]: `${column}-`, [`${column}-`]: "" };
    this.sort.value = next[this.sort.value] ?? `${column}+`;
    this.apply();
  }

  private mark(): void {
    for (const [index, cell] of [...this.rows.table.tHead!.rows[0]!.cells].entries()) {
      const sorted = Number.parseInt(this.sort.value, 10) === index;
      if (sorted) cell.setAttribute("aria-sort", this.sort.value.endsWith("-") ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }
}
