/** Zero-width blanks, marks of direction, the byte-order mark, soft hyphens: what web pages and chats leave in a copied text. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The text without the characters that nobody sees. */
export function withoutInvisible(text: string): string {
  // Nearly all texts have none, and finding that out is cheaper than replacing.
  return text.search(invisible) < 0 ? text : text.replace(invisible, "");
}
