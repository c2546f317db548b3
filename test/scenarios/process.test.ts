import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { build, shell } from "./built.ts";
import { csv, Folder, plain } from "./quarter.ts";

const folder = new Folder().quarter();
const grade = "dingji grade q -r bocom-nanchang -p 2026Q4";
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

beforeAll(() => {
  build();
  // So many people that their JSON does not fit into a pipe.
  const people = Array.from({ length: 300 }, (_, index) => String(100_000 + index));
  const rows = (header: keyof typeof plain, make: (id: string) => readonly string[]) =>
    csv([plain[header][0]!, ...people.map(make)]);
  const many = new Folder().quarter({ 贷款: undefined, 国际结算: undefined, 资产质量: undefined });
  many.write(
    "q/客户经理.csv",
    rows("客户经理", (id) => [id, "某人", "支行", "三级客户经理", "5年", "本科", "无", "合格", "0"]),
  );
  many.write(
    "q/存款.csv",
    rows("存款", (id) => [id, `C${id}`, "4000", "4000", "否"]),
  );
  big = many.path;
}, 300_000);

let big: string;

it("runs from bin", () => {
  expect(shell("dingji --version", folder.path)).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

it.each([
  ["ndjson", "head -1"],
  ["json", "head -c 100"],
])("-f %s into a pipe that closes (%s) ends quietly", (format, reader) => {
  const { code, out, err } = shell(`set -o pipefail; ${grade} -q -f ${format} | ${reader}`, big);
  expect([code, err]).toEqual([0, ""]);
  expect(out.length).toBeGreaterThan(20);
});

it("says so when standard output cannot be written", () => {
  const { code, out, err } = shell(`${grade} -q -f json > /dev/full`, folder.path);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("error cli/cannot-write\n  standard output cannot be written: ENOSPC");
});

it("writes more than a pipe holds, whole", () => {
  const { out } = shell(`${grade} -q -f json | cat`, big);
  expect(out.length).toBeGreaterThan(1_000_000);
  expect((JSON.parse(out) as { results: unknown[] }).results).toHaveLength(300);
});

it("with -f json standard output is JSON and nothing else", () => {
  const { code, out, err } = shell(
    `sed -i 's/4000,4000/四千,4000/' q/存款.csv; ${grade} -f json`,
    new Folder().quarter().path,
  );
  expect(code).toBe(1);
  expect((JSON.parse(out) as { schema: string }).schema).toBe("dingji/grade@1");
  expect(err).toContain("error facts/not-a-number");
});

it("reads standard input", () => {
  const { code, out } = shell(
    "cat q/存款.csv | dingji grade q/客户经理.csv - -r bocom-nanchang -p 2026Q4 -f ndjson",
    folder.path,
  );
  expect(code).toBe(0);
  expect(out.split("\n").filter(Boolean)).toHaveLength(3);
});

it("answers with the exit code of the command", () => {
  expect(shell("dingji grade", folder.path).code).toBe(2);
  expect(shell("dingji graed", folder.path).code).toBe(2);
  expect(shell(`${grade} -q > /dev/null`, folder.path).code).toBe(0);
});

it("leaves nothing behind when it is stopped while it writes", () => {
  const { out } = shell(
    `${grade.replace("dingji", `exec '${process.execPath}' '${new URL("../../bin/dingji.js", import.meta.url).pathname}'`)} -q -o r.xlsx -o r.json & pid=$!
     for i in $(seq 600); do ls -A | grep -q tmp && break; sleep 0.01; done; kill -TERM $pid; wait $pid; echo $?`,
    big,
  );
  expect(["0\n", "143\n"]).toContain(out);
  const files = readdirSync(big).sort();
  expect([["q"], ["q", "r.json", "r.xlsx"]]).toContainEqual(files);
  for (const file of files.slice(1)) expect(statSync(join(big, file)).size).toBeGreaterThan(1000);
});
