/** The two languages of everything that a person reads. */
export type Lang = "zh" | "en";

/** A text in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A text that is the same in both languages: a name, a number, a quotation. */
export function same(text: string): Text {
  return { zh: text, en: text };
}

/** A remark in brackets behind a text, as its language writes them: （一级）, or a blank and (first). */
export function bracketed(remark: string, lang: Lang): string {
  return lang === "zh" ? `（${remark}）` : ` (${remark})`;
}

/** A text that is put together only in the language that is asked for: a run speaks one. */
export function spoken(say: (lang: Lang) => string): Text {
  return new Spoken(say);
}

class Spoken implements Text {
  constructor(private readonly say: (lang: Lang) => string) {}

  get zh(): string {
    return this.say("zh");
  }

  get en(): string {
    return this.say("en");
  }
}

/** Words one after the other, with what separates them in each language. */
export function listOf(words: readonly (string | Text)[]): Text {
  const each = (lang: Lang) => words.map((word) => inLang(word, lang));
  return { zh: each("zh").join("、"), en: each("en").join(", ") };
}

/** `1 row`, `2 rows`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What may stand in a template's `{place}`. */
export type Arg = string | number | Text;

/** The text in one language; a plain string or number is its own text. */
export function inLang(value: Arg, lang: Lang): string {
  return typeof value === "object" ? value[lang] : String(value);
}

/**
 * Fills `{name}` places of a template; `{count:row|rows}` is the first word where `count` is 1, else the second. A place
 * without an argument stays as it is, so that a missing one shows.
 */
export function fill(template: string, args: Readonly<Record<string, Arg>>, lang: Lang): string {
  return template.replace(/\{([a-z][A-Za-z]*)(?::([^{}|]*)\|([^{}|]*))?\}/g, (place, name: string, one, more) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) return place;
    return one === undefined ? inLang(value, lang) : value === 1 ? one : more;
  });
}
