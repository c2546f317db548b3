import type { SpanLocation } from "../diagnostic/location.ts";
import type { ExpectationKey } from "./schema.ts";

/** A file of rule tests: people as figures or as rows, and what becomes of them. */
export interface RuleTestSuite {
  readonly file: string;
  /** The file's text, for code frames. */
  readonly text: string;
  /** As written, or `./NAME.yml` for a file `NAME.test.yml`. */
  readonly rulebook: string;
  /** What is said of everyone in `people`, so that a mistake about a person whom no test uses is found too. */
  readonly people: readonly Written[];
  /** In the file's order, every case of a table a test of its own. */
  readonly tests: readonly RuleTest[];
}

/** One person put to the rulebook. */
export interface RuleTest {
  readonly name: string;
  readonly location: SpanLocation;
  readonly period: Written | undefined;
  readonly asOf: Written | undefined;
  /** Moves tiers whatever the period. */
  readonly appoint: boolean;
  /** Figures that `like` hands down: rows take their place. */
  readonly inherited: readonly Written[];
  /** Figures of the test itself: they take the place of both. A later one takes the place of an earlier. */
  readonly given: readonly Written[];
  readonly rows: readonly WrittenRows[];
  readonly expected: readonly Expected[];
}

/** Something that the file says of a name, and where. */
export interface Written {
  readonly key: string;
  readonly value: string | boolean;
  readonly location: SpanLocation;
  /** Of what names it: the key, or the head of a table's column. */
  readonly keyLocation: SpanLocation;
}

/** The rows of one sheet. A column that a row leaves out is a blank cell. */
export interface WrittenRows {
  readonly input: string;
  readonly location: SpanLocation;
  readonly rows: readonly WrittenRow[];
}

export interface WrittenRow {
  readonly location: SpanLocation;
  readonly cells: readonly Written[];
}

/** One assertion. */
export interface Expected {
  readonly key: ExpectationKey;
  /** `gap`, `value`, `standing`, `benefits` and `due`: of what. */
  readonly of: string | undefined;
  /** Where the key, and `of` with it, is written. */
  readonly keyLocation: SpanLocation;
  /** Several for keys that take a list; never none. */
  readonly values: readonly ExpectedValue[];
}

export interface ExpectedValue {
  readonly value: string | boolean;
  readonly location: SpanLocation;
}
