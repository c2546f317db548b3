/** A row of the list with what it is found and sorted by. */
export interface Row {
  readonly element: HTMLTableRowElement;
  /** On the list as it was written. */
  readonly place: number;
  readonly id: string;
}

const blank = /\s+/g;

/** The same for upper and lower case, full width and half. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(blank, " ").trim();
}

/** Everyone on the list. What is searched and sorted by is read from the rows when it is first needed. */
export class Rows {
  readonly all: readonly Row[];
  /** The columns' names, left to right. */
  readonly keys: readonly string[];
  private readonly texts: string[] = [];
  private readonly order: Intl.Collator;
  /** By column, each row's place among all that it has been sorted by; equal cells have equal places. */
  private readonly ranks = new Map<number, Int32Array>();

  constructor(
    readonly table: HTMLTableElement,
    lang: string,
  ) {
    this.order = new Intl.Collator(lang, { numeric: true });
    this.keys = [...table.tHead!.rows[0]!.cells].map((cell) => cell.dataset["key"] ?? "");
    const idAt = this.keys.indexOf("id");
    this.all = [...table.tBodies]
      .flatMap((body) => [...body.rows])
      .map((element, place) => {
        const link = element.cells[idAt]!.querySelector("a")!;
        return { element, place, id: decodeURIComponent(link.hash.slice("#id=".length)) };
      });
  }

  /** Rows in which every word is found and every filter holds, in order. */
  choose(search: string, filters: Readonly<Record<string, string>>, sort: string): readonly Row[] {
    const words = folded(search)
      .split(" ")
      .filter((word) => word !== "");
    const tests = Object.entries(filters).map(([key, wanted]) => ({ column: this.keys.indexOf(key), wanted }));
    let found = this.all;
    if (words.length > 0) {
      const texts = this.searched();
      found = found.filter(({ place }) => words.every((word) => texts[place]!.includes(word)));
    }
    for (const { column, wanted } of tests) found = found.filter((row) => keyOf(row, column) === wanted);
    return sort === "" ? found : this.sorted(found, Number.parseInt(sort, 10), sort.endsWith("-"));
  }

  /** Reads the rows' texts, unless they have been read; at most so many of them. */
  searched(most = this.all.length): readonly string[] {
    const end = Math.min(this.texts.length + most, this.all.length);
    for (let at = this.texts.length; at < end; at++) {
      const { element } = this.all[at]!;
      this.texts.push(folded([...element.cells].map((cell) => textOf(cell)).join(" ")));
    }
    return this.texts;
  }

  /** Reads them little by little, so that the first letter typed need not wait for it. */
  readAhead(): void {
    if (this.searched(250).length < this.all.length) setTimeout(() => this.readAhead());
  }

  /** What does not differ stays in the list's order. */
  private sorted(rows: readonly Row[], column: number, down: boolean): Row[] {
    const ranks = this.ranks.get(column) ?? this.ranked(column);
    this.ranks.set(column, ranks);
    const turn = down ? -1 : 1;
    return [...rows].sort((a, b) => (ranks[a.place]! - ranks[b.place]!) * turn);
  }

  /** Reads a column's cells and puts them in order: a person turns the same column up and down. */
  private ranked(column: number): Int32Array {
    const keyed = this.all.map(({ element, place }) => {
      const cell = element.cells[column];
      const rank = cell?.dataset["s"];
      return { place, rank: rank === undefined ? undefined : Number(rank), text: cell ? textOf(cell) : "" };
    });
    const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]) =>
      a.rank !== undefined && b.rank !== undefined ? a.rank - b.rank : this.order.compare(a.text, b.text);
    keyed.sort(compare);
    const ranks = new Int32Array(keyed.length);
    let rank = 0;
    for (const [at, one] of keyed.entries()) {
      if (at > 0 && compare(keyed[at - 1]!, one) !== 0) rank++;
      ranks[one.place] = rank;
    }
    return ranks;
  }
}

/** What a filter compares: the cell's rank, else its text. */
function keyOf({ element }: Row, column: number): string {
  const cell = element.cells[column];
  return cell?.dataset["s"] ?? (cell ? textOf(cell) : "");
}

/** Without the sign that only guards spreadsheets. */
function textOf(cell: HTMLTableCellElement): string {
  const text = cell.textContent ?? "";
  return text.startsWith("'") && cell.querySelector(".guard") ? text.slice(1) : text;
}
