// Makes the pictures of the page, the workbook, the forms and the marked workbook in docs/images: npm run pictures.
// It takes Chromium, LibreOffice and Poppler (scripts/system-packages), and pngquant where there is one, to make them small.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChromium, launch } from "../test/report/html/chromium.ts";
import { formScenes, langs, markedScenes, pageScenes, sample, sheetScenes } from "./report-scenes.ts";

type Lang = (typeof langs)[number];

/** A sheet as a branch may send it: a number in words, nobody's row, a letter O in an amount. */
const badRows = "工号,客户号,本年日均(元)\n273370,C99999,四千\n,C99998,5000\n168167,C99997,12.5O万\n";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const images = "docs/images";
mkdirSync(images, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "dingji-pictures-"));
try {
  const bad = join(folder, "存款补充.csv");
  writeFileSync(bad, badRows);
  for (const lang of langs) {
    dingji("grade", ...sample, "--lang", lang, ...written(`${lang}.xlsx`), ...written(`${lang}.html`));
    dingji("grade", ...sample, "--lang", lang, ...written(`${lang}/`));
    const sent = ["fixtures/quarter-a/messy", bad, "-r", "bocom-nanchang"];
    dingji("inspect", ...sent, "--lang", lang, ...written(`${lang}-problems.xlsx`));
    drawWorkbook(lang);
    drawForms(lang);
    drawMarked(lang);
  }
  await drawPages();
} finally {
  rmSync(folder, { recursive: true });
}
shrink();

function written(name: string): string[] {
  return ["-o", join(folder, name)];
}

function dingji(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ["bin/dingji.js", ...args], { encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`dingji ${args.join(" ")}: exit ${status}\n${stderr}`);
}

/** A workbook as it is printed, and the texts of its pages. */
function print(workbook: string): { readonly pdf: string; readonly pages: readonly string[] } {
  const home = `-env:UserInstallation=${pathToFileURL(join(folder, "office")).href}`;
  const how = [home, "--headless", "--convert-to", "pdf", "--outdir", folder, workbook];
  execFileSync("soffice", how, { stdio: "ignore" });
  const pdf = join(folder, "printed.pdf");
  renameSync(join(folder, `${basename(workbook, ".xlsx")}.pdf`), pdf);
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { pdf, pages: text.split("\f") };
}

/** A printed page, the first being 0, as a picture of so many dots to the inch. */
function draw(pdf: string, page: number, name: string, resolution: number): void {
  if (page < 0) throw new Error(`no page for ${name}`);
  const at = ["-f", String(page + 1), "-l", String(page + 1), "-r", String(resolution)];
  execFileSync("pdftoppm", ["-png", "-singlefile", ...at, pdf, join(images, name)]);
}

/** The first page of each sheet, which its footer names. */
function drawWorkbook(lang: Lang): void {
  const { pdf, pages } = print(join(folder, `${lang}.xlsx`));
  for (const { name, sheet } of sheetScenes) {
    const footer = new RegExp(`· ${sheet[lang]}\\s+(第|Page) ?\\d`);
    const page = pages.findIndex((text) => footer.test(text));
    draw(pdf, page, `${name}.${lang}`, 110);
  }
}

function drawForms(lang: Lang): void {
  const all = readdirSync(join(folder, lang));
  for (const { name, file } of formScenes) {
    const found = all.find((each) => each.startsWith("045972") && each.includes(file[lang]));
    if (found === undefined) throw new Error(`no ${file[lang]} of 045972`);
    draw(print(join(folder, lang, found)).pdf, 0, `${name}.${lang}`, 70);
  }
}

function drawMarked(lang: Lang): void {
  const { pdf, pages } = print(join(folder, `${lang}-problems.xlsx`));
  for (const { name, shows } of markedScenes) {
    const page = pages.findIndex((text) => text.includes(shows));
    draw(pdf, page, `${name}.${lang}`, 90);
  }
}

async function drawPages(): Promise<void> {
  const found = findChromium();
  if (!found) throw new Error("no Chromium: scripts/system-packages installs one");
  const browser = await launch(found);
  for (const lang of langs) {
    for (const { name, at, screen, scheme } of pageScenes) {
      const page = await browser.newPage({ viewport: screen, colorScheme: scheme });
      await page.goto(pathToFileURL(join(folder, `${lang}.html`)).href + at);
      await page.locator("html.alive").waitFor();
      await page.screenshot({ path: join(images, `${name}.${lang}.png`), animations: "disabled" });
      await page.close();
    }
  }
  await browser.close();
}

/** Their few colours fit a palette of 64, which makes the files a third as large, and nobody sees the difference. */
function shrink(): void {
  const all = readdirSync(images).flatMap((name) => (name.endsWith(".png") ? [join(images, name)] : []));
  const { error } = spawnSync("pngquant", ["--force", "--strip", "--ext", ".png", "64", ...all], { stdio: "inherit" });
  if (error) console.warn("No pngquant: the pictures are larger than they need be.");
}
