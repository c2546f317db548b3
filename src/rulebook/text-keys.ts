/** Keys of a rulebook under which texts for people stand: no names, no words of its language. */
export const textKeys: readonly string[] = [
  ...["label", "zh", "en", "note", "cite", "why"],
  ...["printed", "adopted", "title", "publisher"],
];
