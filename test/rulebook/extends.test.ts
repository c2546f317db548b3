import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { SpanLocation } from "../../src/diagnostic/location.ts";
import { type LoadedRulebook, loadRulebook, loadRulebookText } from "../../src/rulebook/load.ts";
import { inLang } from "../../src/text/text.ts";
import { yaml } from "./build.ts";

const base = yaml(`params:
  line: 80
  floor: {by: tier, values: {high: 5, default: 1}, cite: 第二条}
metrics:
  total: {sum: sales.amount, cite: 第三条}
requirements:
  gate: [exam, years >= 1年]
tiers:
  - {id: high, label: 高级, requires: [{use: gate}, mark >= line]}
  - {id: low, label: 低级, requires: [mark >= 60, {id: rest, any: [exam, edu >= 大专]}]}
standing:
  - {id: ok, that: exam}`);

/** A folder with base.yml and the files given, and rulebook.yml loaded from it; files are named as in the folder. */
async function load(over: string, files: Record<string, string> = {}): Promise<LoadedRulebook & { found: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "dingji-extends-"));
  for (const [name, text] of Object.entries({ "base.yml": base, ...files })) writeFileSync(join(folder, name), text);
  const text = over.startsWith("dingji") ? over : `dingji: 1\nextends: ./base.yml\nid: over\ntitle: 扩展\n${over}`;
  writeFileSync(join(folder, "rulebook.yml"), text);
  const loaded = await loadRulebook(join(folder, "rulebook.yml"));
  const texts: Record<string, string> = { "base.yml": base, ...files, "rulebook.yml": text };
  const found = loaded.diagnostics.map(({ code, location }) => {
    const { file, line, column } = location as SpanLocation;
    const name = relative(folder, file);
    const rest = (texts[name] ?? "").split("\n")[(line ?? 1) - 1]?.slice((column ?? 1) - 1) ?? "";
    return `${code} ${name} ${line}: ${rest.slice(0, 12)}`;
  });
  return { ...loaded, found };
}

const texts = ({ rulebook }: LoadedRulebook) =>
  rulebook?.tiers.map(({ id, requires }) => {
    return `${id}: ${requires.of.map((node) => (node.kind === "leaf" ? node.text : node.id)).join(", ")}`;
  });

describe("a rulebook laid over its base", () => {
  it("is the base with another name where nothing else is said", async () => {
    const loaded = await load("");
    expect(loaded.found).toEqual([]);
    expect(loaded.rulebook?.id).toBe("over");
    expect(texts(loaded)).toEqual(["high: high.gate, mark >= line", "low: mark >= 60, low.rest"]);
  });

  it("maps are joined key by key", async () => {
    const loaded = await load("params:\n  line: 85\n  floor: {cite: 第九条}\n  more: 3\n");
    expect(loaded.found).toEqual([]);
    expect(
      loaded.rulebook?.params.map(({ id, cite, versions }) => `${id} ${cite} ${versions[0]?.values.join()}`),
    ).toEqual(["line undefined 85", "floor 第九条 5,1", "more undefined 3"]);
  });

  it("a plain value takes the place of a map", async () => {
    const loaded = await load("params: {floor: 4}\n");
    expect(loaded.found).toEqual([]);
    expect(loaded.rulebook?.params.find((one) => one.id === "floor")?.versions[0]?.values.join()).toBe("4");
  });

  it("a list whose entries carry ids is joined by id, new ones last; within an entry the same holds", async () => {
    const loaded = await load(
      "tiers:\n  - {id: low, requires: [{id: rest, any: [exam]}, {id: new, that: years >= 2年}]}\n  - {id: lowest, requires: [exam]}\n",
    );
    expect(loaded.found).toEqual([]);
    expect(texts(loaded)).toEqual([
      "high: high.gate, mark >= line",
      "low: mark >= 60, low.rest, low.new",
      "lowest: exam",
    ]);
    expect(loaded.rulebook?.tiers[1]?.label.zh).toBe("低级");
    const rest = loaded.rulebook?.tiers[1]?.requires.of[1];
    expect(rest?.kind === "group" && rest.of.length).toBe(1);
  });

  it.each([
    ["[{id: top, requires: [exam]}, {id: high}]", ["top", "high", "low"]],
    ["[{id: high}, {id: middle, requires: [exam]}, {id: low}]", ["high", "middle", "low"]],
    ["[{id: a, requires: [exam]}, {id: b, requires: [exam]}, {id: low}]", ["high", "a", "b", "low"]],
    ["[{id: low}, {id: lowest, requires: [exam]}]", ["high", "low", "lowest"]],
    ["[{id: other, requires: [exam]}]", ["high", "low", "other"]],
    ["[{id: middle, requires: [exam]}, {id: low, label: 低}]", ["high", "middle", "low"]],
  ])("a new entry stands before the base's that is named next after it: tiers %s", async (tiers, expected) => {
    const loaded = await load(`tiers: ${tiers}\n`);
    expect(loaded.found).toEqual([]);
    expect(loaded.rulebook?.tiers.map(({ id }) => id)).toEqual(expected);
  });

  it("any other list takes the place of the base's", async () => {
    const loaded = await load("tiers:\n  - {id: low, requires: [exam]}\n");
    expect(texts(loaded)).toEqual(["high: high.gate, mark >= line", "low: exam"]);
  });

  it("drop takes out a key, an entry, a node", async () => {
    const loaded = await load(
      "params: {floor: {drop: yes}}\nstanding: [{id: ok, drop: yes}]\ntiers:\n  - {id: low, requires: [{id: rest, drop: yes}]}\n  - {id: high, drop: true}\n",
    );
    expect(loaded.found).toEqual([]);
    expect(loaded.rulebook?.params.map((one) => one.id)).toEqual(["line"]);
    expect(loaded.rulebook?.standing).toEqual([]);
    expect(texts(loaded)).toEqual(["low: mark >= 60"]);
  });

  it("what is not there cannot be dropped", async () => {
    const { found, diagnostics } = await load("params: {flor: {drop: yes}}\ntiers:\n  - {id: lwo, drop: yes}\n");
    expect(found).toEqual([
      "rulebook/drop-nothing rulebook.yml 5: {drop: yes}}",
      "rulebook/drop-nothing rulebook.yml 7: {id: lwo, dr",
    ]);
    expect(diagnostics.map((one) => (one.args.near as { en: string }).en)).toEqual([
      '; did you mean "floor"?',
      '; did you mean "low"?',
    ]);
  });

  it("a chain of three; an id of a shipped rulebook", async () => {
    const middle = "dingji: 1\nextends: ./base.yml\nid: middle\ntitle: 中\nparams: {line: 70, other: 1}\n";
    const loaded = await load("dingji: 1\nextends: ./middle.yml\nid: over\ntitle: 扩展\nparams: {other: 2}\n", {
      "middle.yml": middle,
    });
    expect(loaded.rulebook?.params.map(({ id, versions }) => `${id} ${versions[0]?.values.join()}`)).toEqual([
      "line 70",
      "floor 5,1",
      "other 2",
    ]);
    const shipped = await load(
      "dingji: 1\nextends: bocom-nanchang\nid: over\ntitle: 扩展\nparams: {post_floor: 60万}\n",
    );
    expect(shipped.found).toEqual([]);
    expect(shipped.rulebook?.params.find((one) => one.id === "post_floor")?.versions[0]?.values.join()).toBe("600000");
  });

  it("the sum over its bytes changes with either file", async () => {
    const sums = await Promise.all([
      load(""),
      load("note: x\n"),
      load("", { "base.yml": `${base}note: x\n` }),
      load(""),
    ]);
    const [one, two, three, again] = sums.map((loaded) => loaded.rulebook?.sha256);
    expect(new Set([one, two, three]).size).toBe(3);
    expect(again).toBe(one);
  });
});

describe("what is wrong is said in the file where it stands", () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    [
      "a formula over the base",
      "tiers:\n  - {id: low, requires: [markk >= 1]}\n",
      {},
      ["formula/unknown-name rulebook.yml 6: markk >= 1]}"],
    ],
    [
      "a formula in the base",
      "",
      { "base.yml": base.replace("mark >= 60", "markk >= 60") },
      ["formula/unknown-name base.yml 10: markk >= 60,"],
    ],
    [
      "one of each",
      "params: {more: 5_0}\n",
      { "base.yml": base.replace("mark >= 60", "markk >= 60") },
      ["rulebook/value-type rulebook.yml 5: 5_0}", "formula/unknown-name base.yml 10: markk >= 60,"],
    ],
    ["an unknown key over it", "currancy: CNY\n", {}, ["rulebook/unknown-key rulebook.yml 5: currancy: CN"]],
    [
      "a key without a value over it",
      "tiers:\n  - {id: low, label: }\n",
      {},
      ["rulebook/null rulebook.yml 6: label: }"],
    ],
    [
      "a key without a value in it",
      "",
      { "base.yml": base.replace("label: 低级", "label: ") },
      ["rulebook/null base.yml 10: label: , req"],
    ],
    [
      "a formula taken apart in it",
      "",
      { "base.yml": base.replace("mark >= 60", "max(mark, 1) >= 60") },
      ["rulebook/split-formula base.yml 10: max(mark, 1)"],
    ],
    [
      "an entry joined of both, of which neither file alone is wrong",
      "tiers:\n  - {id: low, aliases: [高级]}\n",
      {},
      ["rulebook/shared-word rulebook.yml 6: 高级]}"],
    ],
    [
      "an entry joined of both, in another place of its list",
      "tiers:\n  - {id: low, label: 低}\n  - {id: high, label: 高}\nlevels: {by: mark, lines: {high: [90]}}\n",
      {},
      ["rulebook/no-lines rulebook.yml 6: {id: low, la"],
    ],
    ["a base that is no YAML", "", { "base.yml": "a: [\n" }, ["rulebook/yaml base.yml 2: "]],
    [
      "no such base",
      "dingji: 1\nextends: ./none.yml\nid: o\ntitle: o\n",
      {},
      ["rulebook/no-such-rulebook rulebook.yml 2: ./none.yml"],
    ],
    [
      "a circle of two",
      "",
      { "base.yml": "dingji: 1\nextends: ./rulebook.yml\n" },
      ["rulebook/extends-circle base.yml 2: ./rulebook.y"],
    ],
    [
      "a circle of one",
      "",
      { "base.yml": "dingji: 1\nextends: ./base.yml\n" },
      ["rulebook/extends-circle base.yml 2: ./base.yml"],
    ],
  ])("%s", async (_, over, files, expected) => {
    const { found, rulebook } = await load(over, files);
    expect(rulebook).toBeUndefined();
    expect(found).toEqual(expected);
  });
});

describe("bytes that are no rulebook", () => {
  it.each([
    ["above 1 MiB", new Uint8Array(1024 * 1024 + 1).fill(0x20), "rulebook/too-large"],
    ["not UTF-8", new Uint8Array([0xd6, 0xd0]), "rulebook/not-utf8"],
    ["of a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 0xff, 0xfe]), "rulebook/no-text"],
    ["of an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "rulebook/no-text"],
    ["aliases without bound", new TextEncoder().encode(bomb()), "rulebook/aliases"],
  ])("%s", async (_, bytes, code) => {
    expect((await loadRulebookText("x.yml", bytes)).diagnostics.map((one) => one.code)).toEqual([code]);
  });
  it("no such file names those that are shipped", async () => {
    const { diagnostics } = await loadRulebook("bocom-nanchnag");
    expect(diagnostics.map((one) => one.code)).toEqual(["rulebook/no-such-rulebook"]);
    expect(inLang(diagnostics[0]?.args.shipped ?? "", "en").split(", ")).toContain("bocom-nanchang");
  });
});

function bomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let n = 1; n < 9; n++)
    lines.push(
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(", ")}]`,
    );
  return lines.join("\n");
}

describe("the texts for code frames", () => {
  it("are those of the rulebook and of every base, by the file that a finding names", async () => {
    const loaded = await load("metrics: {more: {count: sales}}\n");
    const names = [...(loaded.texts?.keys() ?? [])].map((file) => file.slice(file.lastIndexOf("/") + 1));
    expect(names).toEqual(["base.yml", "rulebook.yml"]);
    expect([...(loaded.texts?.values() ?? [])][0]).toBe(base);
    const broken = await load("note: t\n", { "base.yml": base.replace("years >= 1年", "yeers >= 1年") });
    const files = broken.diagnostics.map(({ location }) => (location as SpanLocation).file);
    expect(files.every((file) => broken.texts?.has(file))).toBe(true);
    expect(files.some((file) => file.endsWith("base.yml"))).toBe(true);
  });
});

describe("a new name that is a slip away from one of the base", () => {
  const near = (at: string) => [`rulebook/near-base-id rulebook.yml ${at}`];
  it.each<[string, string, string[]]>([
    ["a tier", "tiers:\n  - {id: hgih, requires: [exam]}\n", near("6: hgih, requir")],
    ["a metric", "metrics:\n  totl: {sum: sales.amount}\n", near("6: totl: {sum: ")],
    ["a criterion", "tiers:\n  - {id: low, requires: [{id: resst, that: exam}]}\n", near("6: resst, that:")],
    ["of three letters, as names go", "tiers:\n  - {id: lov, requires: [exam]}\n", []],
    ["with another number", "params: {line2: 3}\n", []],
    ["beside the one it resembles", "tiers:\n  - {id: highs, requires: [exam]}\n  - {id: high, label: 高}\n", []],
    ["in place of one that is dropped", "metrics:\n  totals: {sum: sales.amount}\n  total: {drop: yes}\n", []],
    ["no more than that", "tiers:\n  - {id: higher, requires: [exam]}\n", []],
  ])("%s", async (_, over, expected) => {
    const { found, rulebook } = await load(over);
    expect(found).toEqual(expected);
    expect(rulebook).toBeDefined();
  });
});
