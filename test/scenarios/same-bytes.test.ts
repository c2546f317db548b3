import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Folder, plain } from "./quarter.ts";

const outputs = ["r.xlsx", "r.html", "r.csv", "r.json", "r.ndjson", "r.md", "r.txt"];

async function digests(folder: Folder, files: string, lang: string): Promise<string[]> {
  const named = outputs.map((file) => `-o ${file}`).join(" ");
  const { code } = await folder.run(`grade ${files} -r bocom-nanchang -p 2026Q4 --force ${named} --lang ${lang}`);
  expect(code).toBe(0);
  return outputs.map((file) =>
    createHash("sha256")
      .update(readFileSync(join(folder.path, file)))
      .digest("hex"),
  );
}

it.each(["zh", "en"])(
  "%s: the same files give the same bytes, whatever their order, and time and again",
  async (lang) => {
    const folder = new Folder().quarter();
    const names = Object.keys(plain).map((name) => `q/${name}.csv`);
    const first = await digests(folder, names.join(" "), lang);
    expect(await digests(folder, [...names].reverse().join(" "), lang)).toEqual(first);
    expect(await digests(folder, "q", lang)).toEqual(first);
    expect(new Set(first).size).toBe(outputs.length);
  },
);

it("the same rows in another order give the same verdicts, in the order of the roster", async () => {
  const turned = Object.fromEntries(
    Object.entries(plain).map(([name, [header = [], ...rows]]) => [name, [header, ...rows.reverse()]]),
  );
  const results = async (folder: Folder) => {
    const { out } = await folder.run("grade q -r bocom-nanchang -p 2026Q4 -f ndjson");
    return out.split("\n").filter(Boolean);
  };
  const [one, other] = [await results(new Folder().quarter()), await results(new Folder().quarter(turned))];
  expect(one.map((line) => JSON.parse(line).id)).toEqual(["0001", "0002", "0003"]);
  expect([...other].reverse()).toEqual(one);
});
