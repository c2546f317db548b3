import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Environment } from "../../formula/environment.ts";
import { Exact } from "../../number/exact.ts";
import { same } from "../../text/text.ts";
import type { DatedRate } from "../dated-rate.ts";
import type { PersonFrame } from "../frame.ts";
import { versionOn } from "../in-force.ts";
import type { Session } from "./session.ts";

interface Rate {
  readonly from: string;
  readonly to: string | undefined;
  readonly factor: Exact;
}

/** A currency's dated rates to another: `USD: [{from: 2010-01-01, CNY: 6.8}]`. */
export interface Rates {
  readonly find: NonNullable<Environment<PersonFrame>["rate"]>;
  /** `USD→CNY`, each with its first day, for the check that a run's day has a rate. */
  readonly dated: readonly DatedRate[];
  /** Ids of rates marked `assumed`: `rates.USD`. */
  readonly assumed: readonly string[];
}

const notRates = new Set(["from", "to", "label", "cite", "note", "assumed", "waivable"]);

export function compileRates(session: Session): Rates {
  const table = new Map<string, Rate[]>();
  const assumed: string[] = [];
  for (const [written, versions] of Object.entries(session.source.rates ?? {})) {
    const currency = session.currencyAt(written, session.document.keyAt(["rates", written]), written) ?? written;
    for (const [index, version] of versions.entries()) {
      const path = ["rates", written, index];
      session.endsAfter(version.from, version.to, [...path, "to"]);
      if (version.assumed === true || version.assumed === "yes") assumed.push(`rates.${written}`);
      for (const [target, text] of Object.entries(version)) {
        if (notRates.has(target) || typeof text !== "string") continue;
        const factor = Exact.parse(text);
        if (!factor || factor.sign <= 0 || !/^[A-Z]{3}$/.test(target)) {
          const expected = {
            zh: "货币代码和大于零的数，如 CNY: 6.8",
            en: "a currency code and a number above zero, as CNY: 6.8",
          };
          session.report(
            diagnose("rulebook/bad-value", session.document.at([...path, target]), {
              key: target,
              expected,
              got: same(text),
            }),
          );
          continue;
        }
        const pair = `${currency}→${target}`;
        const list = table.get(pair) ?? [];
        const before = list.at(-1);
        if (before && before.from >= version.from) {
          session.report(
            diagnose("rulebook/dates-out-of-order", session.document.at([...path, "from"]), { param: pair }),
          );
        }
        list.push({ from: version.from, to: version.to, factor });
        table.set(pair, list);
      }
    }
  }
  return {
    find: (from, to) => {
      const there = table.get(`${from}→${to}`);
      const back = table.get(`${to}→${from}`);
      if (there) return (frame) => rateOn(there, frame.run.asOf);
      if (back) return (frame) => Exact.one.div(rateOn(back, frame.run.asOf) ?? Exact.zero);
      return undefined;
    },
    dated: [...table].map(([pair, rates]) => ({
      pair,
      from: rates[0]?.from ?? "",
      versions: rates.map(({ from, to, factor }) => ({ from, to, factor })),
    })),
    assumed: [...new Set(assumed)],
  };
}

function rateOn(rates: readonly Rate[], day: string): Exact | undefined {
  return versionOn(rates, day)?.factor;
}
