import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The rooms in the order of dependence: each may import itself and whatever stands above it. */
const rooms: readonly (readonly [room: string, why: string])[] = [
  ["text", "two languages are needed everywhere, and know nothing"],
  ["diagnostic", "every room reports; what is reported must not depend on any of them"],
  ["number", "exact figures are the same in a cell and in a rulebook"],
  [
    "workbook",
    "it reads whatever a spreadsheet holds; what is looked for comes to it as TableSpec, never as a rulebook",
  ],
  ["formula", "the expression language is checked against an Environment, so that it can be tested without rulebooks"],
  ["rulebook", "it is read and checked before any data, so it may know no data"],
  ["facts", "tables meet the rulebook's types here, and nowhere before"],
  ["metrics", "figures are measured from facts alone: nothing is graded yet"],
  ["assess", "whether a tier is reached does not depend on what is done about it"],
  ["mask", "who is who is hidden once everything about people is known, before any reason is worded"],
  ["decide", "the recommendation is the last stage that decides anything"],
  ["pipeline.ts", "the only file that knows the order of the stages; no stage may know it"],
  ["ruletest", "tests of rules run the stages themselves"],
  ["check", "static checks read rulebooks, and may try them on the stages"],
  ["compare", "comparison takes two of anything above"],
  ["report", "a format may show everything, and nothing above may depend on how it looks"],
  ["cli", "the command line puts all together; nobody depends on it"],
];
const order = rooms.map(([room]) => room);

interface Source {
  /** Below src/, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  /** Loaded when it is needed, by `import(...)`. */
  readonly late: boolean;
}

const sources = filesIn("src").map((file): Source => {
  const text = readFileSync(join(root, "src", file), "utf8");
  return { file, text, imports: importsOf(text) };
});

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.includes("node_modules/"))
    .sort();
}

function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const statements = [...code.matchAll(/^\s*(?:import|export)\s(?:(type)\s)?[^;"']*?from\s+"([^"]+)"/gm)];
  const bare = [...code.matchAll(/\bimport\s*\(\s*"([^"]+)"\s*\)|^\s*import\s+"([^"]+)"/gm)];
  return [
    ...statements.map(([, type, from = ""]) => ({ from, typeOnly: type !== undefined, late: false })),
    ...bare.map(([, dynamic, effect]) => ({
      from: dynamic ?? effect ?? "",
      typeOnly: false,
      late: dynamic !== undefined,
    })),
  ];
}

/** The file below src/ that an import of ours means; undefined: a package. */
function target({ file }: Source, { from }: Import): string | undefined {
  return from.startsWith(".") ? normalize(join(dirname(file), from)).replaceAll("\\", "/") : undefined;
}

function roomOf(file: string): string {
  return file.split("/", 1)[0] ?? "";
}

/** `file imports what` for every import that a rule forbids. */
function offenders(forbidden: (source: Source, one: Import) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => forbidden(source, one)).map((one) => `${source.file} imports ${one.from}`),
  );
}

it("has every room in docs/architecture.md, in this order", () => {
  const table = readFileSync(new URL("../docs/architecture.md", import.meta.url), "utf8");
  const documented = [...table.matchAll(/^\| `([a-z]+\/|pipeline\.ts)` \|/gm)].map(([, room]) =>
    room?.replace("/", ""),
  );
  expect(documented).toEqual(order);
});

it("has only rooms of the list", () => {
  expect([...new Set(sources.map(({ file }) => roomOf(file)))].filter((room) => !order.includes(room))).toEqual([]);
});

describe("direction", () => {
  it.each(rooms)("%s imports only rooms above it: %s", (room) => {
    const below = order.slice(order.indexOf(room) + 1);
    const found = offenders((source, one) => {
      const to = target(source, one);
      return roomOf(source.file) === room && to !== undefined && below.includes(roomOf(to));
    });
    expect(found).toEqual([]);
  });

  it("every import of ours is a file that exists, with its ending", () => {
    const files = new Set(sources.map(({ file }) => file));
    const found = offenders((source, one) => {
      const to = target(source, one);
      return to !== undefined && !files.has(to);
    });
    expect(found).toEqual([]);
  });

  it("no file needs itself at run time: a circle cannot be read from top to bottom", () => {
    expect(circles()).toEqual([]);
  });
});

/** Circles of imports that are not of types alone. */
function circles(): string[][] {
  const needs = new Map(
    sources.map((source) => [
      source.file,
      source.imports.filter((one) => !one.typeOnly).flatMap((one) => target(source, one) ?? []),
    ]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file]);
    else if (!done.has(file)) {
      for (const next of needs.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  for (const { file } of sources) visit(file, []);
  return found;
}

it("loads next to nothing before the version is answered", () => {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    const source = sources.find(({ file }) => file === name);
    if (loaded.has(name)) return;
    loaded.add(name);
    const early = source?.imports.filter((one) => !one.typeOnly && !one.late) ?? [];
    for (const one of early) load((source && target(source, one)) ?? one.from);
  };
  load("cli/main.ts");
  expect([...loaded].sort()).toEqual(["cli/language.ts", "cli/main.ts", "cli/version.ts", "cli/write.ts", "node:fs"]);
});

describe("who may touch what", () => {
  const disk = /^(node:)?fs(\/promises)?$/;
  it("only workbook/, rulebook/load and cli/ touch the disk: everything else is a function of what it is given", () => {
    const mayRead = (file: string) => ["workbook", "cli"].includes(roomOf(file)) || file === "rulebook/load.ts";
    expect(offenders(({ file }, { from }) => disk.test(from) && !mayRead(file))).toEqual([]);
  });

  it("only cli/ touches the process: the rest can run anywhere, twice, in a test", () => {
    const users = sources.filter(({ file, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return roomOf(file) !== "cli" && /\bprocess\s*\.|\bconsole\s*\.|"(node:)?process"/.test(code);
    });
    expect(users.map(({ file }) => file)).toEqual([]);
  });

  it("nothing ends the process: what is still in a pipe would be lost", () => {
    expect(sources.filter(({ text }) => /process\.exit\(|\.reallyExit/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("no clock and no random number but for names of temporary files: the same input gives the same bytes", () => {
    const users = sources.filter(({ text }) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|randomBytes\(|randomUUID/.test(text),
    );
    expect(users.map(({ file }) => file)).toEqual(["cli/commit.ts"]);
  });

  it.each([
    ["yauzl", ["workbook"], "the reader's bounds hold only if nobody else unzips"],
    ["saxes", ["workbook"], "XML is read in one place, without entities"],
    ["csv-parse", ["workbook"], "CSV is read in one place"],
    ["exceljs", ["report"], "we write with it and never read with it"],
    ["yaml", ["rulebook", "ruletest"], "positions are kept by whoever parses"],
    ["zod", ["rulebook", "ruletest", "cli"], "shapes are checked where files are read"],
    ["commander", ["cli"], "arguments end at the command line"],
    ["chalk", ["report", "cli"], "colour is a matter of looks"],
    ["cli-table3", ["report"], "so are tables"],
    ["fast-string-width", ["report", "cli"], "so are widths"],
  ])("%s is used in %j only: %s", (name, allowed) => {
    const found = offenders(
      ({ file }, { from, typeOnly }) =>
        !typeOnly && (from === name || from.startsWith(`${name}/`)) && !allowed.includes(roomOf(file)),
    );
    expect(found).toEqual([]);
  });
});

describe("where things live", () => {
  it("has no barrel files: a name is imported from the file that it lives in", () => {
    const barrels = sources.filter(
      ({ file, text }) => /(^|\/)index\.ts$/.test(file) || /^export\s+(\*|\{[^}]*\})\s+from/m.test(text),
    );
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });

  it("has no drawers for odds and ends", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|shared|lib|types|constants)(\.ts|\/)/;
    expect(sources.filter(({ file }) => drawers.test(file)).map(({ file }) => file)).toEqual([]);
  });

  it("mirrors src in test: every room has its tests", () => {
    const tested = new Set(filesIn("test").map(roomOf));
    const untested = [...new Set(sources.map(({ file }) => roomOf(file)))].filter(
      (room) => !room.endsWith(".ts") && !tested.has(room),
    );
    expect(untested).toEqual([]);
  });
});

describe("size of files, in lines", () => {
  const sizes = sources.map(({ text }) => text.split("\n").length - 1).sort((a, b) => a - b);
  const share = (part: number) => sizes[Math.floor((sizes.length - 1) * part)] ?? 0;

  it("half of them have at most 70", () => expect(share(0.5)).toBeLessThanOrEqual(70));
  it("19 of 20 have at most 250", () => expect(share(0.95)).toBeLessThanOrEqual(250));
  it("none of src and test has more than 400", () => {
    const tests = filesIn("test").map(
      (file) => [`test/${file}`, readFileSync(join(root, "test", file), "utf8")] as const,
    );
    const all = [...sources.map(({ file, text }) => [`src/${file}`, text] as const), ...tests];
    expect(all.filter(([, text]) => text.split("\n").length - 1 > 400).map(([file]) => relative(".", file))).toEqual(
      [],
    );
  });
});
