import { readFileSync } from "node:fs";

/** The product's version, from package.json: the one place that states it. */
export function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
