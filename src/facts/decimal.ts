import { Exact } from "../number/exact.ts";

/**
 * Plain figures, exactly and fast: `1234.5`, `-1,234.50`, and the doubles of a workbook. `shift` moves the point, for units
 * that are a power of ten: 4 for 万元. Whatever has at most two decimals afterwards gets the denominator 100, so that amounts
 * of one column add up without making denominators equal.
 */
export function decimalOf(text: string, shift: number): Exact | undefined {
  let [digits, count, decimals, sinceComma] = [0, 0, -1, -1];
  const negative = text.charCodeAt(0) === minus;
  for (let at = negative ? 1 : 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char >= zero && char <= nine) {
      digits = digits * 10 + (char - zero);
      count++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (char === point && decimals < 0 && (sinceComma < 0 || sinceComma === 3)) {
      decimals = 0;
    } else if (char === comma && decimals < 0 && (sinceComma < 0 ? count > 0 && count <= 3 : sinceComma === 3)) {
      sinceComma = 0;
    } else {
      return undefined;
    }
  }
  if (count === 0 || (decimals < 0 && sinceComma >= 0 && sinceComma !== 3)) return undefined;
  const places = Math.max(decimals, 0) - shift;
  if (count > safeDigits) return scaled(BigInt(text.replace(/\D/g, "")) * (negative ? -1n : 1n), places);
  return digits === 0 ? Exact.zero : scaled(negative ? -digits : digits, places);
}

/** The number that a spreadsheet's double stands for, as `Exact.fromDouble`, with the point moved. */
export function doubleOf(value: number, shift: number): Exact | undefined {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return value === 0 ? Exact.zero : scaled(value, -shift);
  const fen = hundredthsOf(value);
  if (!Number.isNaN(fen)) return scaled(fen, commonPlaces - shift);
  const shortest = String(value);
  const text = shortest.length <= 16 && Math.abs(value) < 1e15 ? shortest : String(Number(value.toPrecision(15)));
  const plain = decimalOf(text, shift);
  if (plain) return plain;
  return Exact.fromDouble(value)?.mul(powerOfTen(shift));
}

/**
 * How many hundredths a spreadsheet's double stands for; NaN where it is no whole number of them. A double equal to r / 100 is
 * the one nearest to that decimal, and no other of up to 15 digits is as near: it is meant.
 */
export function hundredthsOf(value: number): number {
  const hundredths = Math.round(value * 100);
  return hundredths / 100 === value && Math.abs(hundredths) < 1e15 ? hundredths : Number.NaN;
}

/** The exponent of a power of ten: 4 for 10000, -2 for 1/100; undefined for what is not one. */
export function shiftOf(scale: Exact): number | undefined {
  const text = scale.toString();
  const match = /^(?:1(0*)|0\.(0*)1)$/.exec(text);
  if (!match || !Exact.parse(text)?.equals(scale)) return undefined;
  return match[1] !== undefined ? match[1].length : -1 - (match[2] ?? "").length;
}

const [zero, nine, minus, point, comma] = [48, 57, 45, 46, 44];
const safeDigits = 15;
const powers: readonly bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));
const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const commonPlaces = 2;

/** digits / 10^places. */
function scaled(digits: number | bigint, places: number): Exact {
  if (places > commonPlaces) return Exact.of(digits, smallPowers[places] ?? tenTo(places));
  const grow = commonPlaces - places;
  const factor = smallPowers[grow];
  if (typeof digits === "number" && factor !== undefined && Number.isSafeInteger(digits * factor)) {
    return Exact.of(digits * factor, hundred);
  }
  return Exact.of(BigInt(digits) * tenTo(grow), hundred);
}

const hundred = 100;

function tenTo(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function powerOfTen(shift: number): Exact {
  return shift >= 0 ? Exact.of(tenTo(shift)) : Exact.of(1n, tenTo(-shift));
}
