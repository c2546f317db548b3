import type { Type } from "../../formula/type.ts";
import type { Lang } from "../../text/text.ts";
import { baseUnit } from "../unit-name.ts";
import type { StyleName } from "./style.ts";

/**
 * A number's style by its type: the cell keeps the plain number, so that it can be summed, and the format shows its
 * unit. Fen are always shown, smaller parts when there are any: nobody is to look as if they met a line that they missed.
 */
export function numberStyle(type: Type, lang: Lang): StyleName {
  const known = styles[lang].get(type);
  if (known) return known;
  const style: StyleName = `number ${format(type, lang)}`;
  styles[lang].set(type, style);
  return style;
}

/** A million cells have one of a rulebook's few types. */
const styles: Readonly<Record<Lang, WeakMap<Type, StyleName>>> = { zh: new WeakMap(), en: new WeakMap() };

function format(type: Type, lang: Lang): string {
  const unit = baseUnit(type, lang).replaceAll('"', "");
  const behind = unit === "" ? "" : `"${lang === "zh" ? unit : ` ${unit}`}"`;
  switch (type.kind) {
    case "money":
      return `#,##0.00####${behind}`;
    case "ratio":
      return "0.00####%";
    case "count":
      return `#,##0${behind}`;
    default:
      return `General${behind}`;
  }
}
