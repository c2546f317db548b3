// Makes the parts of docs/ that the program itself can say: npm run docs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codesPage, type Examples } from "./codes-page.ts";
import { pictures } from "./pictures.ts";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
writeFileSync("docs/codes.md", codesPage(JSON.parse(readFileSync("docs/code-examples.json", "utf8")) as Examples));
mkdirSync("docs/images", { recursive: true });
for (const [name, svg] of await pictures()) writeFileSync(`docs/images/${name}`, svg);
