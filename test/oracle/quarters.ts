import fc from "fast-check";
import type { Amount, Deposit, Manager, Quality, Quarter, TierId } from "./policy.ts";
import { ladder } from "./policy.ts";

/**
 * Quarters in which nearly everything lies at a boundary: sums that meet a line, miss it by a fen or pass it by one, customers at
 * their floors, years of 2.99, shares that did not quite rise. Rows that a recipe calls the last one close the gap to a line.
 */
const wan = 10_000n * 100n;
const near = fc.constantFrom(-1n, 0n, 0n, 0n, 1n);
const floors = [50n, 100n, 300n, 500n].map((one) => one * wan);

const lines = (pick: (line: (typeof ladder)[number]) => bigint): bigint[] => [...new Set(ladder.map(pick))];
const totals = { deposits: [...lines((one) => one.deposits[0]), 1000n * wan], loans: lines((one) => one.loans[0]) };
const singles = {
  deposits: lines((one) => one.deposits[1]).filter((one) => one > 0n),
  loans: lines((one) => one.loans[1]).filter((one) => one > 0n),
};
/** In cents; 1,470,588.24 dollars are the first that make 1000万元. */
const settled = [...lines((one) => one.settlement), 147_058_823n, 147_058_824n, 0n];

const at = (list: readonly bigint[]) => fc.tuple(fc.constantFrom(...list), near).map(([line, fen]) => max0(line + fen));
const max0 = (amount: bigint) => (amount < 0n ? 0n : amount);
const blankSometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 25, nil: null });

const customers = ["C1", "C2", "C3", "C4"];

interface Row {
  readonly customer: string | null;
  readonly amount: bigint | null;
  readonly negotiated: boolean;
}

/** A manager's rows: some at floors and single-customer lines, the last one what is missing to a total. */
function rowsTo(total: readonly bigint[], single: readonly bigint[]): fc.Arbitrary<Row[]> {
  const row = fc.record({
    customer: fc.option(fc.constantFrom(...customers), { freq: 60, nil: null }),
    amount: blankSometimes(fc.oneof(at(floors), at(single), at([0n, 10n * wan, 2000n * wan, 8000n * wan]))),
    negotiated: fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, { arbitrary: fc.constant(true), weight: 1 }),
  });
  const closing = fc.option(fc.tuple(fc.constantFrom(...customers), fc.constantFrom(...total), near), { freq: 4 });
  return fc.tuple(fc.array(row, { maxLength: 4 }), closing).map(([rows, last]) => {
    if (!last) return rows;
    const [customer, line, fen] = last;
    const sum = rows.reduce((before, one) => before + (one.negotiated ? 0n : (one.amount ?? 0n)), 0n);
    return [...rows, { customer, amount: max0(line - sum + fen), negotiated: false }];
  });
}

const growths = lines((one) => one.growth);

function deposits(manager: string): fc.Arbitrary<Deposit[]> {
  const growth = fc.option(fc.tuple(fc.constantFrom(...growths), near), { freq: 3 });
  return fc.tuple(rowsTo(totals.deposits, singles.deposits), growth).map(([rows, wanted]) => {
    const sum = rows.reduce((before, one) => before + (one.amount ?? 0n), 0n);
    // Last year's, so that the year's growth comes to a line: all of it in the last row, which may be less than nothing.
    const before = wanted ? max0(sum - wanted[0] + wanted[1]) : sum;
    return rows.map(({ customer, amount, negotiated }, index) => {
      const lastYear = index === rows.length - 1 ? before : 0n;
      return { manager, customer, average: amount, lastYear, negotiated };
    });
  });
}

function loans(manager: string): fc.Arbitrary<Amount[]> {
  return fc
    .oneof({ arbitrary: fc.constant([]), weight: 1 }, { arbitrary: rowsTo(totals.loans, singles.loans), weight: 3 })
    .map((rows) => rows.map(({ customer, amount }) => ({ manager, customer, amount })));
}

function settlements(manager: string): fc.Arbitrary<Amount[]> {
  const row = fc.record({ customer: fc.constantFrom(...customers), amount: blankSometimes(at(settled)) });
  return fc.array(row, { maxLength: 2 }).map((rows) => rows.map((one) => ({ manager, ...one })));
}

const zeroMostly = fc.oneof({ arbitrary: fc.constant(0n), weight: 12 }, { arbitrary: fc.constant(1n), weight: 1 });

function quality(manager: string): fc.Arbitrary<Quality[]> {
  const share = blankSometimes(fc.constantFrom(10_000n, 10_000n, 9_999n, 9_850n, 9_849n));
  const row = fc.record({
    normal: share,
    lastNormal: share,
    newBad: zeroMostly,
    arrears: zeroMostly,
    advances: zeroMostly,
  });
  return fc.oneof(
    { arbitrary: row.map((one) => [{ manager, ...one }]), weight: 12 },
    { arbitrary: fc.constant<Quality[]>([]), weight: 1 },
  );
}

function manager(id: string): fc.Arbitrary<Manager> {
  const tiers: TierId[] = ["senior", "first", "second", "third", "fourth", "trainee"];
  return fc.record({
    id: fc.constant(id),
    current: fc.constantFrom(...tiers),
    years: blankSometimes(fc.constantFrom(300n, 300n, 299n, 301n, 100n, 99n, 0n, 800n)),
    education: blankSometimes(fc.constantFrom("本科", "大专", "硕士", "博士", "高中")),
    title: blankSometimes(fc.constantFrom("无", "初级", "中级", "高级")),
    exam: blankSometimes(fc.constantFrom(true, true, true, true, true, true, false)),
    violations: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
  });
}

interface Whole {
  readonly manager: Manager;
  readonly deposits: Deposit[];
  readonly loans: Amount[];
  readonly settlements: Amount[];
  readonly quality: Quality[];
}

/** Anything may be wrong with this manager. */
const haphazard = (id: string): fc.Arbitrary<Whole> =>
  fc.record({
    manager: manager(id),
    deposits: deposits(id),
    loans: loans(id),
    settlements: settlements(id),
    quality: quality(id),
  });

/** This one passes the gates, and has about what a tier asks for in some of its four lines: a fen less, or more, or that. */
function aimed(id: string): fc.Arbitrary<Whole> {
  const recipe = fc.record({
    line: fc.constantFrom(...ladder),
    current: fc.constantFrom<TierId>("senior", "first", "second", "third", "fourth", "trainee"),
    wants: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    fen: fc.tuple(near, near, near, near, near, near),
    belowFloor: fc.boolean(),
    negotiated: fc.option(near, { nil: undefined }),
    strangers: fc.boolean(),
    normal: fc.constantFrom<[bigint, bigint]>([10_000n, 10_000n], [9_900n, 9_899n], [9_900n, 9_900n]),
    years: fc.constantFrom(300n, 800n, 300n, 299n),
  });
  return recipe.map(({ line, current, wants, fen, belowFloor, negotiated, strangers, normal, years }) => {
    const [a, b, c, d] = wants;
    const { floor } = line;
    const counting = (amount: bigint) => (amount < floor ? floor : amount);
    const first = a ? counting(line.deposits[1]) + fen[0] : counting(floor + fen[0]);
    const others = a ? shared(counting(line.deposits[0] - first + fen[1]), counting(line.deposits[1]), floor) : [floor];
    const row = (customer: string, average: bigint, isNegotiated = false) =>
      ({ manager: id, customer, average, lastYear: 0n, negotiated: isNegotiated }) satisfies Deposit;
    const rows = [row("C1", first), ...others.map((amount, index) => row(`D${index}`, amount))];
    if (belowFloor) rows.push(row("C3", floor - 1n));
    // Negotiated deposits count for the floor, and not for the line.
    if (negotiated !== undefined) rows.push(row("C3", 1n + negotiated, true), row("C1", 1n, true));
    const growth = d ? line.growth + fen[2] : 0n;
    const lastYear = max0(rows.reduce((sum, { average }) => sum + (average ?? 0n), 0n) - growth);
    const deposited = rows.map((one, index) => (index === 0 ? { ...one, lastYear } : one));
    const [single, whole] = [max0(line.loans[1] + fen[3]), line.loans[0]];
    const lent = (customer: string, amount: bigint): Amount => ({ manager: id, customer, amount });
    return {
      manager: { id, current, years, education: "本科", title: "无", exam: true, violations: 0 },
      deposits: deposited,
      loans: [
        ...(b
          ? [
              lent("C1", single),
              ...shared(max0(whole - single + fen[4]), line.loans[1], 0n).map((sum, index) => lent(`D${index}`, sum)),
            ]
          : []),
        ...(strangers ? [lent("C9", whole)] : []),
      ],
      settlements: c ? [lent("C1", max0(line.settlement + fen[5]))] : [],
      quality: [{ manager: id, normal: normal[0], lastNormal: normal[1], newBad: 0n, arrears: 0n, advances: 0n }],
    };
  });
}

/** An amount as those of several customers, each at least the least and at most the most, so that another's is the largest. */
function shared(amount: bigint, most: bigint, least: bigint): bigint[] {
  const count = most === 0n ? 1n : (amount + most - 1n) / most;
  if (count <= 1n || amount / count < least) return [amount];
  const rest = amount % count;
  return Array.from({ length: Number(count) }, (_, index) => amount / count + (BigInt(index) < rest ? 1n : 0n));
}

const one = (index: number): fc.Arbitrary<Whole> => {
  const id = String(100_001 + index);
  return fc.oneof(haphazard(id), aimed(id));
};

type Sheet = "deposits" | "loans" | "settlements" | "quality";
const absent = fc.option(fc.constantFrom<Sheet>("deposits", "loans", "settlements", "quality"), {
  freq: 8,
  nil: undefined,
});

/** A quarter of so many managers; now and then one sheet is not supplied. */
export function quarters(people: number): fc.Arbitrary<Quarter> {
  return fc
    .tuple(fc.tuple(...Array.from({ length: people }, (_, index) => one(index))), absent)
    .map(([all, without]) => {
      const sheet = <K extends Sheet>(name: K) =>
        name === without ? undefined : all.flatMap((each) => each[name] as Whole[K][number][]);
      return {
        managers: all.map((each) => each.manager),
        deposits: sheet("deposits") as Deposit[] | undefined,
        loans: sheet("loans") as Amount[] | undefined,
        settlements: sheet("settlements") as Amount[] | undefined,
        quality: sheet("quality") as Quality[] | undefined,
      };
    });
}
