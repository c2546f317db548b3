import { escapeXml } from "../../text/escape.ts";
import { cellText } from "../xlsx/cell-text.ts";

/** The error values that a cell of type `e` may have. */
const errors = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** A cell's XML: its place, its style, and what is in it. Texts stand in the cell itself: nothing is held for a table of them. */
export const cellXml = {
  blank: (ref: string, style: number): string => `<c r="${ref}" s="${style}"/>`,
  text: (ref: string, style: number, text: string): string =>
    `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`,
  number: (ref: string, style: number, value: number): string => `<c r="${ref}" s="${style}"><v>${value}</v></c>`,
  boolean: (ref: string, style: number, value: boolean): string =>
    `<c r="${ref}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`,
  error: (ref: string, style: number, text: string): string =>
    errors.test(text) ? `<c r="${ref}" s="${style}" t="e"><v>${text}</v></c>` : cellXml.text(ref, style, text),
} as const;
