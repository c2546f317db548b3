import { createHash } from "node:crypto";
import fc from "fast-check";
import { inflateSync, strFromU8 } from "fflate";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { shortLabels } from "../../../src/report/html/charts/short-labels.ts";
import { formatAddress, parseAddress } from "../../../src/report/html/client/address.ts";
import { embeddedJson } from "../../../src/report/html/embedded-json.ts";
import type { PersonData } from "../../../src/report/html/explanation/record.ts";
import { renderPage } from "../../../src/report/html/page.ts";
import { palette } from "../../../src/report/html/palette.ts";
import { escapeHtml } from "../../../src/text/escape.ts";
import { reportOf, type Someone } from "../build.ts";
import { people } from "../people.ts";

const assets = { script: "start()", style: "body{margin:0}" };
const page = (lang: "zh" | "en", who: readonly Someone[] = people) =>
  [...renderPage(reportOf(who), lang, assets)].join("");

/** Names of tags with those of their attributes, and the texts of the list's cells. */
function parsed(text: string): { tags: string[]; cells: string[] } {
  const tags: string[] = [];
  const cells: string[] = [];
  let inList = false;
  let cell: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.push([name, ...Object.keys(attributes)].join(" "));
      if (attributes["id"] === "list") inList = true;
      if (inList && (name === "td" || name === "th")) cell = "";
    },
    ontext(piece) {
      if (cell !== undefined) cell += piece;
    },
    onclosetag(name) {
      if (name === "table") inList = false;
      if (cell === undefined || (name !== "td" && name !== "th")) return;
      cells.push(cell);
      cell = undefined;
    },
  });
  parser.end(text);
  return { tags, cells };
}

describe("the page", () => {
  it.each(["zh", "en"] as const)("in %s", async (lang) => {
    await expect(page(lang)).toMatchFileSnapshot(`golden/page.${lang}.html.txt`);
  });

  it("is the same bytes time and again, whatever was drawn before", () => {
    const first = page("zh");
    page("en");
    expect(page("zh")).toBe(first);
  });

  it("names every script and style in its policy, and holds no other way to run anything", () => {
    const text = page("zh");
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? "";
    const hash = (body: string) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`;
    const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, body = ""]) => hash(body));
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, body = ""]) => hash(body));
    expect([styles.length, scripts.length]).toEqual([2, 1]);
    expect(policy).toBe(
      `default-src 'none'; script-src ${scripts.join(" ")}; style-src ${styles.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(text).not.toMatch(/\son\w+=|\sstyle=|\ssrc=|javascript:|https?:/i);
  });

  it("lets no text become a tag, an attribute or a formula", () => {
    const odd = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "</script><b>",
        "<!--",
        '"><img src=x onerror=a()>',
        "=1+1",
        "＠x",
        "&lt;i>",
        "' onclick='x",
        "\u2028",
      ),
    );
    const shape = parsed(page("zh", [{ id: "1", name: "王", branch: "某行" }])).tags;
    fc.assert(
      fc.property(odd, odd, (name, branch) => {
        const found = parsed(page("zh", [{ id: "1", name: `王${name}`, branch: `某${branch}` }]));
        expect(found.tags).toEqual(shape);
        expect(found.cells).toContain(escapeReplaced(`王${name}`));
        const bare = parsed(page("zh", [{ id: "1", name: name === "" ? "王" : name, branch: "某行" }]));
        for (const cell of bare.cells) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=＝@＠]/u);
      }),
      { numRuns: 15 },
    );
  });

  it("carries everyone's explanation: status, value, what is missing, and the cells", () => {
    const text = page("zh");
    const block = /id="people-0">([^<]+)</.exec(text)?.[1] ?? "";
    const records = JSON.parse(strFromU8(inflateSync(Buffer.from(block, "base64")))) as PersonData[];
    const { trees } = JSON.parse(/id="page-data">([^<]+)</.exec(text)?.[1] ?? "");
    expect(records).toHaveLength(3);
    const second = records[1]!;
    expect(trees.sections.map(({ id }: { id: string }) => id)).toEqual(["senior", "first"]);
    expect(second.sections).toBe("-+");
    const years = trees.nodes.findIndex(({ name }: { name: string }) => name === "营销年限");
    expect(second.status[years]).toBe("-");
    expect(second.texts[second.values[years]!]).toBe("2.99年");
    expect(second.texts[second.gaps[years]!]).toBe("差 0.01年");
    expect(trees.nodes[years]).toMatchObject({ kind: "leaf", asks: "≥ 3年", notes: ["第十一条一(一)1"] });
    const deposits = trees.nodes.findIndex(
      ({ name, asks }: { name: string; asks: string }) => name === "日均存款" && asks === "≥ 2.5亿元",
    );
    const cells = second.cells[trees.nodes[deposits].figure]!.map((index) => second.texts[index]);
    expect(cells).toEqual(["来源 quarter.xlsx 存款!C13 2元、C3 1元", "未计入 quarter.xlsx 存款!C99 499万元"]);
    expect(second.nearest?.title).toBe("距 高级客户经理 还差");
  });
});

/** What becomes of characters that HTML does not allow. */
function escapeReplaced(text: string): string {
  return text
    .replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

describe("text in the page", () => {
  it.each([
    [`<b a="1">&'`, "&lt;b a=&quot;1&quot;&gt;&amp;&#39;"],
    ["a\u0000b\u202ec", "a\uFFFDb\uFFFDc"],
    ["\ud800", "\uFFFD"],
    ["两\t行\n", "两\t行\n"],
  ])("%j is written as %j", (text, written) => expect(escapeHtml(text)).toBe(written));

  it("JSON reads back as it was, and ends no script", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = embeddedJson(value);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(embeddedJson("</script>\u2028")).toBe('"\\u003c/script\\u003e\\u2028"');
  });

  it.each([
    [
      ["高级客户经理", "一级客户经理", "见习客户经理"],
      ["高级", "一级", "见习"],
    ],
    [
      ["Senior manager", "First-grade manager"],
      ["Senior", "First-grade"],
    ],
    [
      ["A", "BA"],
      ["A", "BA"],
    ],
    [["经理"], ["经理"]],
    [
      ["甲", "乙"],
      ["甲", "乙"],
    ],
  ])("%j are %j for short", (labels, short) => expect(shortLabels(labels)).toEqual(short));
});

describe("addresses", () => {
  it.each(["#all", "#id=119772", "#q=%E7%8E%8B&action=promote&sort=3-", "#branch=a%26b"])(
    "%s says the same back",
    (hash) => {
      expect(formatAddress(parseAddress(hash)!)).toBe(hash);
    },
  );
  it("a place of the page is none", () => expect(parseAddress("#funnel")).toBeUndefined());
});

describe("colours can be read (WCAG AA)", () => {
  const channel = (hex: string) => {
    const part = Number.parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(colour.slice(at, at + 2)));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [more, less] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
    return (more + 0.05) / (less + 0.05);
  };
  const tones = ["good", "bad", "doubt", "lower", "fresh", "accent"] as const;
  const pairs = (["ink", "soft", ...tones] as const).flatMap((text) =>
    (["paper", "ground"] as const).map((on) => [text, on] as const),
  );
  const own = tones.map((tone) => [tone, `${tone}-ground`] as const);
  const dark = [
    ["ink", "accent-ground"],
    ["soft", "accent-ground"],
    ["good", "accent-ground"],
  ] as const;
  it.each([...pairs, ...own, ...dark])("%s on %s", (text, on) => {
    for (const theme of [palette.light, palette.dark])
      expect(contrast(theme[text], theme[on])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(["strong"] as const)("the edge of what one types in stands out: %s", (line) => {
    for (const theme of [palette.light, palette.dark])
      expect(contrast(theme[line], theme.paper)).toBeGreaterThanOrEqual(3);
  });
});
