import { type Result, Unknown } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Quotas } from "../rulebook/quota.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Tier } from "../rulebook/tier.ts";
import type { Recommendation } from "./recommendation.ts";

/** How a tier's cap came out. */
export interface QuotaResult {
  readonly tier: Tier;
  readonly share: Exact;
  /** How many people the share is taken of. */
  readonly base: number;
  /** The whole part of share × base. */
  readonly seats: number;
  /** People who would have the tier, before the cap is applied. */
  readonly holders: number;
  /** By `personIndex`: beyond the seats, in ranking order. */
  readonly over: readonly number[];
  /** By `personIndex`: tied at the last seat, or decided one way without the unknown people and another way with them. */
  readonly open: readonly number[];
}

/** What the caps make of one person. */
export type Standing = "seated" | "over" | "tied";

interface Entrant {
  readonly person: number;
  /** Place of the tier on the ladder, 0 the highest. */
  readonly place: number;
  readonly rank: readonly Exact[];
}

interface Seating {
  /** Where each person ends, and how, by `person`. */
  readonly places: ReadonlyMap<number, { readonly place: number; readonly standing: Standing }>;
  readonly tiers: readonly {
    readonly seats: number;
    readonly holders: number;
    readonly over: readonly number[];
    readonly tied: readonly number[];
  }[];
}

/**
 * Applies the caps, the highest tier first. Decided twice: with the people whose tier or rank is unknown left out, and with
 * them in at the top; whoever comes out differently is left to a person. `over: lower` passes people down to the next tier.
 */
export function seat(
  rulebook: Rulebook,
  quotas: Quotas,
  people: readonly { readonly recommendation: Recommendation; readonly frame: PersonFrame }[],
): { readonly results: QuotaResult[]; readonly places: Seating["places"]; readonly open: ReadonlySet<number> } {
  const ladder = rulebook.tiers.filter((tier) => tier.ladder);
  const entrants: Entrant[] = [];
  const unknown: { person: number; place: number }[] = [];
  let outside = 0;
  for (const { recommendation, frame } of people) {
    const { recommended, personIndex, action } = recommendation;
    const place = recommended?.ladder ? ladder.indexOf(recommended) : -1;
    const rank = quotas.rank.map((one) => one.value(frame));
    // Who is in review for meeting no tier is known to need no seat.
    if (action === "review" && frame.qualified !== "") unknown.push({ person: personIndex, place: 0 });
    else if (place < 0) outside++;
    else if (rank.some((value) => value instanceof Unknown)) unknown.push({ person: personIndex, place });
    else entrants.push({ person: personIndex, place, rank: figures(rank) });
  }
  const counted = quotas.base === "all" ? outside : 0;
  const without = seating(ladder, quotas, entrants, counted + entrants.length, []);
  const whole = counted + entrants.length + unknown.length;
  const withThem = seating(ladder, quotas, entrants, whole, unknown);
  const open = new Set(
    entrants.flatMap(({ person }) => {
      const [a, b] = [without.places.get(person), withThem.places.get(person)];
      return a?.standing === "tied" || a?.place !== b?.place || a?.standing !== b?.standing ? [person] : [];
    }),
  );
  const results = ladder.flatMap((tier, place): QuotaResult[] => {
    const share = quotas.caps.get(tier.id);
    const tally = without.tiers[place];
    if (!share || !tally) return [];
    const { seats, holders, over, tied } = tally;
    const base = counted + entrants.length;
    const here = [...open].filter((person) => without.places.get(person)?.place === place || tied.includes(person));
    return [{ tier, share, base, seats, holders, over, open: here }];
  });
  return { results, places: without.places, open };
}

/** `ahead` are people who take a seat before everybody else in their tier. */
function seating(
  ladder: readonly Tier[],
  quotas: Quotas,
  entrants: readonly Entrant[],
  base: number,
  ahead: readonly { readonly person: number; readonly place: number }[],
): Seating {
  const places = new Map<number, { place: number; standing: Standing }>();
  const tiers: Seating["tiers"][number][] = [];
  let passedDown: Entrant[] = [];
  for (const [place, tier] of ladder.entries()) {
    const here = [...entrants.filter((one) => one.place === place), ...passedDown].sort(byRank);
    passedDown = [];
    const share = quotas.caps.get(tier.id);
    const taken = ahead.filter((one) => one.place === place).length;
    const seats = share ? Number(share.mul(Exact.of(base)).floor()) : Number.POSITIVE_INFINITY;
    const free = Math.max(0, seats - taken);
    const { seated, tied, over } = cutAt(here, free);
    for (const one of seated) places.set(one.person, { place, standing: "seated" });
    for (const one of tied) places.set(one.person, { place, standing: "tied" });
    const lowest = place === ladder.length - 1;
    for (const one of over) places.set(one.person, { place, standing: "over" });
    if (quotas.over === "lower" && !lowest) passedDown = over;
    const numbers = (list: readonly Entrant[]) => list.map((one) => one.person);
    tiers.push({ seats, holders: here.length + taken, over: numbers(over), tied: numbers(tied) });
  }
  return { places, tiers };
}

/** Who has one of the free seats; those of equal rank on both sides of the line are tied, all of them. */
function cutAt(ranked: readonly Entrant[], free: number): { seated: Entrant[]; tied: Entrant[]; over: Entrant[] } {
  const [last, next] = [ranked[free - 1], ranked[free]];
  if (!next) return { seated: [...ranked], tied: [], over: [] };
  const isTied = (one: Entrant) => last !== undefined && byRank(last, next) === 0 && byRank(one, last) === 0;
  const tied = ranked.filter(isTied);
  return {
    seated: ranked.slice(0, free).filter((one) => !isTied(one)),
    tied,
    over: ranked.slice(free).filter((one) => !isTied(one)),
  };
}

/** The higher figure first, the next figure where the first is equal. */
function byRank(a: Entrant, b: Entrant): number {
  for (const [index, figure] of a.rank.entries()) {
    const order = (b.rank[index] as Exact).compare(figure);
    if (order !== 0) return order;
  }
  return 0;
}

function figures(rank: readonly Result[]): Exact[] {
  return rank.map((value) => (value instanceof Exact ? value : Exact.zero));
}
