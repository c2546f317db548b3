import type { Limits } from "../limits.ts";
import { refusal } from "./refusal.ts";
import { readXml, XmlReader } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** What a part refers to. */
export interface Relationship {
  /** The last segment of the type's URI, which is the same in transitional and strict files: `worksheet`, `styles`. */
  readonly type: string;
  /** The name of the part referred to: `xl/worksheets/sheet1.xml`. */
  readonly part: string;
}

/**
 * Reads the relationships of a part, by id; of the package itself when `of` is "". None when there is no such file.
 *
 * @throws Refusal
 */
export async function readRelationships(
  zip: Zip,
  of: string,
  limits: Limits,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!zip.has(part)) return found;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    const { Id, Type, Target, TargetMode } = attributes;
    if (name !== "Relationship" || Id === undefined || Type === undefined || Target === undefined) return;
    if (TargetMode === "External") return;
    if (found.size >= limits.entries) {
      throw refusal("workbook/too-many-parts", { file: zip.file }, { count: found.size + 1, limit: limits.entries });
    }
    found.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), part: resolve(folder, Target) });
  };
  await readXml(zip.read(part), new XmlReader(zip.file, undefined, part, { open, close() {} }));
  return found;
}

/** A target is absolute in the package (`/xl/a.xml`) or relative to the folder of the part that names it (`../a.xml`). */
function resolve(folder: string, target: string): string {
  const plain = target.replaceAll("\\", "/").replace(/[?#].*$/, "");
  const path: string[] = [];
  for (const segment of (plain.startsWith("/") ? decode(plain) : folder + decode(plain)).split("/")) {
    if (segment === "..") path.pop();
    else if (segment !== "" && segment !== ".") path.push(segment);
  }
  return path.join("/");
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
