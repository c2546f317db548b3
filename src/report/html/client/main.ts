import { formatAddress, parseAddress } from "./address.ts";
import { Controls } from "./controls.ts";
import { page, say } from "./data.ts";
import { byId } from "./element.ts";
import { List } from "./list.ts";
import { PersonPanel } from "./person-panel.ts";
import { type Row, Rows } from "./rows.ts";
import { startTheme } from "./theme.ts";

/** Milliseconds: some frames, and less than the next letter takes. */
const afterPaint = 80;

/** Brings the page to life. Without it the page still says all but the explanations. */
function start(): void {
  document.documentElement.classList.add("alive");
  startTheme();
  const print = byId<HTMLButtonElement>("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());

  const table = byId<HTMLTableElement>("list");
  const rows = new Rows(table, page.lang);
  const byPerson = new Map(rows.all.map((row) => [row.id, row]));
  const list = new List(table, rows.all);
  // Once what was asked for is painted: to change the address takes the browser as long as to show the rows.
  let addressed = 0;
  const controls = new Controls(rows, list, () => {
    clearTimeout(addressed);
    addressed = setTimeout(() => replace(formatAddress(controls.address)), afterPaint);
  });
  const go = (row: Row | undefined) => {
    replace(formatAddress(row ? { ...controls.address, id: row.id } : controls.address));
  };
  const panel = new PersonPanel(rows, () => list.rows, go);

  /** Set while the page itself changes the address: nothing need move. */
  let quiet = false;
  const follow = () => {
    const address = parseAddress(location.hash);
    if (!address) return;
    const { id } = address;
    // A link to a person leaves the list as it is.
    const alone = id !== undefined && Object.keys(address.filters).length === 0 && address.search === "";
    // What the page itself put there may be older than the letter that was just typed.
    if (!alone && !quiet) controls.take(address);
    const row = id === undefined ? undefined : byPerson.get(id);
    if (row) panel.open(row);
    else panel.close();
    if (id !== undefined && !row) controls.tell(say(page.words.notFound, { id }));
    if (id === undefined && Object.keys(address.filters).length > 0 && !quiet) byId("people").scrollIntoView();
    quiet = false;
  };

  function replace(hash: string): void {
    if (location.hash === hash) return;
    quiet = true;
    location.replace(hash);
  }

  table.addEventListener("click", (event) => {
    const target = event.target as Element;
    const row = target.closest("tbody tr");
    if (!row || target.closest("a") || !getSelection()?.isCollapsed) return;
    row.querySelector<HTMLAnchorElement>("th a")?.click();
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => list.finish());
  follow();
  rows.readAhead();
}

start();
