import { inflateSync, strFromU8 } from "fflate";
import type { PersonData } from "../explanation/record.ts";
import type { PageData } from "../page-data.ts";

export const page = JSON.parse(textIn("page-data")) as PageData;

function textIn(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** The words with their `{places}` filled. */
export function say(words: string, places: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? ""));
}

let held: { readonly block: number; readonly people: readonly PersonData[] } | undefined;

/** Someone's explanation, by the place on the list; the block that it stands in is read only now. */
export function explanationOf(place: number): PersonData | undefined {
  const block = Math.floor(place / page.together);
  if (held?.block !== block) held = { block, people: unpacked(textIn(`people-${block}`)) };
  return held.people[place % page.together];
}

function unpacked(base64: string): PersonData[] {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes)));
}
