import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageAssets } from "../../../src/cli/page-assets.ts";
import type { Recommendation } from "../../../src/decide/recommendation.ts";
import { renderPage } from "../../../src/report/html/page.ts";
import { build } from "../../scenarios/built.ts";
import { gradedOf, reportOf, type Someone, someSources, tiers } from "../build.ts";
import { people } from "../people.ts";
import { findChromium, launch } from "./chromium.ts";

const found = findChromium();
if (!found)
  console.warn("\n*** No Chromium: the page is NOT tested in a browser. scripts/system-packages installs one.\n");

const folder = mkdtempSync(join(tmpdir(), "dingji-page-"));
let browser: Browser;
/** Console messages, errors and requests of all pages: there must be none. */
const heard: string[] = [];

async function write(name: string, who: readonly Someone[], lang: "zh" | "en" = "zh"): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, [...renderPage(reportOf(who), lang, await pageAssets())].join(""));
  return pathToFileURL(file).href;
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") || !request.isNavigationRequest()) heard.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  await page.locator("html.alive").waitFor();
  return page;
}

const ids = (page: Page) => page.locator("#list tbody th").allInnerTexts();

describe.runIf(found)("the page in Chromium", () => {
  let small: string;
  beforeAll(async () => {
    build();
    browser = await launch(found!);
    small = await write("small.html", people);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    expect(heard).toEqual([]);
  });

  it("keeps the list with all its columns in its card at every width", async () => {
    const override = { from: undefined, to: tiers[0], reason: "牵头重点项目", approver: "王行长", date: "2026-12-28" };
    const recommendations = gradedOf(people).recommendations.map((one) => ({ ...one, override }) as Recommendation);
    const file = join(folder, "wide.html");
    const report = reportOf(people, someSources, { recommendations, overridden: true });
    writeFileSync(file, [...renderPage(report, "zh", await pageAssets())].join(""));
    const page = await open(pathToFileURL(file).href);
    expect(await page.getByRole("columnheader").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("人工调整"), expect.stringContaining("最终等级")]),
    );
    for (const width of [360, 800, 1000, 1200, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = (await page.evaluate(`(() => {
        const card = document.querySelector("#people").getBoundingClientRect().right;
        const cells = [...document.querySelectorAll("#people :is(th,td)")];
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth - clientWidth, cells.filter((cell) => cell.getBoundingClientRect().right > card).length];
      })()`)) as number[];
      expect([width, ...beyond]).toEqual([width, 0, 0]);
    }
    await page.context().close();
  });

  it("searches by every word, filters and sorts, and says how many are left", async () => {
    const page = await open(small);
    const search = page.getByRole("searchbox");
    await search.fill("青山湖 高聘");
    expect(await page.getByRole("status").innerText()).toBe("显示 0 / 3");
    await search.fill("青山湖");
    expect(await ids(page)).toEqual(["000002", "000003"]);
    expect(await page.getByRole("status").innerText()).toBe("显示 2 / 3");
    await page.locator("[data-filter=action]").selectOption("demote");
    expect(await ids(page)).toEqual(["000002"]);
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe("#q=青山湖&action=demote");
    await page.getByRole("button", { name: "清除" }).click();
    await expect.poll(() => ids(page)).toEqual(["000001", "000002", "000003"]);
    const heading = page.getByRole("columnheader", { name: "达标等级" });
    await heading.getByRole("button").click();
    expect([await heading.getAttribute("aria-sort"), await ids(page)]).toEqual([
      "ascending",
      ["000003", "000002", "000001"],
    ]);
    await heading.getByRole("button").click();
    expect([await heading.getAttribute("aria-sort"), await ids(page)]).toEqual([
      "descending",
      ["000001", "000002", "000003"],
    ]);
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBeNull();
  });

  it("explains a person on a click, steps to the next, and gives the focus back", async () => {
    const page = await open(small);
    const link = page.getByRole("link", { name: "000002", exact: true });
    await link.click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("heading").first().innerText()).toContain("000002");
    const text = await dialog.innerText();
    for (const part of [
      "营销年限",
      "2.99年",
      "须 ≥ 3年",
      "差 0.01年",
      "〔第十一条一(一)1〕",
      "存款!C13",
      "距 高级客户经理 还差",
    ])
      expect(text).toContain(part);
    await dialog.getByRole("button", { name: "下一个" }).click();
    await expect.poll(() => dialog.getByRole("heading").first().innerText()).toContain("000003");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("000002");
  });

  it("opens at a person by its address, and says so when there is none", async () => {
    const page = await open(`${small}#id=000003`);
    expect(await page.getByRole("dialog").innerText()).toContain("欧阳娜娜");
    const other = await open(`${small}#id=999`);
    expect(await other.getByRole("status").innerText()).toBe("名单里没有 999");
  });

  it("can be used by the keyboard alone", async () => {
    const page = await open(small);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("people");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
    await page.getByRole("link", { name: "000001", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('dialog') !== null")).toBe(true);
  });

  it("is a table to who does not see it", async () => {
    const page = await open(small);
    const tree = await page.locator("#list").ariaSnapshot();
    expect(tree).toContain('table "客户经理"');
    expect(tree).toMatch(/columnheader "工号/);
    expect(tree).toContain('rowheader "000001"');
    expect(tree).toContain('cell "高聘"');
  });

  it.each([
    ["a phone", { viewport: { width: 360, height: 740 } }],
    ["a desktop", { viewport: { width: 1280, height: 800 } }],
  ])("does not scroll sideways on %s", async (_, options) => {
    const page = await open(small, options);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.getByRole("link", { name: "000002", exact: true }).click();
    expect(await page.evaluate("document.getElementById('person-body').scrollWidth - innerWidth")).toBeLessThanOrEqual(
      0,
    );
  });

  it("is dark where the system is, and as one chooses", async () => {
    const page = await open(small, { colorScheme: "dark" });
    const ground = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const dark = await ground();
    await page.locator("#theme").click();
    const light = await ground();
    expect([dark, light]).toEqual(["rgb(18, 22, 28)", "rgb(246, 247, 249)"]);
  });

  it("prints everybody, whatever is on the screen, with the headings on every sheet", async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ ...people[index % 3]!, id: String(100_000 + index) }));
    const page = await open(await write("many.html", many));
    const file = join(folder, "many.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    execFileSync("pdftotext", ["-layout", file]);
    const text = readFileSync(join(folder, "many.txt"), "utf8");
    for (const { id } of many) expect(text).toContain(id);
    const sheets = text.split("\f").filter((sheet) => /支?行\s+10\d{4}/.test(sheet));
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) expect(sheet).toMatch(/工号.*建议等级.*理由/);
  });

  it("shows the first of two thousand at once, and all of them in the end", async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...people[index % 3]!, id: String(100_000 + index) }));
    const page = await open(await write("large.html", many));
    const rows = () => page.locator("#list tbody tr").count();
    expect(await rows()).toBe(2000);
    // In one go with the letters typed: what is answered before the browser paints.
    const answered = await page.evaluate(`(() => {
      const search = document.getElementById("search");
      search.value = "1009";
      search.dispatchEvent(new Event("input", { bubbles: true }));
      return [document.getElementById("status").textContent, document.querySelectorAll("#list tbody:not([hidden]) tr").length];
    })()`);
    expect(answered).toEqual(["显示 101 / 2000", 50]);
    await expect.poll(rows).toBe(101);
    await page.getByRole("searchbox").fill("");
    await expect.poll(rows, { timeout: 10_000 }).toBe(2000);
  }, 300_000);
});
