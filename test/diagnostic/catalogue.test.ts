import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostic/catalogue.ts";
import type { Entry } from "../../src/diagnostic/entry.ts";

const entries: [string, Entry][] = Object.entries(catalogue);

function places(text: string): string[] {
  return [...new Set(text.match(/\{[a-z][A-Za-z]*\}/g) ?? [])].sort();
}

describe.each(entries)("%s", (code, { severity, zh, en, hint }) => {
  it("is room/what-is-wrong, with a severity", () => {
    expect(code).toMatch(
      /^(cli|workbook|facts|formula|rulebook|decide|ruletest|compare|check)\/[a-z0-9]+(-[a-z0-9]+)*$/,
    );
    expect(["error", "warning", "info"]).toContain(severity);
  });

  it("names the same places in both languages", () => {
    expect(places(zh)).toEqual(places(en));
    if (hint) expect(places(hint.zh)).toEqual(places(hint.en));
  });

  it("is Chinese in Chinese and English in English, without a full stop at the end", () => {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh).not.toMatch(/[。.!]$/);
    expect(en).not.toMatch(/[.!]$/);
    expect(en.replace(/[「“][^」”]*[」”]|--\w+ \S+/g, "")).toMatch(/[a-z]/);
  });
});
