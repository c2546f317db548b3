import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { SpanLocation } from "../diagnostic/location.ts";
import type { RuleDocument } from "../rulebook/document.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Written } from "./rule-test.ts";
import type { SuiteSource } from "./schema.ts";

/** The people of a suite, each with what `like` hands down to them. */
export class People {
  private readonly known = new Map<string, readonly Written[]>();

  constructor(
    private readonly source: SuiteSource,
    private readonly document: RuleDocument,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** What is said of everyone, used by a test or not. */
  everyone(): Written[] {
    return Object.keys(this.source.people ?? {}).flatMap((name) => this.figures(name, []));
  }

  /** A person's figures, those of whom they are like first. Unknown names are reported at `at`. */
  named(name: string, at: SpanLocation): readonly Written[] {
    if (this.source.people?.[name]) return this.figures(name, []);
    const near = didYouMean(name, Object.keys(this.source.people ?? {}));
    this.diagnostics.push(diagnose("ruletest/unknown-person", at, { name, near }));
    return [];
  }

  private figures(name: string, below: readonly string[]): readonly Written[] {
    const known = this.known.get(name);
    if (known) return known;
    const { like, ...own } = this.source.people?.[name] ?? {};
    const written = Object.entries(own).map(([key, value]): Written => {
      const path = ["people", name, key];
      return { key, value, location: this.document.at(path), keyLocation: this.document.keyAt(path) };
    });
    const figures = [...this.inherited(name, like, below), ...written];
    this.known.set(name, figures);
    return figures;
  }

  private inherited(name: string, like: string | boolean | undefined, below: readonly string[]): readonly Written[] {
    if (like === undefined) return [];
    const at = this.document.at(["people", name, "like"]);
    const parent = String(like);
    const path = [...below, name];
    if (path.includes(parent)) {
      this.diagnostics.push(diagnose("ruletest/like-circle", at, { path: [...path, parent].join(" → ") }));
      return [];
    }
    return this.source.people?.[parent] ? this.figures(parent, path) : this.named(parent, at);
  }
}
