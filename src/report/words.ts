import type { Action } from "../rulebook/decision.ts";
import type { Text } from "../text/text.ts";

/** Words that more than one format uses; what only one sheet or view says stands in its own file. */
export const words = {
  number: { zh: "序号", en: "No." },
  branch: { zh: "机构", en: "Branch" },
  id: { zh: "工号", en: "ID" },
  name: { zh: "姓名", en: "Name" },
  current: { zh: "现等级", en: "Present tier" },
  qualified: { zh: "达标等级", en: "Qualified tier" },
  recommended: { zh: "建议等级", en: "Recommended tier" },
  currentLevel: { zh: "现档次", en: "Present level" },
  qualifiedLevel: { zh: "达标档次", en: "Qualified level" },
  recommendedLevel: { zh: "建议档次", en: "Recommended level" },
  level: { zh: "档次", en: "Level" },
  action: { zh: "建议", en: "Action" },
  reasons: { zh: "理由", en: "Reasons" },
  approvals: { zh: "审批", en: "Approval" },
  override: { zh: "人工调整", en: "Override" },
  final: { zh: "最终等级", en: "Final tier" },
  signature: { zh: "签字", en: "Signature" },
  tier: { zh: "等级", en: "Tier" },
  people: { zh: "人数", en: "People" },
  total: { zh: "合计", en: "Total" },
  period: { zh: "考核期", en: "Period" },
  asOf: { zh: "基准日", en: "As of" },
  rulebook: { zh: "办法", en: "Rulebook" },
  version: { zh: "版本", en: "Version" },
  clause: { zh: "条款", en: "Clause" },
  reading: { zh: "读法", en: "Reading" },
  printed: { zh: "原文", en: "printed" },
  adopted: { zh: "采用", en: "adopted" },
  candidates: { zh: "并列读法", en: "candidates" },
  source: { zh: "来源", en: "source" },
  notCounted: { zh: "未计入", en: "not counted" },
  standing: { zh: "在岗条件", en: "Standing" },
  none: { zh: "无", en: "none" },
  undecided: { zh: "待定", en: "undecided" },
  provisional: { zh: "暂定", en: "provisional" },
  noBranch: { zh: "（未填机构）", en: "(no branch)" },
  noTier: { zh: "（无现等级）", en: "(no present tier)" },
  whole: { zh: "全部", en: "All" },
  actual: { zh: "实绩", en: "Actual" },
  standard: { zh: "标准", en: "Standard" },
  gap: { zh: "差额", en: "Gap" },
  verdict: { zh: "结论", en: "Verdict" },
  team: { zh: "队伍检查", en: "Team check" },
  advice: { zh: "提示", en: "advice" },
  from: { zh: "起始日", en: "from" },
  dash: { zh: "—", en: "–" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  unknown: { zh: "未知", en: "unknown" },
  assumed: { zh: "假定", en: "assumed" },
  comma: { zh: "、", en: ", " },
  semicolon: { zh: "；", en: "; " },
} as const satisfies Readonly<Record<string, Text>>;

/** What the actions are called where a rulebook has no names of its own. */
export const actionWords: Readonly<Record<Action, Text>> = {
  promote: { zh: "晋升", en: "promote" },
  keep: { zh: "保持", en: "keep" },
  demote: { zh: "降级", en: "demote" },
  confirm: { zh: "转正", en: "confirm" },
  review: { zh: "待核", en: "review" },
  leave: { zh: "建议退出", en: "leave" },
};

export const statusWords = {
  pass: { zh: "达标", en: "met" },
  fail: { zh: "未达标", en: "not met" },
  unknown: { zh: "无法判定", en: "unknown" },
} as const satisfies Readonly<Record<string, Text>>;

export const severityWords = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "note" },
} as const satisfies Readonly<Record<string, Text>>;
