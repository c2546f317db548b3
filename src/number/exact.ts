/** What does not fit a safe integer. */
interface Wide {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * An exact rational number. Everything that decides a grade is one, from the cell to the verdict: no binary fraction ever
 * takes part. Denominators are powers of ten until something is divided, and equal ones are added without a gcd; measured
 * on sums of 100,000 amounts, that is what a general fraction library spends its time on (see test/bench).
 *
 * Two integers: as doubles while they are small (the upper below 2^53, 90 trillion 元 in fen), where arithmetic on them is
 * exact and ten times as fast as on bigints; as bigints as soon as one is not. A sum or product of doubles that is no safe
 * integer shows it, for rounding never brings one back below 2^53.
 */
export class Exact {
  /**
   * V8 keeps what it has learnt of a class's fields: a `top` that has been small so far is kept otherwise than one that has
   * not, and all code that was optimised for the one is thrown away at the first of the other. So the first are these.
   */
  static readonly shapes: readonly Exact[] = [new Exact(0.5, 1, undefined), new Exact(0.5, 1, { n: 1n, d: 2n })];
  static readonly zero = new Exact(0, 1, undefined);
  static readonly one = new Exact(1, 1, undefined);

  /** `top` and `bottom` do not count where there is `wide`. */
  private constructor(
    private readonly top: number,
    /** Above zero. Not always in lowest terms: compare with `equals`. */
    private readonly bottom: number,
    private readonly wide: Wide | undefined,
  ) {}

  static of(n: bigint | number, d: bigint | number = 1): Exact {
    if (typeof n === "number" && typeof d === "number" && Number.isSafeInteger(n) && isSmallBottom(d)) {
      return Exact.small(n, d);
    }
    const [top, bottom] = [BigInt(n), BigInt(d)];
    if (bottom === 0n) throw new RangeError("Exact.of: zero denominator");
    return bottom < 0n ? Exact.fit(-top, -bottom) : Exact.fit(top, bottom);
  }

  /** The first integers are one object each, wherever they come up: counts, years, what is missing where nothing is. */
  static integers(count: number): readonly Exact[] {
    return Array.from({ length: count }, (_, n) => [Exact.zero, Exact.one][n] ?? new Exact(n, 1, undefined));
  }

  /** Whether everything equal to it, over the same denominator, is this very object. */
  get isOneObject(): boolean {
    return this.bottom === 1 && smallIntegers[this.top] === this;
  }

  /** n / 100, `n` a safe integer: an amount in fen. */
  static hundredths(n: number): Exact {
    return Exact.small(n, 100);
  }

  /** What `hundredths` makes this very number from; NaN where nothing does. */
  get inHundredths(): number {
    if (this.wide) return Number.NaN;
    return this.bottom === 100 || this.top === 0 ? this.top : Number.NaN;
  }

  /** A hundred times this; NaN where that is no safe integer. */
  get timesHundred(): number {
    if (this.wide || (this.bottom !== 1 && this.bottom !== 10 && this.bottom !== 100)) return Number.NaN;
    const hundredths = this.top * (100 / this.bottom);
    return isSafe(hundredths) ? hundredths : Number.NaN;
  }

  get n(): bigint {
    return this.wide ? this.wide.n : BigInt(this.top);
  }

  get d(): bigint {
    return this.wide ? this.wide.d : BigInt(this.bottom);
  }

  /** Reads `-1234.50`, `.5`, `1.5e-3`: ASCII digits, no grouping, no blanks. Undefined for anything else. */
  static parse(text: string): Exact | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
    if (!match) return undefined;
    const [, sign, whole = "", fraction = "", exponent = "0"] = match;
    if (whole === "" && fraction === "") return undefined;
    const digits = BigInt(whole + fraction);
    const scale = fraction.length - Number(exponent);
    const n = sign === "-" ? -digits : digits;
    return scale >= 0 ? Exact.fit(n, tenTo(scale)) : Exact.fit(n * tenTo(-scale), 1n);
  }

  /**
   * The number that a spreadsheet's double stands for: its value at 15 significant digits, as Excel shows and compares it.
   * 0.14999999999999999 and 0.57999999999999996 are 0.15 and 0.58. Undefined for NaN and the infinities.
   */
  static fromDouble(value: number): Exact | undefined {
    if (!Number.isFinite(value)) return undefined;
    if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return Exact.small(value, 1);
    const shortest = String(value);
    // A shortest form of up to 15 digits is the 15-digit rounding itself; with a point, 16 characters hold no more.
    if (shortest.length <= 16 && Math.abs(value) < 1e15 && !shortest.includes("e")) return Exact.parse(shortest);
    return Exact.parse(String(Number(value.toPrecision(15))));
  }

  /** A safe integer and a small bottom; zero has no sign. */
  private static small(n: number, d: number): Exact {
    if (n === 0) return Exact.zero;
    return d === 1 && n > 0 && n < smallIntegers.length ? (smallIntegers[n] as Exact) : new Exact(n, d, undefined);
  }

  /** Of any size, `d` above zero: one value with one denominator is always kept in the same way, and nothing as one object. */
  private static fit(n: bigint, d: bigint): Exact {
    if (n === 0n) return Exact.zero;
    if (d <= greatestBottom && n <= safe && n >= -safe) return Exact.small(Number(n), Number(d));
    return new Exact(0, 1, { n, d });
  }

  add(other: Exact): Exact {
    if (!this.wide && !other.wide) {
      const sum = sumOver(this.top, this.bottom, other.top, other.bottom);
      if (isSafe(sum)) return Exact.small(sum, Math.max(this.bottom, other.bottom));
    }
    const [{ n, d }, { n: otherN, d: otherD }] = [this, other];
    if (d === otherD) return Exact.fit(n + otherN, d);
    if (d % otherD === 0n) return Exact.fit(n + otherN * (d / otherD), d);
    if (otherD % d === 0n) return Exact.fit(n * (otherD / d) + otherN, otherD);
    return Exact.fit(n * otherD + otherN * d, d * otherD).trimmed();
  }

  sub(other: Exact): Exact {
    if (!this.wide && !other.wide) {
      const difference = sumOver(this.top, this.bottom, -other.top, other.bottom);
      if (isSafe(difference)) return Exact.small(difference, Math.max(this.bottom, other.bottom));
    }
    return this.add(other.neg());
  }

  mul(other: Exact): Exact {
    if (!this.wide && !other.wide) {
      const n = this.top * other.top;
      const d = this.bottom * other.bottom;
      if (isSafe(n) && isSmallBottom(d)) return Exact.small(n, d).trimmed();
    }
    return Exact.fit(this.n * other.n, this.d * other.d).trimmed();
  }

  /** Undefined when `other` is zero. */
  div(other: Exact): Exact | undefined {
    if (other.sign === 0) return undefined;
    const [n, d] = [this.n * other.d, this.d * other.n];
    return (d < 0n ? Exact.fit(-n, -d) : Exact.fit(n, d)).trimmed();
  }

  /** This ÷ `other`, rounded down to so many parts of one; undefined when `other` is zero. */
  shareOf(other: Exact, parts: number): Exact | undefined {
    if (!this.wide && !other.wide && other.top > 0) {
      const over = this.top * other.bottom * parts;
      const under = other.top * this.bottom;
      // The remainder of two safe integers is exact, and so is what follows.
      if (isSafe(over) && isSafe(under) && over >= 0) return Exact.of((over - (over % under)) / under, parts);
    }
    const share = this.div(other);
    return share && Exact.of(share.mul(Exact.of(parts)).floor(), parts);
  }

  neg(): Exact {
    return this.wide ? Exact.fit(-this.wide.n, this.wide.d) : Exact.small(-this.top, this.bottom);
  }

  abs(): Exact {
    return this.sign < 0 ? this.neg() : this;
  }

  /** Below, at or above zero as this is less than, equal to or greater than `other`. */
  compare(other: Exact): number {
    if (!this.wide && !other.wide) {
      if (this.bottom === other.bottom) return Math.sign(this.top - other.top);
      const left = this.top * other.bottom;
      const right = other.top * this.bottom;
      if (isSafe(left) && isSafe(right)) return Math.sign(left - right);
    }
    const [left, right] = [this.n * other.d, other.n * this.d];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  /** This times 10^places: 0.6 shifted by 2 is 60. */
  shifted(places: number): Exact {
    return places >= 0 ? this.mul(Exact.fit(tenTo(places), 1n)) : this.mul(Exact.fit(1n, tenTo(-places)));
  }

  get sign(): number {
    if (this.wide) return this.wide.n < 0n ? -1 : this.wide.n > 0n ? 1 : 0;
    return Math.sign(this.top);
  }

  get isInteger(): boolean {
    return this.wide ? this.wide.n % this.wide.d === 0n : this.top % this.bottom === 0;
  }

  /** The greatest integer not above this. */
  floor(): bigint {
    const { n, d } = this;
    const quotient = n / d;
    return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
  }

  /** The least integer not below this. */
  ceil(): bigint {
    return -this.neg().floor();
  }

  /** To the nearest multiple of 10^-places, halves away from zero (四舍五入). */
  round(places = 0): Exact {
    const { n, d } = this;
    const scale = tenTo(places);
    const twice = (n < 0n ? -n : n) * scale * 2n + d;
    const rounded = twice / (d * 2n);
    return Exact.fit(n < 0n ? -rounded : rounded, scale);
  }

  /**
   * The decimal: exact whenever the number has a finite one of at most `places` digits (all cells, sums and thresholds
   * do), else rounded there. No exponent, no trailing zeros.
   */
  toString(places = 20): string {
    if (!this.wide) {
      if (this.bottom === 1) return String(this.top);
      // Cells and their sums are over a power of ten; a report holds half a million of them.
      const own = smallPowers.indexOf(this.bottom);
      if (own >= 0 && own <= places) return pointIn(this.top, this.bottom, own);
    }
    const { n, d } = this.reduced();
    let digits = 0;
    let scale = 1n;
    while (digits < places && scale % d !== 0n) {
      scale *= 10n;
      digits++;
    }
    const scaled = scale % d === 0n ? (n * scale) / d : this.round(places).n;
    return placePoint(scaled, digits);
  }

  /**
   * Writes the decimal as ASCII, without a text in between, if that can be done: a whole number or one over a hundred, below
   * 2^53. The position after it; -1: nothing was written.
   *
   * @param bytes has room for 18 more
   */
  writeTo(bytes: Uint8Array, at: number): number {
    if (this.wide || (this.bottom !== 1 && this.bottom !== 100)) return -1;
    let p = at;
    if (this.top < 0) bytes[p++] = 0x2d;
    const size = Math.abs(this.top);
    if (this.bottom === 1) return writeDigits(size, bytes, p);
    const fen = size % 100;
    p = writeDigits((size - fen) / 100, bytes, p);
    if (fen === 0) return p;
    bytes[p++] = 0x2e;
    bytes[p++] = 0x30 + Math.floor(fen / 10);
    if (fen % 10 !== 0) bytes[p++] = 0x30 + (fen % 10);
    return p;
  }

  /** Whether a decimal of at most twenty digits is the number itself. */
  get isDecimal(): boolean {
    return (!this.wide && smallPowers.includes(this.bottom)) || Exact.parse(this.toString())?.equals(this) === true;
  }

  /** The same text for equal numbers and no others: `n/d` in lowest terms. */
  get key(): string {
    const { n, d } = this.reduced();
    return `${n}/${d}`;
  }

  /** A double as near as one division brings it: to rank by, never to decide by. */
  get approximate(): number {
    return this.wide ? Number(this.wide.n) / Number(this.wide.d) : this.top / this.bottom;
  }

  toNumber(): number {
    return Number(this.toString(25));
  }

  toJSON(): string {
    return this.toString();
  }

  private reduced(): Exact {
    if (!this.wide) {
      const divisor = gcd(Math.abs(this.top), this.bottom);
      return divisor === 1 ? this : Exact.small(this.top / divisor, this.bottom / divisor);
    }
    const { n, d } = this.wide;
    const divisor = wideGcd(n < 0n ? -n : n, d);
    return divisor === 1n ? this : Exact.fit(n / divisor, d / divisor);
  }

  /** Keeps the numbers small: products of powers of ten would grow without end in a long sum. */
  private trimmed(): Exact {
    return !this.wide && this.bottom === 1 ? this : this.reduced();
  }
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);
const smallIntegers = Exact.integers(256);
/** Nine decimals; within 31 bits, which V8 keeps without a box. */
const greatestBottom = 1_000_000_000;

function isSmallBottom(d: number): boolean {
  return d > 0 && d <= greatestBottom && Number.isInteger(d);
}

function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

/** The numerator of a sum over the greater denominator; NaN where that is no multiple of the other, or a step is not safe. */
function sumOver(n: number, d: number, otherN: number, otherD: number): number {
  if (d === otherD) return n + otherN;
  if (d > otherD) {
    const raised = d % otherD === 0 ? otherN * (d / otherD) : Number.NaN;
    return isSafe(raised) ? n + raised : Number.NaN;
  }
  const raised = otherD % d === 0 ? n * (otherD / d) : Number.NaN;
  return isSafe(raised) ? raised + otherN : Number.NaN;
}

const powers: bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

const smallPowers: readonly number[] = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);

function tenTo(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function gcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

function wideGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const half = 100_000_000;

/** The digits of a safe integer that is not below zero, in halves of 31 bits, where division is quick. */
function writeDigits(n: number, bytes: Uint8Array, at: number): number {
  const high = Math.floor(n / half);
  let p = at;
  if (high > 0) p = writeDigits(high, bytes, at);
  let low = (n - high * half) | 0;
  let width = high > 0 ? 8 : 1;
  if (high === 0) for (let rest = low; rest >= 10; rest = (rest / 10) | 0) width++;
  for (let place = p + width - 1; place >= p; place--) {
    const rest = (low / 10) | 0;
    bytes[place] = 0x30 + (low - rest * 10);
    low = rest;
  }
  return p + width;
}

/** n / power, a power of ten of so many digits: its decimal without trailing zeros. */
function pointIn(n: number, power: number, digits: number): string {
  const size = Math.abs(n);
  let fraction = size % power;
  const whole = (size - fraction) / power;
  const sign = n < 0 ? "-" : "";
  if (fraction === 0) return sign + whole;
  let places = digits;
  while (fraction % 10 === 0) {
    fraction /= 10;
    places--;
  }
  return `${sign}${whole}.${String(fraction).padStart(places, "0")}`;
}

function placePoint(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? "-" : "";
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  const whole = text.slice(0, text.length - digits);
  if (fraction === "") return (whole === "0" ? "" : sign) + whole;
  return `${sign}${whole}.${fraction}`;
}
