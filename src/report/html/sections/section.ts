import type { Lang } from "../../../text/text.ts";
import type { Reader } from "../../reader.ts";
import type { Report } from "../../report.ts";
import { html, type Markup } from "../markup.ts";

/** What a section is made from. */
export interface SectionContext {
  readonly report: Report;
  readonly lang: Lang;
  readonly reader: Reader;
}

/** A part of the page with its heading, to which the contents lead. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
  /** Beside the next one, where there is room. */
  readonly half?: boolean;
  readonly note?: string;
}

export function sectionMarkup({ id, title, body, half, note }: PageSection): Markup {
  return html`<section id="${id}" class="card${half ? " half" : ""}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${note === undefined ? "" : html`<p class="note">${note}</p>`}
${body}
</section>
`;
}
