import { createHash } from "node:crypto";

/**
 * What a browser may do with the page: run the scripts and apply the styles whose very text is named here, show images
 * that are inside it, and nothing else. It asks no network for anything.
 */
export function securityPolicy(scripts: readonly string[], styles: readonly string[]): string {
  const named = (texts: readonly string[]) => texts.map((text) => `'sha256-${digest(text)}'`).join(" ");
  return [
    "default-src 'none'",
    `script-src ${named(scripts)}`,
    `style-src ${named(styles)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}
