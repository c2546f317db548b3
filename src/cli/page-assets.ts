import { readFile } from "node:fs/promises";
import type { PageAssets } from "../report/html/page-assets.ts";

/** The page's own program and style as the build made them. They lie two folders up from here, bundled or not. */
export async function pageAssets(): Promise<PageAssets> {
  const read = (name: string) => readFile(new URL(`../../dist/page/${name}`, import.meta.url), "utf8");
  const [script, style] = await Promise.all([read("client.js"), read("style.css")]);
  return { script, style };
}
