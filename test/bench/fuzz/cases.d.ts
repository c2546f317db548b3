/** One mutated file: the same for the same seed and number. */
export function fuzzCase(seed: number, number: number): { readonly name: string; readonly bytes: Buffer };
