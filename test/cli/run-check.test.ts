import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "./run-program.ts";

const rulebook = (requires: string) => `dingji: 1
id: small
title: 小
subject: people
inputs:
  people: {key: id, columns: {id: {type: id, header: 工号}, mark: {type: number, header: 分数}}}
params: {unread: 5}
tiers: [{id: good, label: 良, requires: [${requires}]}]
`;
const tests = "rulebook: ./odd.yml\ntests:\n  - {name: 达标, given: {mark: 80}, expect: {tier: good}}\n";

const root = realpathSync(mkdtempSync(join(tmpdir(), "dingji-check-")));
const at = (name: string) => join(root, name);

beforeAll(() => {
  mkdirSync(at("tests"));
  mkdirSync(at("empty"));
  writeFileSync(at("odd.yml"), rulebook("mark >= 80"));
  writeFileSync(at("bad.yml"), rulebook("marc >= 80"));
  writeFileSync(at("tests/odd.test.yml"), tests);
  writeFileSync(at("cases.yml"), tests);
});

const codesIn = (text: string) => [...text.matchAll(/^(?:error|warning) (\S+)/gmu)].map((match) => match[1]);

describe("-q", () => {
  it.each<[string, string, number, string[]]>([
    ["keeps the errors", "bad.yml -q", 1, ["formula/unknown-name"]],
    ["leaves warnings out, and that there are none", "odd.yml -q", 0, []],
    ["keeps warnings that count", "odd.yml -q --strict", 1, ["check/unused"]],
    ["is not asked: all", "odd.yml", 0, ["check/unused"]],
  ])("%s", async (_, line, code, codes) => {
    const ran = await run(["check", ...at(line).split(" "), "--lang", "en"]);
    expect([ran.code, ran.err, codesIn(ran.out)]).toEqual([code, "", codes]);
    if (codes.length === 0) expect(ran.out).toBe("");
  });
});

describe("what is no rulebook is said to be none: nothing was checked", () => {
  it.each<[string, string, string]>([
    ["rule tests", "tests/odd.test.yml", "cli/tests-for-check"],
    ["rule tests under another name", "cases.yml", "cli/tests-for-check"],
    ["a folder of tests alone", "tests", "cli/no-rulebooks"],
    ["an empty folder", "empty", "cli/no-rulebooks"],
  ])("%s", async (_, named, code) => {
    const ran = await run(["check", at(named), "--lang", "en"]);
    expect([ran.code, ran.out, codesIn(ran.err)]).toEqual([2, "", [code]]);
    if (code === "cli/tests-for-check") expect(ran.err).toContain(`dingji test ${at(named)}`);
  });

  it("beside a rulebook tests are passed over, as in rules/*.yml", async () => {
    const ran = await run(["check", at("odd.yml"), at("tests/odd.test.yml"), "--lang", "en"]);
    expect([ran.code, ran.err, codesIn(ran.out)]).toEqual([0, "", ["check/unused"]]);
  });
});
