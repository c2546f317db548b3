import { columnName } from "../../diagnostic/location.ts";
import { inline } from "./template-column.ts";

/** Lists of choices that are too long for a cell's rule: they stand in columns of the instructions, each once. */
export class Choices {
  readonly lists: (readonly string[])[] = [];

  /**
   * @param sheet the name of the sheet that has the lists
   * @param firstRow the row of their first items
   * @param firstColumn the column of the first list, from 0
   */
  constructor(
    private readonly sheet: string,
    private readonly firstRow: number,
    private readonly firstColumn: number,
  ) {}

  /** Where a list stands; undefined: it fits into the rule. */
  placeOf(choices: readonly string[] | undefined): string | undefined {
    if (!choices || inline(choices) !== undefined) return undefined;
    const key = choices.join("\n");
    let at = this.lists.findIndex((list) => list.join("\n") === key);
    if (at < 0) at = this.lists.push(choices) - 1;
    const letters = columnName(this.firstColumn + at);
    return `'${this.sheet.replaceAll("'", "''")}'!$${letters}$${this.firstRow}:$${letters}$${this.firstRow + choices.length - 1}`;
  }
}
