import { FileNames, safeFilePart } from "../../text/file-names.ts";
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
  private readonly names = new FileNames();

  constructor(private readonly lang: Lang) {}

  next({ id, name }: PersonReport, kind: FormKind): string {
    const who = [id, name].map((part) => safeFilePart(part, longestPart)).filter((part) => part !== "");
    return this.names.add([...who, titles[kind][this.lang]].join("-"), ".xlsx");
  }
}

/** Whether a file was written by a run before, in either language. */
export function isFormName(file: string): boolean {
  return Object.values(titles).some(({ zh, en }) => new RegExp(`(?:^|-)(?:${zh}|${en})(?:-\\d+)?\\.xlsx$`).test(file));
}
