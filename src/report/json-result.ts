import type { StandingResult, Status, TierAssessment } from "../assess/assessment.ts";
import type { Since } from "../compare/since.ts";
import type { Paid, Recommendation } from "../decide/recommendation.ts";
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

const beforeCriteria: Readonly<Record<Status, string>> = {
  pass: ',"status":"pass","criteria":[',
  fail: ',"status":"fail","criteria":[',
  unknown: ',"status":"unknown","criteria":[',
};

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
    const { assessment } = one;
    this.head(one, out);
    out.ascii(',"standing":[');
    for (const [index, standing] of assessment.standing.entries()) {
      if (index > 0) out.comma();
      this.standing(standing, out);
    }
    out.ascii('],"tiers":[');
    for (const [index, tier] of assessment.tiers.entries()) {
      if (index > 0) out.comma();
      this.tier(tier, out);
    }
    out.ascii('],"next":');
    this.next(one, out);
    const problems = one.person.problems.map((problem) => diagnosticJson(problem, this.lang));
    out.text(`${this.previous(one)},"diagnostics":${problems.length > 0 ? JSON.stringify(problems) : "[]"}}`);
  }

  /** Who it is and what was decided, without the figures. */
  private head(one: PersonReport, out: JsonBytes): void {
    const { assessment, recommendation } = one;
    out.ascii('{"id":');
    out.string(one.id);
    out.ascii(',"name":');
    out.string(one.name);
    out.ascii(',"branch":');
    out.string(one.branch);
    out.ascii(',"current":');
    out.stringOrNull(recommendation.current?.id);
    out.ascii(',"qualified":');
    out.stringOrNull(recommendation.qualified?.id);
    out.ascii(',"recommended":');
    out.stringOrNull(recommendation.recommended?.id);
    out.ascii(',"action":');
    out.stringOrNull(recommendation.action);
    out.text(`,"due":${due(recommendation)},"provisional":${recommendation.provisional},"level":`);
    out.value(assessment.level?.name);
    out.ascii(',"recommendedLevel":');
    out.stringOrNull(recommendation.recommendedLevel);
    out.text(`,"override":${override(recommendation)},"final":`);
    out.stringOrNull(one.final?.id);
    out.ascii(recommendation.overQuota === true ? ',"overQuota":true,"undecided":' : ',"overQuota":false,"undecided":');
    out.strings(assessment.undecided.map((tier) => tier.id));
    out.ascii(',"reasons":');
    out.strings(recommendation.reasons.map((reason) => reason[this.lang]));
    out.ascii(',"approvals":');
    out.strings(recommendation.approvals);
    out.ascii(',"benefits":{');
    this.benefits(recommendation, out);
    out.ascii("}");
    if (this.hasScores) out.text(`,"scores":[${scoresOf(this.rulebook, one).map(scoreJson).join(",")}]`);
  }

  private previous({ index }: PersonReport): string {
    const change = this.since?.changes.get(index);
    return change ? `,"previous":${changeJson(change)}` : "";
  }

  private standing({ standing, status, result }: StandingResult, out: JsonBytes): void {
    out.ascii('{"id":');
    out.string(standing.id);
    out.ascii(beforeCriteria[status]);
    this.criteria.tree(result, out);
    out.ascii("]}");
  }

  private tier({ tier, status, provisional, requires, provisionalResult }: TierAssessment, out: JsonBytes): void {
    out.ascii('{"tier":');
    out.string(tier.id);
    out.ascii(beforeCriteria[status]);
    this.criteria.below(requires, out);
    if (provisionalResult) {
      out.ascii(`],"provisional":${provisional},"provisionalCriteria":[`);
      this.criteria.below(provisionalResult, out);
    }
    out.ascii("]}");
  }

  private next({ assessment }: PersonReport, out: JsonBytes): void {
    const tier = assessmentAt(assessment, nextTier(this.rulebook.tiers, assessment.qualified));
    out.ascii('{"tier":');
    out.stringOrNull(tier?.tier.id);
    out.ascii(',"missing":[');
    for (const [index, way] of (tier ? nearestWays(tier, waysListed) : []).entries()) {
      if (index > 0) out.comma();
      this.ways.write(way, out);
    }
    out.ascii("]}");
  }

  private benefits({ benefits }: Recommendation, out: JsonBytes): void {
    for (let at = 0; at < benefits.length; at++) {
      const { id, amount, from } = benefits[at] as Paid;
      if (at > 0) out.comma();
      out.string(id);
      out.ascii(':{"amount":');
      out.value(amount);
      out.ascii(',"unit":');
      out.text(this.units.get(id) ?? "null");
      if (from) out.ascii(`,"from":"${from}"`);
      out.ascii("}");
    }
  }
}

function due({ due }: Recommendation): string {
  return due ? JSON.stringify({ action: due.action, recommended: due.recommended?.id ?? null }) : "null";
}

function override({ override }: Recommendation): string {
  if (!override) return "null";
  const { from, to, reason, approver, date, location } = override;
  return JSON.stringify({ from: from?.id ?? null, to: to?.id ?? null, reason, approver, date, location });
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
