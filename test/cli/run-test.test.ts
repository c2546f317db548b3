import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "./run-program.ts";

const rulebook = `dingji: 1
id: small
title: 小
subject: people
inputs:
  people: {key: id, columns: {id: {type: id, header: 工号}, current: {type: tier, header: 现等级}, mark: {type: number, header: 分数}}}
tiers: [{id: good, label: 良, requires: [mark >= 80]}]
`;
const tests = (of: string) => `rulebook: ${of}
tests:
  - {name: 达标, given: {mark: 80}, expect: {tier: good}}
  - name: 分数线
    cases: [[mark, →, tier], [79, →, none], [81, →, good]]
`;

const root = realpathSync(mkdtempSync(join(tmpdir(), "dingji-test-")));
const at = (name: string) => join(root, name);

beforeAll(() => {
  mkdirSync(at("sub"));
  writeFileSync(at("small.yml"), rulebook);
  writeFileSync(at("small.test.yml"), tests("./small.yml"));
  writeFileSync(at("other.yml"), rulebook);
  writeFileSync(at("sub/absolute.test.yml"), tests(at("small.yml")));
  writeFileSync(at("sub/up.test.yml"), tests("../small.yml"));
});

describe("the rulebook of a test file", () => {
  it.each(["small.test.yml", "sub/absolute.test.yml", "sub/up.test.yml"])("is found from %s", async (file) => {
    const { code, out, err } = await run(["test", at(file), "--lang", "en"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("3 tests, 3 passed");
  });
});

describe("--filter", () => {
  it("runs the tests whose name has the text", async () => {
    const { code, out } = await run(["test", at("small.test.yml"), "--filter", "达标", "--lang", "en"]);
    expect(code).toBe(0);
    expect(out).toContain("1 test, 1 passed, 2 left out");
  });

  it("that selects nothing is no pass: it names the tests, a table's cases once", async () => {
    const { code, out, err } = await run(["test", at("small.test.yml"), "--filter", "没有这个", "--lang", "zh"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "错误 cli/no-such-test\n  没有名称含“没有这个”的测试\n  建议 有这些测试：“达标”、“分数线”\n\n1 个错误\n",
    );
  });

  it("says what was probably meant", async () => {
    const { code, err } = await run(["test", root, "--filter", "分数钱", "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain('no test has "分数钱" in its name');
  });
});

describe("a rulebook in the place of its tests", () => {
  it("is one mistake that names the tests beside it", async () => {
    const { code, out, err } = await run(["test", at("small.yml"), "--lang", "zh"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`${at("small.yml")} 是规则文件；这里要的是规则测试（*.test.yml）\n`);
    expect(err).toContain(`它的测试在 ${at("small.test.yml")}：dingji test ${at("small.test.yml")}\n`);
    expect(err.match(/错误 /g)).toHaveLength(1);
  });

  it("without tests beside it", async () => {
    const { code, err } = await run(["test", at("other.yml"), "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain("is a rulebook; rule tests (*.test.yml) are wanted here");
    expect(err).toContain("dingji check looks through the rulebook itself");
  });
});
