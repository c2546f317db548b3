import { explanationOf } from "./data.ts";
import { byId } from "./element.ts";
import { explanation } from "./explanation.ts";
import type { Row, Rows } from "./rows.ts";

/** The panel in which one person is explained. */
export class PersonPanel {
  private readonly dialog = byId<HTMLDialogElement>("person");
  private readonly title = byId("person-title");
  private readonly body = byId("person-body");
  private readonly previous = byId<HTMLButtonElement>("person-previous");
  private readonly next = byId<HTMLButtonElement>("person-next");

  constructor(
    private readonly rows: Rows,
    /** Those before and after whom one can step to, as the list stands. */
    private readonly neighbours: () => readonly Row[],
    private readonly go: (row: Row | undefined) => void,
  ) {
    byId("person-close").addEventListener("click", () => this.dialog.close());
    byId("person-print").addEventListener("click", () => window.print());
    this.previous.addEventListener("click", () => this.step(-1));
    this.next.addEventListener("click", () => this.step(1));
    this.dialog.addEventListener("close", () => {
      this.shown = undefined;
      this.go(undefined);
    });
    // A click beside the panel closes it.
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  private shown: Row | undefined;

  open(row: Row): void {
    const person = explanationOf(row.place);
    if (!person || this.shown === row) return;
    this.shown = row;
    const { keys, table } = this.rows;
    const headings = [...table.tHead!.rows[0]!.cells].map((cell) => cell.innerText.trim());
    const cells = [...row.element.cells];
    const named = ["id", "name", "branch"].flatMap((key) => cells[keys.indexOf(key)]?.textContent ?? []);
    this.title.textContent = named.filter((text) => text !== "").join(" · ");
    const facts = keys.flatMap((key, index) => {
      const cell = cells[index];
      if (["number", "id", "name", "branch"].includes(key) || !cell || cell.textContent === "") return [];
      const content = document.createDocumentFragment();
      content.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      return [[headings[index] ?? "", content] as const];
    });
    this.body.replaceChildren(...explanation(facts, person));
    this.body.scrollTop = 0;
    const list = this.neighbours();
    const at = list.indexOf(row);
    this.previous.disabled = at <= 0;
    this.next.disabled = at < 0 || at === list.length - 1;
    if (!this.dialog.open) this.dialog.showModal();
    this.title.focus();
  }

  close(): void {
    if (this.dialog.open) this.dialog.close();
  }

  private step(by: number): void {
    const list = this.neighbours();
    const to = this.shown && list[list.indexOf(this.shown) + by];
    if (to) this.go(to);
  }
}
