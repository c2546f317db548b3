// Makes the parts of docs/ that the program itself can say: npm run docs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "../dist/cli/main.js";
import { catalogue } from "../dist/diagnostic/catalogue.js";
import { message } from "../dist/diagnostic/diagnostic.js";
import { showLocation } from "../dist/diagnostic/location.js";
import { codesPage } from "./codes-page.js";
import { pictures } from "./pictures.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const examples = JSON.parse(readFileSync("docs/code-examples.json", "utf8"));
writeFileSync("docs/codes.md", codesPage({ catalogue, message, showLocation }, examples));
mkdirSync("docs/images", { recursive: true });
for (const [name, svg] of await pictures(main)) writeFileSync(`docs/images/${name}`, svg);
