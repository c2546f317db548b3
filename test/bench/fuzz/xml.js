import { strToU8, unzipSync, zipSync } from "fflate";

const numbers = [
  "",
  "NaN",
  "-0",
  "1e999",
  "1e-400",
  "9".repeat(400),
  "0x10",
  "-1",
  "1,5",
  " 7 ",
  "99999999999",
  "1048577",
];
const places = ["A0", "XFD1048576", "XFE1", "A1", "ZZZZ9", "a1", "1A", "$A$1", "A1048577", "__proto__1"];
const texts = [
  "__proto__",
  "constructor",
  "=cmd|' /C calc'!A0",
  "\u0000",
  "_x0000_",
  "&#0;",
  "&#x110000;",
  "&lt;",
  "]]>",
];
const big = "长".repeat(40_000);

/** Edits of one XML part, as text. */
const edits = [
  (xml, random) => replaceOne(xml, /<v>[^<]*<\/v>/g, `<v>${random.pick(numbers)}</v>`, random),
  (xml, random) => replaceOne(xml, / r="[A-Z]+\d+"/g, ` r="${random.pick(places)}"`, random),
  (xml, random) => replaceOne(xml, /<row r="\d+"/g, `<row r="${random.pick(numbers)}"`, random),
  (xml, random) =>
    replaceOne(xml, / t="\w+"/g, ` t="${random.pick(["s", "str", "b", "e", "n", "d", "inlineStr", "x"])}"`, random),
  (xml, random) => replaceOne(xml, / s="\d+"/g, ` s="${random.pick(numbers)}"`, random),
  (xml, random) => replaceOne(xml, /="[^"]*"/g, `="${random.pick([...numbers, ...places, ...texts])}"`, random),
  (xml, random) => replaceOne(xml, />[^<]+</g, `>${random.pick([...texts, ...numbers])}<`, random),
  (xml, random) => replaceOne(xml, />[^<]+</g, `>${big}<`, random),
  (xml, random) => replaceOne(xml, /<(\w+)[^<>]*\/?>/g, "", random),
  (xml, random) => replaceOne(xml, /<\/\w+>/g, "", random),
  (xml, random) => replaceOne(xml, /<row[\s\S]*?<\/row>/g, (row) => row.repeat(2), random),
  (xml, random) => replaceOne(xml, /<c [\s\S]*?<\/c>/g, (cell) => cell.repeat(2), random),
  (xml, random) => replaceOne(xml, /<c [\s\S]*?<\/c>/g, "<c><f>A1</f></c>", random),
  (xml, random) =>
    replaceOne(xml, /<sheetData>/g, `<sheetData>${"<row/>".repeat(random.pick([1, 1000, 200_000]))}`, random),
  (xml, random) => replaceOne(xml, /<\/sheetData>/g, (end) => `${end}${mergesOf(random)}`, random),
  (xml) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`,
  (xml) => xml.replace("?>", '?><!DOCTYPE x SYSTEM "http://127.0.0.1/x">'),
  (xml, random) => insert(xml, "<a>".repeat(random.pick([10, 5000, 200_000])), random),
  (xml, random) => insert(xml, `<c t="${"x".repeat(random.pick([100, 5_000_000]))}"/>`, random),
  (xml, random) => insert(xml, random.pick(["<![CDATA[", "<!--", "<?x", "&", "&a;", "<", "]]>", "</x>"]), random),
  (xml, random) => insert(xml, "y".repeat(random.pick([1000, 6_000_000])), random),
  (xml) => xml.replaceAll("<", "<x:").replaceAll("<x:/", "</x:").replaceAll("<x:?", "<?"),
  (xml) => xml.replace(/encoding="[^"]*"/, 'encoding="GBK"'),
  () => "",
  (xml, random) => xml.slice(0, random.below(xml.length)),
];

/** A valid zip with some of its parts edited, lost, renamed, doubled or too many. */
export function editWorkbook(bytes, random) {
  const parts = unzipSync(bytes);
  for (let count = 1 + random.below(3); count > 0; count--) {
    const names = Object.keys(parts);
    const sheets = names.filter((name) => /sheet\d+\.xml$|sharedStrings|styles|workbook\.xml$/i.test(name));
    const name = random.pick(random.below(3) > 0 && sheets.length > 0 ? sheets : names);
    if (name === undefined) break;
    const kind = random.below(20);
    if (kind === 0) delete parts[name];
    else if (kind === 1) parts[`${name}x`] = parts[name];
    else if (kind === 2) parts[name] = parts[random.pick(names)];
    else if (kind === 3) for (let extra = 0; extra < 1100; extra++) parts[`x/${extra}.xml`] = new Uint8Array();
    else if (kind === 4) parts[name] = new Uint8Array(random.pick([10, 30_000_000]));
    else parts[name] = strToU8(random.pick(edits)(Buffer.from(parts[name]).toString("utf8"), random));
  }
  return Buffer.from(zipSync(parts, { level: 1 }));
}

function mergesOf(random) {
  const ranges = ["A1:A9", "A1:XFD1048576", "A1", "B2:A1", "A1:B", "C4:C90"];
  const list = Array.from({ length: random.pick([1, 3, 20_000]) }, () => `<mergeCell ref="${random.pick(ranges)}"/>`);
  return `<mergeCells>${list.join("")}</mergeCells>`;
}

function replaceOne(text, pattern, by, random) {
  const found = text.match(pattern)?.length ?? 0;
  const chosen = random.below(Math.max(1, found));
  let at = 0;
  return text.replace(pattern, (match) => (at++ === chosen ? (typeof by === "string" ? by : by(match)) : match));
}

function insert(text, what, random) {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}
