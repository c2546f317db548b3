import { accessSync, constants, rmSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { compare, path } from "./child.js";
import { makeQuarter } from "./quarter.js";

const program = path("../../bin/dingji.js");

/** So long may a page with 10,000 people take to show what was searched for, in milliseconds. */
const most = 200;

/** What is typed, a letter after the other, each into an empty field. */
const searches = [
  ["one letter", "1"],
  ["name", "经理1234"],
  ["id", "108638"],
  ["unit", "支行7"],
  ["two words", "支行7 晋升"],
  ["no hit", "zzzz"],
];

/** The page of 10,000 people: what it takes to make it, and how long a browser takes to answer a search. */
export async function page() {
  const file = path(".cache/quarter-10000-100000-shared.xlsx");
  const out = path(".cache/page.html");
  await makeQuarter(file, { managers: 10_000, deposits: 100_000, sharedStrings: true });
  const run = ["grade", file, "-r", "bocom-nanchang", "-p", "2026Q4", "-o", out, "--force", "-q", "--lang", "zh"];
  const [whole] = await compare([[program, ...run]], 1);
  console.log("10,000 people to a page");
  console.log(
    `  dingji grade -o q.html ${whole.ms.toFixed(0)} ms  cpu ${whole.cpu.toFixed(0)}  ${whole.mib.toFixed(0)} MiB, a file of ${(statSync(out).size / 2 ** 20).toFixed(1)} MiB`,
  );
  const browser = findBrowser();
  if (browser) await answers(out, browser);
  else console.log("  NOT MEASURED: there is no Chromium; name one in CHROMIUM");
  console.log();
  rmSync(out, { force: true });
}

/** Types, clears and sorts as fast as the page takes it, and prints the times from an event until its answer is painted. */
async function answers(file, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.addInitScript(watch);
  await tab.goto(pathToFileURL(file).href);
  await tab.waitForSelector("html.alive");
  const times = {};
  const timed = async (name, act) => {
    await act();
    times[name] = [...(times[name] ?? []), ...(await tab.evaluate(() => globalThis.painted()))];
  };
  // The first letters are typed while the page still reads its rows.
  for (let round = 0; round < 3; round++) {
    for (const [name, text] of searches) {
      await tab.focus("#search");
      for (const letter of text) await timed(name, () => tab.keyboard.insertText(letter));
      await tab.keyboard.press("Control+A");
      await timed("clearing", () => tab.keyboard.press("Delete"));
    }
    for (const heading of await tab.locator("#list thead .sort").all()) {
      for (const way of ["up", "down", "back"]) await timed(`sort ${way}`, () => heading.click());
    }
  }
  await browser.close();
  for (const [name, list] of Object.entries(times)) {
    const sorted = [...list].sort((a, b) => a - b);
    const [median, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    // What was asked is that a search is answered; to sort is another thing, measured beside it.
    const bound = name.startsWith("sort") ? "" : `  at most ${most} ms: ${worst <= most ? "kept" : "NOT KEPT"}`;
    console.log(
      `  ${name.padEnd(12)} ${String(list.length).padStart(4)} times  median ${median.toFixed(0).padStart(4)} ms  worst ${worst.toFixed(0).padStart(4)} ms${bound}`,
    );
  }
}

/**
 * Runs in the page: notes when a letter was typed or a heading pressed, by the event's own time, and when the second frame
 * after it begins: what the event did is painted by then. The wait for whatever the page was busy with is in it.
 */
function watch() {
  const waiting = [];
  const note = (event) => {
    if (event.type === "click" && !event.target.closest(".sort")) return;
    const { timeStamp } = event;
    waiting.push(
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)));
      }),
    );
  };
  addEventListener("input", note, { capture: true });
  addEventListener("click", note, { capture: true });
  /** The milliseconds of all events since it was last asked. */
  globalThis.painted = () => Promise.all(waiting.splice(0));
}

function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return [process.env.CHROMIUM ?? "", ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    (place) => {
      try {
        if (place !== "") accessSync(place, constants.X_OK);
        return place !== "";
      } catch {
        return false;
      }
    },
  );
}
