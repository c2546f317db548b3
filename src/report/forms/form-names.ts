import type { Lang, Text } from "../../text/text.ts";
import type { PersonReport } from "../person-report.ts";

/** What is written for a person: the notice of a settled tier, and the form on which it is approved. */
export const formKinds = ["notice", "approval"] as const;
export type FormKind = (typeof formKinds)[number];

const titles: Readonly<Record<FormKind, Text>> = {
  notice: { zh: "等级通知书", en: "notice of grade" },
  approval: { zh: "审批表", en: "approval form" },
};

/** Names are cut so that a file system of 255 bytes a name takes them, suffix and clash number included. */
const longestPart = 90;

/** Gives every form a file name of its own: `119772-张三-等级通知书.xlsx`. */
export class FormNames {
  private readonly taken = new Set<string>();

  constructor(private readonly lang: Lang) {}

  next({ id, name }: PersonReport, kind: FormKind): string {
    const who = [id, name].map(safe).filter((part) => part !== "");
    const base = [...who, titles[kind][this.lang]].join("-").replace(reserved, "_$&");
    for (let number = 1; ; number++) {
      const file = `${base}${number === 1 ? "" : `-${number}`}.xlsx`;
      // Some file systems take two spellings of a letter, or of an accent, for one.
      const plain = file.normalize("NFC").toLowerCase();
      if (this.taken.has(plain)) continue;
      this.taken.add(plain);
      return file;
    }
  }
}

/** Whether a file was written by a run before, in either language. */
export function isFormName(file: string): boolean {
  return Object.values(titles).some(({ zh, en }) => new RegExp(`(?:^|-)(?:${zh}|${en})(?:-\\d+)?\\.xlsx$`).test(file));
}

/** Names that Windows keeps for devices, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=[.\s]|$)/iu;

/** Without what a file name may not hold anywhere, what hides it or ends it, and what a shell or a log would trip over. */
function safe(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\x00-\x1F\x7F-\x9F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu, "_")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "_")
    .replace(/^[.\s~-]+|[.\s]+$/gu, (edge) => "_".repeat(edge.length));
  let kept = "";
  for (const char of plain) {
    if (Buffer.byteLength(kept + char) > longestPart) break;
    kept += char;
  }
  return kept;
}
