/** HTML that may be put into HTML as it is. Everything else is text, and is escaped on its way in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | undefined | false | readonly Piece[];

/** Builds HTML: every `${…}` is escaped, unless it is {@link Markup}; lists are joined, nothing is left where nothing is. */
export function html(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = fixed[0] ?? "";
  for (const [index, piece] of pieces.entries()) text += written(piece) + (fixed[index + 1] ?? "");
  return new Markup(text);
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (piece instanceof Markup) return piece.text;
  return typeof piece === "object" ? piece.map(written).join("") : escapeHtml(String(piece));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or a quoted attribute. What HTML does not allow, and signs that turn the direction of text, become �. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => entities[sign]!);
}
