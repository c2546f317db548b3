import { escapeHtml } from "../../text/escape.ts";

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
