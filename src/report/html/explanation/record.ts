/**
 * What the page carries of everyone's explanation. What all people share stands once, in {@link TreeData}; a person is
 * figures and texts alone. All texts are in the report's language. Types only: the page's own program reads the same.
 */

/** A line of the criteria trees, in the order in which they are read from top to bottom. */
export interface NodeData {
  readonly depth: number;
  readonly kind: "leaf" | "group" | "choice";
  /** `业务指标 · 日均存款`. */
  readonly name: string;
  /** What is asked of most people: `≥ 2.5亿元`, `3 项中至少 2 项`. */
  readonly asks: string;
  /** Clauses, `假定`, and names of readings. */
  readonly notes: readonly string[];
  /** Leaves: which of a person's `cells` the value came from. */
  readonly figure?: number;
}

/** A tier or standing: its lines are `nodes[from]` up to `nodes[to]`, exclusive. */
export interface SectionData {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  /** Where the provisional conditions begin; equal to `to`: there are none. */
  readonly provisional: number;
  readonly to: number;
}

export interface TreeData {
  readonly nodes: readonly NodeData[];
  readonly sections: readonly SectionData[];
  readonly readings: readonly (readonly [name: string, text: string])[];
}

/** Text number so and so of the person. */
type TextIndex = number;

export interface PersonData {
  /** Every text once. */
  readonly texts: readonly string[];
  /** `+` met, `-` not met, `?` unknown: of every section, then of every node. */
  readonly sections: string;
  readonly status: string;
  /** Of every node: a leaf's value, or how many parts of a group are met. */
  readonly values: readonly number[];
  /** By node, where there is one: the distance or what is missing; what is asked, if not as of most people. */
  readonly gaps: Readonly<Record<number, TextIndex>>;
  readonly asks: Readonly<Record<number, TextIndex>>;
  /** By figure: the lines that name its cells. */
  readonly cells: readonly (readonly TextIndex[])[];
  /** Ids of the tiers that matter most: present, qualified, next. */
  readonly open: readonly string[];
  /** Whether the qualified tier is reached by provisional conditions only. */
  readonly provisional?: true;
  readonly missing?: string;
  readonly nearest?: { readonly title: string; readonly ways: readonly string[] };
  readonly level?: readonly string[];
  readonly scores?: readonly ScoreData[];
  readonly benefits?: readonly (readonly [name: string, amount: string])[];
  readonly uncounted?: readonly string[];
  readonly problems?: readonly string[];
}

export interface ScoreData {
  readonly title: string;
  readonly total: string;
  readonly rows: readonly (readonly [name: string, measured: string, points: string, cite: string])[];
}
