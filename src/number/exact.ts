/**
 * An exact rational number. Everything that decides a grade is one, from the cell to the verdict: no binary fraction ever
 * takes part. Denominators are powers of ten until something is divided, and equal ones are added without a gcd; measured
 * on sums of 100,000 amounts, that is what a general fraction library spends its time on (see test/bench).
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n);
  static readonly one = new Exact(1n, 1n);

  private constructor(
    readonly n: bigint,
    /** Above zero. Not always in lowest terms: compare with `equals`. */
    readonly d: bigint,
  ) {}

  static of(n: bigint | number, d: bigint | number = 1n): Exact {
    const [top, bottom] = [BigInt(n), BigInt(d)];
    if (bottom === 0n) throw new RangeError("Exact.of: zero denominator");
    return bottom < 0n ? new Exact(-top, -bottom) : new Exact(top, bottom);
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
    return scale >= 0 ? new Exact(n, tenTo(scale)) : new Exact(n * tenTo(-scale), 1n);
  }

  /**
   * The number that a spreadsheet's double stands for: its value at 15 significant digits, as Excel shows and compares it.
   * 0.14999999999999999 and 0.57999999999999996 are 0.15 and 0.58. Undefined for NaN and the infinities.
   */
  static fromDouble(value: number): Exact | undefined {
    if (!Number.isFinite(value)) return undefined;
    if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return new Exact(BigInt(value), 1n);
    const shortest = String(value);
    // A shortest form of up to 15 digits is the 15-digit rounding itself; with a point, 16 characters hold no more.
    if (shortest.length <= 16 && Math.abs(value) < 1e15 && !shortest.includes("e")) return Exact.parse(shortest);
    return Exact.parse(String(Number(value.toPrecision(15))));
  }

  add(other: Exact): Exact {
    if (this.d === other.d) return new Exact(this.n + other.n, this.d);
    if (this.d % other.d === 0n) return new Exact(this.n + other.n * (this.d / other.d), this.d);
    if (other.d % this.d === 0n) return new Exact(this.n * (other.d / this.d) + other.n, other.d);
    return new Exact(this.n * other.d + other.n * this.d, this.d * other.d).trimmed();
  }

  sub(other: Exact): Exact {
    return this.add(other.neg());
  }

  mul(other: Exact): Exact {
    return new Exact(this.n * other.n, this.d * other.d).trimmed();
  }

  /** Undefined when `other` is zero. */
  div(other: Exact): Exact | undefined {
    if (other.n === 0n) return undefined;
    const [n, d] = [this.n * other.d, this.d * other.n];
    return (d < 0n ? new Exact(-n, -d) : new Exact(n, d)).trimmed();
  }

  neg(): Exact {
    return new Exact(-this.n, this.d);
  }

  abs(): Exact {
    return this.n < 0n ? this.neg() : this;
  }

  /** Below, at or above zero as this is less than, equal to or greater than `other`. */
  compare(other: Exact): number {
    const left = this.d === other.d ? this.n : this.n * other.d;
    const right = this.d === other.d ? other.n : other.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  /** This times 10^places: 0.6 shifted by 2 is 60. */
  shifted(places: number): Exact {
    return places >= 0 ? this.mul(new Exact(tenTo(places), 1n)) : this.mul(new Exact(1n, tenTo(-places)));
  }

  get sign(): number {
    return this.n < 0n ? -1 : this.n > 0n ? 1 : 0;
  }

  get isInteger(): boolean {
    return this.n % this.d === 0n;
  }

  /** The greatest integer not above this. */
  floor(): bigint {
    const quotient = this.n / this.d;
    return this.n < 0n && quotient * this.d !== this.n ? quotient - 1n : quotient;
  }

  /** The least integer not below this. */
  ceil(): bigint {
    return -this.neg().floor();
  }

  /** To the nearest multiple of 10^-places, halves away from zero (四舍五入). */
  round(places = 0): Exact {
    const scale = tenTo(places);
    const twice = this.abs().n * scale * 2n + this.d;
    const rounded = twice / (this.d * 2n);
    return new Exact(this.n < 0n ? -rounded : rounded, scale);
  }

  /**
   * The decimal: exact whenever the number has a finite one of at most `places` digits (all cells, sums and thresholds
   * do), else rounded there. No exponent, no trailing zeros.
   */
  toString(places = 20): string {
    if (this.d === 1n) return this.n.toString();
    // Cells and their sums are over powers of ten: no common divisor need be looked for.
    const decimals = decimalsOf.get(this.d);
    if (decimals !== undefined && decimals <= places) return placePoint(this.n, decimals);
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

  /** The same text for equal numbers and no others: `n/d` in lowest terms. */
  get key(): string {
    const { n, d } = this.reduced();
    return `${n}/${d}`;
  }

  toNumber(): number {
    return Number(this.toString(25));
  }

  toJSON(): string {
    return this.toString();
  }

  private reduced(): Exact {
    const divisor = gcd(this.n < 0n ? -this.n : this.n, this.d);
    return divisor === 1n ? this : new Exact(this.n / divisor, this.d / divisor);
  }

  /** Keeps the numbers small: products of powers of ten would grow without end in a long sum. */
  private trimmed(): Exact {
    return this.d === 1n ? this : this.reduced();
  }
}

const powers: bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

/** How many decimals a denominator that is a power of ten stands for. */
const decimalsOf = new Map(powers.map((power, exponent) => [power, exponent]));

function tenTo(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
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
