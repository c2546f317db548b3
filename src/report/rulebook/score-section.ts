import { showValue } from "../../formula/show.ts";
import { Exact } from "../../number/exact.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { ScoreItem } from "../../rulebook/score.ts";
import { same, spoken, type Text } from "../../text/text.ts";
import type { Section } from "./sections.ts";
import { treeText } from "./tree-text.ts";

const none: Text = { zh: "—", en: "–" };

/** How every score is made up: what counts with which weight, what is taken off, up to how much, and what takes all. */
export function scores({ metrics }: Rulebook): Section {
  return {
    title: { zh: "得分的构成", en: "How scores are made up" },
    columns: [
      { zh: "得分", en: "Score" },
      { zh: "项目", en: "Item" },
      { zh: "取自", en: "From" },
      { zh: "计分", en: "Points" },
      { zh: "最多", en: "At most" },
      { zh: "条款", en: "Clause" },
    ],
    rows: metrics.flatMap(({ label, measure }) => {
      if (measure.kind !== "score") return [];
      const { start, items, deduct, veto } = measure.score;
      const row = (item: Text, from: string, points: Text, most: Text, cite?: string) => {
        return [label, item, from === "" ? none : same(from), points, most, cite === undefined ? none : same(cite)];
      };
      const itemRow = (one: ScoreItem, sign: Sign, indent = "") => {
        const name = { zh: `${indent}${one.label.zh}`, en: `${indent}${one.label.en}` };
        return row(name, one.of.text, pointsOf(one, sign), mostOf(one), one.cite);
      };
      return [
        ...(start ? [row({ zh: "起始分", en: "Start" }, start.text, none, none)] : []),
        ...items.map((one) => itemRow(one, plus)),
        ...deduct.flatMap((group) => [
          row(
            { zh: `扣分：${group.label.zh}`, en: `Taken off: ${group.label.en}` },
            "",
            none,
            group.cap ? points(group.cap) : none,
            group.cite,
          ),
          ...group.items.map((one) => itemRow(one, minus, "　")),
        ]),
        ...veto.map((one) =>
          row({ zh: `否决：${one.label.zh}`, en: `Veto: ${one.label.en}` }, treeText(one), zero, none, one.cite),
        ),
      ];
    }),
  };
}

interface Sign extends Text {
  readonly times: string;
}
const plus: Sign = { zh: "加", en: "add", times: "×" };
const minus: Sign = { zh: "扣", en: "take off", times: "− ×" };
const zero: Text = { zh: "全部得分为 0", en: "the whole score is 0" };

/** `× 40`, or `每 1次 扣 2`, above what is free. */
function pointsOf(item: ScoreItem, sign: Sign): Text {
  if (item.kind === "weighted") return same(`${sign.times} ${shownWeight(item.weight)}`);
  const { every, points: each, over, of } = item;
  const [step, free] = [every, over].map((value) => spoken((lang) => showValue(value, of.type, lang)));
  const beyond = over.sign === 0 ? { zh: "", en: "" } : { zh: `超过 ${free?.zh} 的，`, en: ` above ${free?.en}` };
  return {
    zh: `${beyond.zh}每 ${step?.zh} ${sign.zh} ${each.toString()} 分`,
    en: `${sign.en} ${each.toString()} for every ${step?.en}${beyond.en}`,
  };
}

/** A weight up to one is a share of a mark. */
function shownWeight(weight: Exact): string {
  return weight.compare(Exact.one) <= 0 ? `${weight.mul(Exact.of(100)).toString()}%` : weight.toString();
}

/** A weighted item's cap bounds what is measured, a stepped one's the points. */
function mostOf(item: ScoreItem): Text {
  const { cap, of } = item;
  if (!cap) return none;
  return item.kind === "weighted" ? spoken((lang) => showValue(cap, of.type, lang)) : points(cap);
}

function points(value: Exact): Text {
  return { zh: `${value.toString()} 分`, en: `${value.toString()} points` };
}
