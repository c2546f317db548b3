/**
 * The grading of 交通银行南昌分行 written a second time, from the policy document alone: no room of the product is used
 * here. Money is BigInt fen (or US cents), shares are BigInt hundredths of a percent, years BigInt hundredths. `null` is a blank
 * cell of a column in which a blank means missing; an absent sheet is undefined.
 */
export type TierId = "senior" | "first" | "second" | "third" | "fourth" | "trainee";

export interface Manager {
  readonly id: string;
  readonly current: TierId;
  readonly years: bigint | null;
  readonly education: "高中" | "大专" | "本科" | "硕士" | "博士" | null;
  readonly title: "无" | "初级" | "中级" | "高级" | null;
  readonly exam: boolean | null;
  readonly violations: number;
}

export interface Deposit {
  readonly manager: string;
  readonly customer: string | null;
  readonly average: bigint | null;
  readonly lastYear: bigint;
  readonly negotiated: boolean;
}

/** A loan in fen, or a settlement in cents. */
export interface Amount {
  readonly manager: string;
  readonly customer: string | null;
  readonly amount: bigint | null;
}

export interface Quality {
  readonly manager: string;
  readonly normal: bigint | null;
  readonly lastNormal: bigint | null;
  readonly newBad: bigint;
  readonly arrears: bigint;
  readonly advances: bigint;
}

export interface Quarter {
  readonly managers: readonly Manager[];
  readonly deposits: readonly Deposit[] | undefined;
  readonly loans: readonly Amount[] | undefined;
  readonly settlements: readonly Amount[] | undefined;
  readonly quality: readonly Quality[] | undefined;
}

export interface Grade {
  readonly qualified: TierId | null;
  /** Tiers above it that cannot be decided. */
  readonly undecided: readonly TierId[];
  readonly onPost: boolean | "unknown";
  /** What a run at the year's end says. */
  readonly action: "promote" | "keep" | "demote" | "confirm" | "review" | "leave";
  readonly recommended: TierId | null;
}

/** Undefined is unknown, here and below. */
type Truth = boolean | undefined;
type Figure = bigint | undefined;

const wan = 10_000n * 100n;

interface Line {
  readonly tier: TierId;
  readonly need: number;
  readonly floor: bigint;
  readonly years: bigint;
  readonly deposits: readonly [bigint, bigint];
  readonly loans: readonly [bigint, bigint];
  /** In cents; for 四级 the two readings decide. */
  readonly settlement: bigint;
  readonly growth: bigint;
}

// biome-ignore format: a table
export const ladder: readonly Line[] = [
  { tier: "senior", need: 2, floor: 500n * wan, years: 300n, deposits: [25_000n * wan, 10_000n * wan], loans: [35_000n * wan, 15_000n * wan], settlement: 3000n * wan, growth: 5000n * wan },
  { tier: "first", need: 2, floor: 300n * wan, years: 300n, deposits: [15_000n * wan, 3000n * wan], loans: [20_000n * wan, 7500n * wan], settlement: 2000n * wan, growth: 3000n * wan },
  { tier: "second", need: 1, floor: 100n * wan, years: 100n, deposits: [7500n * wan, 2500n * wan], loans: [18_000n * wan, 5000n * wan], settlement: 1000n * wan, growth: 2500n * wan },
  { tier: "third", need: 1, floor: 50n * wan, years: 0n, deposits: [3800n * wan, 0n], loans: [7200n * wan, 0n], settlement: 500n * wan, growth: 1500n * wan },
  { tier: "fourth", need: 1, floor: 50n * wan, years: 0n, deposits: [1500n * wan, 0n], loans: [3600n * wan, 0n], settlement: 1000n * wan, growth: 1500n * wan },
];

/** Fen a dollar: the rate that the rulebook assumes for one reading of 四级 c. */
export const fenPerDollar = 680n;

export function gradeQuarter(quarter: Quarter): Map<string, Grade> {
  return new Map(quarter.managers.map((manager) => [manager.id, gradeOne(quarter, manager)]));
}

function gradeOne(quarter: Quarter, manager: Manager): Grade {
  const business = new Business(quarter, manager.id);
  const verdicts = ladder.map((line) => ({ tier: line.tier, truth: meets(business, manager, line) }));
  const place = verdicts.findIndex(({ truth }) => truth === true);
  const above = place < 0 ? verdicts : verdicts.slice(0, place);
  const undecided = above.filter(({ truth }) => truth === undefined).map(({ tier }) => tier);
  const qualified = verdicts[place]?.tier ?? null;
  const posted = atLeast(business.deposits(50n * wan)?.total, (manager.current === "trainee" ? 1000n : 1500n) * wan);
  return {
    qualified,
    undecided,
    onPost: posted ?? "unknown",
    ...become(manager.current, qualified, undecided.length > 0, posted),
  };
}

/** What becomes of whom at the year's end, as the policy's table has it. */
function become(
  current: TierId,
  qualified: TierId | null,
  isOpen: boolean,
  posted: Truth,
): Pick<Grade, "action" | "recommended"> {
  if (isOpen) return { action: "review", recommended: null };
  if (qualified === null) {
    if (posted === undefined) return { action: "review", recommended: null };
    if (!posted) return { action: "leave", recommended: null };
    return current === "trainee" ? { action: "keep", recommended: "trainee" } : { action: "review", recommended: null };
  }
  if (current === "trainee") return { action: "confirm", recommended: qualified };
  const [now, then] = [current, qualified].map((tier) => ladder.findIndex((line) => line.tier === tier)) as [
    number,
    number,
  ];
  return { action: then < now ? "promote" : then > now ? "demote" : "keep", recommended: qualified };
}

function meets(business: Business, manager: Manager, line: Line): Truth {
  return all([
    any([atOrAbove(education, manager.education, "大专"), atOrAbove(titles, manager.title, "初级")]),
    manager.exam ?? undefined,
    manager.violations === 0,
    line.years === 0n ? true : atLeast(manager.years ?? undefined, line.years),
    business.soundLoans(),
    some(line.need, [
      holds(business.deposits(line.floor), line.deposits),
      holds(business.loans(line.floor), line.loans),
      settles(business.settled(line.floor), line),
      atLeast(business.growth(line.floor), line.growth),
    ]),
  ]);
}

/** Of a figure in all and its largest customer. */
function holds(figure: Held | undefined, [total, largest]: readonly [bigint, bigint]): Truth {
  if (!figure) return undefined;
  return all([atLeast(figure.total, total), largest === 0n ? true : atLeast(figure.largest, largest)]);
}

function settles(figure: Held | undefined, { tier, settlement }: Line): Truth {
  const dollars = atLeast(figure?.total, settlement);
  if (tier !== "fourth") return dollars;
  // Cents × fen a dollar ÷ 100 are fen: 1000万元 is 1000 × 万 fen.
  const yuan = figure === undefined ? undefined : figure.total * fenPerDollar >= 1000n * wan * 100n;
  return dollars === yuan ? dollars : undefined;
}

interface Held {
  readonly total: bigint;
  readonly largest: bigint;
}

/** One manager's rows. */
class Business {
  private readonly deposited: readonly Deposit[] | undefined;
  private readonly lent: readonly Amount[] | undefined;
  private readonly settlements: readonly Amount[] | undefined;
  private readonly quality: Quality | undefined;

  constructor(quarter: Quarter, id: string) {
    const own = <Row extends { manager: string }>(rows: readonly Row[] | undefined) =>
      rows?.filter((row) => row.manager === id);
    this.deposited = own(quarter.deposits);
    this.lent = own(quarter.loans);
    this.settlements = own(quarter.settlements);
    this.quality = quarter.quality?.find((row) => row.manager === id);
  }

  /** Deposits without the negotiated ones, of customers at or above the floor. */
  deposits(floor: bigint): Held | undefined {
    const rows = this.deposited
      ?.filter((row) => !row.negotiated)
      .map(({ customer, average }) => ({ customer, amount: average }));
    return this.held(rows, floor);
  }

  loans(floor: bigint): Held | undefined {
    return this.held(this.lent, floor);
  }

  settled(floor: bigint): Held | undefined {
    return this.held(this.settlements, floor);
  }

  growth(floor: bigint): Figure {
    const rows = this.deposited?.map(({ customer, average, lastYear }) => ({
      customer,
      amount: average === null ? null : average - lastYear,
    }));
    return this.held(rows, floor)?.total;
  }

  /** The share of sound loans rose (or is whole, or there are no loans), and nothing went bad. */
  soundLoans(): Truth {
    const { quality, lent } = this;
    const [normal, before] = [quality?.normal ?? undefined, quality?.lastNormal ?? undefined];
    const rose = normal === undefined || before === undefined ? undefined : normal > before;
    const whole = normal === undefined ? undefined : normal === 10_000n;
    const none = lent === undefined ? undefined : lent.length === 0;
    const zero = (figure: Figure) => (figure === undefined ? undefined : figure === 0n);
    return all([any([none, whole, rose]), zero(quality?.newBad), zero(quality?.arrears), zero(quality?.advances)]);
  }

  /** Whether a customer counts: by all its deposits, negotiated or not. */
  private counts(customer: string | null, floor: bigint): Truth {
    if (customer === null || !this.deposited) return undefined;
    const rows = this.deposited.filter((row) => row.customer === customer);
    if (rows.some((row) => row.average === null)) return undefined;
    return rows.reduce((sum, row) => sum + (row.average ?? 0n), 0n) >= floor;
  }

  /** Never partial: one row of which it is open whether it counts, or which counts and has no amount, and nothing is known. */
  private held(
    rows: readonly { readonly customer: string | null; readonly amount: bigint | null }[] | undefined,
    floor: bigint,
  ): Held | undefined {
    if (!rows) return undefined;
    const sums = new Map<string, bigint>();
    for (const { customer, amount } of rows) {
      const truth = this.counts(customer, floor);
      if (truth === false) continue;
      if (truth === undefined || amount === null || customer === null) return undefined;
      sums.set(customer, (sums.get(customer) ?? 0n) + amount);
    }
    let [total, largest] = [0n, 0n];
    for (const sum of sums.values()) {
      total += sum;
      if (sum > largest) largest = sum;
    }
    return { total, largest };
  }
}

const education = ["高中", "大专", "本科", "硕士", "博士"];
const titles = ["无", "初级", "中级", "高级"];

function atOrAbove(order: readonly string[], value: string | null, least: string): Truth {
  return value === null ? undefined : order.indexOf(value) >= order.indexOf(least);
}

function atLeast(figure: Figure, line: bigint): Truth {
  return figure === undefined ? undefined : figure >= line;
}

function some(need: number, truths: readonly Truth[]): Truth {
  const met = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === undefined).length;
  return met >= need ? true : met + open < need ? false : undefined;
}

function all(truths: readonly Truth[]): Truth {
  return some(truths.length, truths);
}

function any(truths: readonly Truth[]): Truth {
  return some(1, truths);
}
