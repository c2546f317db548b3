import type { StandingResult, TierAssessment } from "../assess/assessment.ts";
import type { Since } from "../compare/since.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Lang } from "../text/text.ts";
import type { JsonBytes } from "./json-bytes.ts";
import { CriteriaJson } from "./json-criteria.ts";
import { diagnosticJson } from "./json-diagnostic.ts";
import { changeJson } from "./json-since.ts";
import { jsonValue } from "./json-value.ts";
import { WaysJson } from "./json-ways.ts";
import { nearestWays } from "./nearest.ts";
import type { PersonReport } from "./person-report.ts";
import { isGroupTotal, type ScoreReport, scoresOf } from "./scores.ts";
import { assessmentAt, nextTier, unitOf } from "./tree.ts";

/** How many of the nearest ways JSON lists. */
const waysListed = 10;

/** Writes one person's result object: an item of `results` in JSON, a line of NDJSON. */
export class ResultJson {
  private readonly criteria = new CriteriaJson();
  private readonly ways = new WaysJson();
  private readonly hasScores: boolean;
  /** By benefit, as JSON. */
  private readonly units: ReadonlyMap<string, string>;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly lang: Lang,
    private readonly since?: Since,
  ) {
    this.units = new Map(rulebook.benefits.map(({ id, type }) => [id, JSON.stringify(unitOf(type))]));
    this.hasScores = rulebook.metrics.some(({ measure }) => measure.kind === "score");
  }

  write(one: PersonReport, out: JsonBytes): void {
    const { assessment, recommendation } = one;
    const id = (tier: { readonly id: string } | undefined) => JSON.stringify(tier?.id ?? null);
    const level = jsonValue(assessment.level?.name);
    const texts = recommendation.reasons.map((reason) => reason[this.lang]);
    out.text(
      `{"id":${JSON.stringify(one.id)},"name":${JSON.stringify(one.name)},"branch":${JSON.stringify(one.branch)}` +
        `,"current":${id(recommendation.current)},"qualified":${id(recommendation.qualified)}` +
        `,"recommended":${id(recommendation.recommended)},"action":${JSON.stringify(recommendation.action ?? null)}` +
        `,"due":${this.due(one)},"provisional":${recommendation.provisional}` +
        `,"level":${level},"recommendedLevel":${JSON.stringify(recommendation.recommendedLevel ?? null)}` +
        `,"override":${this.override(one)},"final":${id(one.final)}` +
        `,"overQuota":${recommendation.overQuota === true}` +
        `,"undecided":${JSON.stringify(assessment.undecided.map((tier) => tier.id))}` +
        `,"reasons":${JSON.stringify(texts)},"approvals":${JSON.stringify(recommendation.approvals)}` +
        `,"benefits":${this.benefits(one)}` +
        (this.hasScores ? `,"scores":[${scoresOf(this.rulebook, one).map(scoreJson).join(",")}]` : ""),
    );
    out.ascii(',"standing":[');
    for (const [index, standing] of assessment.standing.entries()) {
      if (index > 0) out.ascii(",");
      this.standing(standing, out);
    }
    out.ascii('],"tiers":[');
    for (const [index, tier] of assessment.tiers.entries()) {
      if (index > 0) out.ascii(",");
      this.tier(tier, out);
    }
    const problems = one.person.problems.map((problem) => diagnosticJson(problem, this.lang));
    out.ascii('],"next":');
    this.next(one, out);
    out.text(`${this.previous(one)},"diagnostics":${JSON.stringify(problems)}}`);
  }

  private due({ recommendation: { due } }: PersonReport): string {
    return due ? JSON.stringify({ action: due.action, recommended: due.recommended?.id ?? null }) : "null";
  }

  private previous({ index }: PersonReport): string {
    const change = this.since?.changes.get(index);
    return change ? `,"previous":${changeJson(change)}` : "";
  }

  private override({ recommendation: { override } }: PersonReport): string {
    if (!override) return "null";
    const { from, to, reason, approver, date, location } = override;
    return JSON.stringify({ from: from?.id ?? null, to: to?.id ?? null, reason, approver, date, location });
  }

  private standing({ standing, status, result }: StandingResult, out: JsonBytes): void {
    out.text(`{"id":${JSON.stringify(standing.id)},"status":"${status}","criteria":[`);
    this.criteria.tree(result, out);
    out.ascii("]}");
  }

  private tier({ tier, status, provisional, requires, provisionalResult }: TierAssessment, out: JsonBytes): void {
    out.text(`{"tier":${JSON.stringify(tier.id)},"status":"${status}","criteria":[`);
    this.criteria.below(requires, out);
    if (provisionalResult) {
      out.ascii(`],"provisional":${provisional},"provisionalCriteria":[`);
      this.criteria.below(provisionalResult, out);
    }
    out.ascii("]}");
  }

  private next({ assessment }: PersonReport, out: JsonBytes): void {
    const tier = assessmentAt(assessment, nextTier(this.rulebook.tiers, assessment.qualified));
    out.text(`{"tier":${JSON.stringify(tier?.tier.id ?? null)},"missing":[`);
    for (const [index, way] of (tier ? nearestWays(tier, waysListed) : []).entries()) {
      if (index > 0) out.comma();
      this.ways.write(way, out);
    }
    out.ascii("]}");
  }

  private benefits({ recommendation }: PersonReport): string {
    let entries = "";
    for (const { id, amount, from } of recommendation.benefits) {
      const head = `${entries === "" ? "" : ","}${JSON.stringify(id)}:{"amount":${jsonValue(amount)}`;
      entries += `${head},"unit":${this.units.get(id) ?? "null"}${from ? `,"from":"${from}"` : ""}}`;
    }
    return `{${entries}}`;
  }
}

/** A line of kind `total` adds up the deductions above it: it is no deduction of its own. */
function scoreJson({ metric, tier, total, lines }: ScoreReport): string {
  const each = lines.map((line) => {
    const kind = isGroupTotal(line) ? "total" : line.kind;
    const figures = `"value":${jsonValue(line.value)},"points":${jsonValue(line.points)}`;
    return `{"kind":"${kind}","id":${JSON.stringify(line.id)},${figures}}`;
  });
  const at = tier ? `,"tier":${JSON.stringify(tier.id)}` : "";
  const unit = JSON.stringify(unitOf(metric.type));
  return `{"id":${JSON.stringify(metric.name)}${at},"total":${jsonValue(total)},"unit":${unit},"lines":[${each.join(",")}]}`;
}
