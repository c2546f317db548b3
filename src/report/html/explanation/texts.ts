/** A person's texts, each once, called by their number. */
export class Texts {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly figures = new Map<number, number>();

  add(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.list.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }

  /** A figure's text, written only the first time that it is met. */
  figure(number: number, write: () => string): number {
    const known = this.figures.get(number) ?? this.add(write());
    this.figures.set(number, known);
    return known;
  }
}
