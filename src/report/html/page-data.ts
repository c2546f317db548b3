import type { TreeData } from "./explanation/record.ts";
import type { ClientWords } from "./page-words.ts";

/** What the page's own program is told, apart from the people. */
export interface PageData {
  readonly lang: "zh" | "en";
  readonly words: ClientWords;
  readonly trees: TreeData;
  /** People whose explanations stand together: in `people-0` the first so many of the list, and so on. */
  readonly together: number;
}
