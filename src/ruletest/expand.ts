import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Path, RuleDocument } from "../rulebook/document.ts";
import { Blanks, isBlank } from "./blanks.ts";
import { type Case, readCases } from "./case-table.ts";
import { expectedOfMap } from "./expected.ts";
import type { People } from "./people.ts";
import type { Expected, RuleTest, Written, WrittenRows } from "./rule-test.ts";
import type { SuiteSource, TestSource } from "./schema.ts";

/** Columns of a table of cases that set how the test runs. */
const settings: readonly string[] = ["like", "period", "as_of", "appoint"];

/** Every test of a suite, every case of a table as a test of its own. */
export function expandTests(
  source: SuiteSource,
  document: RuleDocument,
  people: People,
  diagnostics: Diagnostic[],
): RuleTest[] {
  return source.tests.flatMap((test, index) => {
    const expander = new Expander(source, test, ["tests", index], document, people, diagnostics);
    return expander.tests();
  });
}

class Expander {
  private readonly expected: readonly Expected[];
  private readonly given: readonly Written[];
  private readonly rows: readonly WrittenRows[];

  constructor(
    private readonly source: SuiteSource,
    private readonly test: TestSource,
    private readonly path: Path,
    private readonly document: RuleDocument,
    private readonly people: People,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.expected = expectedOfMap(test.expect, [...path, "expect"], document);
    this.given = this.writtenIn(test.given ?? {}, [...path, "given"]);
    this.rows = this.writtenRows(test.rows ?? {}, [...path, "rows"]);
  }

  tests(): RuleTest[] {
    const { test, path, document } = this;
    const location = document.at([...path, "name"]);
    if (!test.cases) {
      const alone: Case = { title: "", location, given: [], expected: [] };
      return this.one(alone, new Blanks([], this.given, this.rows, this.diagnostics));
    }
    const { cases, heads, diagnostics } = readCases(test.cases, [...path, "cases"], document);
    this.diagnostics.push(...diagnostics);
    const blanks = new Blanks(diagnostics.length > 0 ? undefined : heads, this.given, this.rows, this.diagnostics);
    return cases.flatMap((one) => this.one(one, blanks));
  }

  /** One test, unless it expects nothing (reported). */
  private one(one: Case, blanks: Blanks): RuleTest[] {
    const { test } = this;
    const name = one.title === "" ? test.name : `${test.name} · ${one.title}`;
    const expected = [
      ...this.expected.filter((common) => !one.expected.some((own) => isSame(common, own))),
      ...one.expected,
    ];
    if (expected.length === 0) {
      this.diagnostics.push(diagnose("ruletest/nothing-expected", one.location, { name }));
      return [];
    }
    const setting = (key: "like" | "period" | "as_of" | "appoint") =>
      one.given.find((cell) => cell.key === key) ??
      this.setting(key, test[key], this.path) ??
      (key === "like" ? undefined : this.setting(key, this.source[key], []));
    const like = setting("like");
    const figures = one.given.filter((cell) => !settings.includes(cell.key) && !isBlank(cell.key));
    return [
      {
        name,
        location: one.location,
        period: setting("period"),
        asOf: setting("as_of"),
        appoint: this.isYes(setting("appoint")),
        inherited: like ? this.people.named(String(like.value), like.location) : [],
        given: [...blanks.fillGiven(one.given), ...figures],
        rows: blanks.fillRows(one.given),
        expected,
      },
    ];
  }

  private setting(key: string, value: string | boolean | undefined, path: Path): Written | undefined {
    if (value === undefined) return undefined;
    const own = [...path, key];
    return { key, value, location: this.document.at(own), keyLocation: this.document.keyAt(own) };
  }

  private isYes(written: Written | undefined): boolean {
    if (!written || written.value === false || written.value === "no") return false;
    if (written.value !== true && written.value !== "yes") {
      const args = { name: written.key, value: written.value };
      this.diagnostics.push(diagnose("ruletest/bad-flag", written.location, args));
    }
    return true;
  }

  private writtenIn(map: Readonly<Record<string, string | boolean>>, path: Path): Written[] {
    return Object.entries(map).map(([key, value]) => {
      const own = [...path, key];
      return { key, value, location: this.document.at(own), keyLocation: this.document.keyAt(own) };
    });
  }

  private writtenRows(sheets: NonNullable<TestSource["rows"]>, path: Path): WrittenRows[] {
    return Object.entries(sheets).map(([input, rows]) => {
      const own = [...path, input];
      return {
        input,
        location: this.document.keyAt(own),
        rows: rows.map((cells, row) => ({
          location: this.document.at([...own, row]),
          cells: this.writtenIn(cells, [...own, row]),
        })),
      };
    });
  }
}

/** A case's own assertion takes the place of the same one of the whole test. */
function isSame(a: Expected, b: Expected): boolean {
  return a.key === b.key && a.of === b.of;
}
