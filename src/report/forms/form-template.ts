import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { type Diagnostic, diagnose } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../text/suggest.ts";
import { stylesOf } from "./fit-rows.ts";
import { type AskingText, FormSheet } from "./form-sheet.ts";
import type { FormValues } from "./form-values.ts";
import { filled, hasOpenPlaceholder, keyOf, namesIn, placeholderNames } from "./placeholders.ts";
import type { RowShift } from "./shift-rows.ts";
import { attribute, decoded, elements, encoded } from "./xml-text.ts";

/** A template's own size, and what it may unpack to: more is no form. */
export const mostTemplateBytes = 20 * 1024 * 1024;
const mostUnpacked = 100 * 1024 * 1024;

interface SheetPart {
  readonly path: string;
  readonly sheet: FormSheet;
  /** Drawings and comments of the sheet, whose places move with the rows. */
  readonly related: readonly string[];
}

/** A workbook to be filled for one person after the other. Whatever has no placeholder stays as it is, byte for byte. */
export class FormTemplate {
  private constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    private readonly sheets: readonly SheetPart[],
    private readonly workbookPath: string,
  ) {}

  /** Reads a template, or says all that is wrong with it. `file`: as the user named it. */
  static read(file: string, bytes: Uint8Array): FormTemplate | readonly Diagnostic[] {
    const parts = unpacked(bytes);
    const workbookPath = parts && [...parts.keys()].find((path) => /(?:^|\/)workbook\.xml$/.test(path));
    if (!parts || workbookPath === undefined) return [diagnose("cli/not-a-form", { file }, { file })];
    const book = textIn(parts, workbookPath);
    const targets = relationsOf(parts, workbookPath);
    const find = (kind: string) => [...targets.values()].find((path) => path.endsWith(`${kind}.xml`)) ?? "";
    const texts = takeTexts(parts, find("sharedStrings"));
    const sheets = [...elements(book, "sheet")].flatMap(({ attributes }): SheetPart[] => {
      const path = targets.get(attribute(attributes, "(?:\\w+:)?id") ?? "") ?? "";
      if (!parts.has(path)) return [];
      const xml = textIn(parts, path);
      const name = attribute(attributes, "name") ?? "";
      const sheet = new FormSheet(name, xml, texts, stylesOf(textIn(parts, find("styles")), xml));
      return [{ path, sheet, related: [...relationsOf(parts, path).values()].filter((one) => parts.has(one)) }];
    });
    const template = new FormTemplate(parts, sheets, workbookPath);
    const problems = template.problems(file);
    return problems.length > 0 ? problems : template;
  }

  /** The form of one person. */
  fill(values: FormValues): Uint8Array {
    const made = new Map<string, string>();
    let book = textIn(this.parts, this.workbookPath);
    for (const { path, sheet, related } of this.sheets) {
      const { xml, shift } = sheet.fill(values);
      made.set(path, xml);
      for (const one of related) made.set(one, moved(made.get(one) ?? textIn(this.parts, one), values, shift));
      book = namesMoved(book, sheet.name, shift);
    }
    if (this.sheets.some(({ sheet }) => sheet.hasFormulas)) book = recalculated(book);
    made.set(this.workbookPath, book);
    const files: Zippable = {};
    // The zip format's first day, in the machine's own zone: times in a zip have none.
    const mtime = new Date(1980, 0, 1);
    for (const [path, bytes] of this.parts) {
      const text = made.get(path);
      files[path] = [text === undefined ? bytes : strToU8(text), { mtime, level: 4 }];
    }
    return zipSync(files);
  }

  /** Placeholders that nothing is known of, each with its cell. */
  private problems(file: string): Diagnostic[] {
    return this.sheets.flatMap(({ sheet, related }) => {
      const drawn = related.flatMap((path) => drawnTexts(textIn(this.parts, path)));
      const asking: AskingText[] = [...sheet.asking, ...drawn.map((text) => ({ cell: undefined, text }))];
      return asking.flatMap(({ cell, text }) => {
        const at = { file, sheet: sheet.name, ...(cell === undefined ? {} : { cell }) };
        const unknown = namesIn(text).filter((name) => keyOf(name) === undefined);
        return [
          ...unknown.map((name) =>
            diagnose("cli/unknown-placeholder", at, { name, suggestion: didYouMean(name, placeholderNames) }),
          ),
          ...(hasOpenPlaceholder(text) ? [diagnose("cli/open-placeholder", at, { text: text.slice(0, 60) })] : []),
        ];
      });
    });
  }
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  if (bytes.length > mostTemplateBytes) return undefined;
  try {
    let total = 0;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        // The order in which formulas were worked out is of the old rows; a program makes its own.
        return total <= mostUnpacked && !name.endsWith("/") && !/(?:^|\/)calcChain\.xml$/.test(name);
      },
    });
    const known = new Map(Object.entries(parts));
    for (const [path, content] of known) {
      if (!/\.rels$|Content_Types\].xml$/.test(path)) continue;
      const text = strFromU8(content).replace(/<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain\.xml[^>]*\/>/g, "");
      known.set(path, strToU8(text));
    }
    return total <= mostUnpacked ? known : undefined;
  } catch {
    return undefined;
  }
}

function textIn(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = parts.get(path);
  return bytes ? strFromU8(bytes) : "";
}

/** Takes out the shared strings, their inner XML by number; those with placeholders are left blank, as nothing refers to them. */
function takeTexts(parts: Map<string, Uint8Array>, path: string): string[] {
  if (!parts.has(path)) return [];
  const xml = textIn(parts, path);
  const texts: string[] = [];
  const blanked = xml.replace(
    /<(\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1?si>)/g,
    (whole, prefix = "", inner = "") => {
      texts.push(inner);
      return /[{｛]/u.test(decoded(inner)) && namesIn(inner.replace(/<[^>]*>/g, "")).length > 0
        ? `<${prefix}si><${prefix}t></${prefix}t></${prefix}si>`
        : whole;
    },
  );
  parts.set(path, strToU8(blanked));
  return texts;
}

/** Where a part's relations lead, by their ids. */
function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Map<string, string> {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const xml = textIn(parts, `${folder === "" ? "" : `${folder}/`}_rels/${path.slice(path.lastIndexOf("/") + 1)}.rels`);
  return new Map(
    [...elements(xml, "Relationship")].map(({ attributes }) => {
      const target = attribute(attributes, "Target") ?? "";
      const whole = target.startsWith("/") ? target.slice(1) : `${folder}/${target}`;
      return [attribute(attributes, "Id") ?? "", resolved(whole)];
    }),
  );
}

function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Texts in shapes and text boxes. */
function drawnTexts(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = ""]) => decoded(text));
}

/** A drawing or the comments of a sheet, where its rows have come to stand, with the texts of shapes filled. */
function moved(xml: string, { person }: FormValues, shift: RowShift): string {
  return xml
    .replace(/<a:t>([^<]*)<\/a:t>/g, (_, text: string) => `<a:t>${encoded(filled(decoded(text), person))}</a:t>`)
    .replace(/(<xdr:row>)(\d+)/g, (_, open: string, row: string) => `${open}${shift.row(Number(row) + 1) - 1}`)
    .replace(/(<x:Row>)(\d+)/g, (_, open: string, row: string) => `${open}${shift.row(Number(row) + 1) - 1}`)
    .replace(/(<(?:\w+:)?comment\s[^>]*ref=")([^"]*)/g, (_, open: string, ref: string) => open + shift.references(ref));
}

/** Print areas and other names of a sheet's cells. */
function namesMoved(book: string, sheet: string, shift: RowShift): string {
  return book.replace(/(<(?:\w+:)?definedName\b[^>]*>)([^<]*)/g, (_, open: string, text: string) => {
    const parts = decoded(text).split(",");
    const own = parts.map((part) => {
      const [, quoted, plain, cells = ""] = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.*)$/s.exec(part) ?? [];
      if ((quoted?.replaceAll("''", "'") ?? plain) !== sheet) return part;
      const rows = cells.replace(/^\$(\d+):\$(\d+)$/, (_whole, first: string, last: string) => {
        return `$${shift.row(Number(first))}:$${shift.end(Number(last))}`;
      });
      return part.slice(0, part.length - cells.length) + (rows === cells ? shift.references(cells) : rows);
    });
    return open + encoded(own.join(","));
  });
}

/** Tells the program that opens it to work out its formulas. */
function recalculated(book: string): string {
  if (/<(?:\w+:)?calcPr\b[^>]*fullCalcOnLoad/.test(book)) return book;
  return book.replace(/<((?:\w+:)?calcPr)\b/, '<$1 fullCalcOnLoad="1"');
}
