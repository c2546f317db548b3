import { z } from "zod";
import { date, flag, formula, label, name, strict, text } from "./basics.ts";
import { benefit, decision, reading } from "./decision.ts";
import { metric, param, rate, scope } from "./figure.ts";
import { input } from "./input.ts";
import { levels, quotas, score, team } from "./score.ts";
import { requirements, standing, tier } from "./tier.ts";

const source = strict({
  title: label.optional(),
  publisher: label.optional(),
  issued: text.optional(),
  url: text.optional(),
  note: text.optional(),
});

/** The whole rulebook, as written; order in the file is free. */
export const rulebook = strict({
  dingji: text,
  extends: text.optional(),
  id: name,
  title: label,
  subject: name,
  currency: text.optional(),
  applies_to: formula.optional(),
  effective: strict({ from: date.optional(), to: date.optional(), note: text.optional() }).optional(),
  sources: z.record(name, source).optional(),
  inputs: z.record(name, input),
  rates: z.record(name, z.array(rate).min(1)).optional(),
  params: z.record(name, param).optional(),
  scopes: z.record(name, scope).optional(),
  metrics: z.record(name, metric).optional(),
  scores: z.record(name, score).optional(),
  requirements: z.record(name, requirements).optional(),
  tiers: z.array(tier).min(1).optional(),
  levels: levels.optional(),
  standing: z.array(standing).min(1).optional(),
  decision: decision.optional(),
  quotas: quotas.optional(),
  team: z.array(team).min(1).optional(),
  benefits: z.record(name, benefit).optional(),
  readings: z.record(name, reading).optional(),
  assumed: flag.optional(),
  note: text.optional(),
});

export type RulebookSource = z.infer<typeof rulebook>;
