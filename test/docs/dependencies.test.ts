import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, object>;
const [run = "", development = ""] = readFileSync("docs/dependencies.md", "utf8").split("## For development");

function named(section: string): string[] {
  return [...section.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)]
    .flatMap(([, names = ""]) => names.split(", "))
    .filter((name) => !/^(package|-+)$/.test(name.trim()));
}

it("lists every package of package.json, and no other", () => {
  expect(named(run)).toEqual(Object.keys(dependencies ?? {}));
  expect(named(development)).toEqual(Object.keys(devDependencies ?? {}));
});

it("names no package at run time that src does not import", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\.[jt]s$/.test(file));
  const text = sources.map((file) => readFileSync(`src/${file}`, "utf8")).join("\n");
  expect(Object.keys(dependencies ?? {}).filter((name) => !new RegExp(`["(]${name}["/]`).test(text))).toEqual([]);
});
