/** The run that all pictures show. */
export const sample = ["fixtures/quarter-a/quarter.xlsx", "-r", "bocom-nanchang", "-p", "2026Q4"] as const;

export const langs = ["zh", "en"] as const;

/** What is shown of the page: at an address, on a screen. */
export const pageScenes = [
  { name: "page", at: "", screen: { width: 1280, height: 860 }, scheme: "light" },
  { name: "page-person", at: "#id=045972", screen: { width: 1280, height: 860 }, scheme: "light" },
  { name: "page-dark", at: "", screen: { width: 1280, height: 860 }, scheme: "dark" },
  { name: "page-phone", at: "", screen: { width: 390, height: 780 }, scheme: "light" },
  { name: "page-phone-person", at: "#id=045972", screen: { width: 390, height: 780 }, scheme: "light" },
] as const;

/** Which sheets are shown: the first page of each, as it is printed. */
export const sheetScenes = [
  { name: "workbook-overview", sheet: { zh: "总览", en: "Overview" } },
  { name: "workbook-results", sheet: { zh: "评定结果", en: "Results" } },
  { name: "workbook-promotions", sheet: { zh: "晋升建议", en: "Promotions" } },
  { name: "workbook-demotions", sheet: { zh: "降级与待核", en: "Demotions and reviews" } },
  { name: "workbook-criteria", sheet: { zh: "指标明细", en: "Criteria" } },
  { name: "workbook-near-line", sheet: { zh: "临界名单", en: "Near the line" } },
  { name: "workbook-run", sheet: { zh: "运行信息", en: "Run" } },
] as const;

/** Of one person: the notice and the approval form. */
export const formScenes = [
  { name: "form-notice", file: { zh: "等级通知书", en: "notice of grade" } },
  { name: "form-approval", file: { zh: "审批表", en: "approval form" } },
] as const;

/** What goes back to a branch: the page of it with this text. */
export const markedScenes = [{ name: "problems-list", shows: "四千" }] as const;

/** The files in docs/images that `npm run pictures` makes. */
export function reportPictureNames(): string[] {
  const scenes = [...pageScenes, ...sheetScenes, ...formScenes, ...markedScenes];
  return scenes.flatMap(({ name }) => langs.map((lang) => `${name}.${lang}.png`));
}
