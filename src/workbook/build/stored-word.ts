/** A text that comes back from row to row, and what is asked of it again and again: 是, 西湖支行. */
export interface StoredWord {
  readonly text: string;
  /** It may be the word for a total. */
  readonly mayBeTotal: boolean;
  /** Its number among the texts of the table that is being built; undefined until it is there. */
  stored: number | undefined;
}
