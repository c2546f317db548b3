/** Edits of csv and HTML files; a character is a byte, so that any encoding stays what it is. */
const ofCsv = [
  (text, random) => insert(text, '"', random),
  (text, random) =>
    insert(text, random.pick(['""', '","', '"\n', ',"', "\0", "\r", "\n\n\n", "\ufeff", "sep=;\n"]), random),
  (text, random) => text.replaceAll(",", random.pick([";", "\t", "|", "，", '","'])),
  (text, random) => text.replaceAll("\n", random.pick(["\r", "\r\n", "\n\r", ""])),
  (text, random) =>
    insert(text, random.pick([",", "x", "\n", '"']).repeat(random.pick([1000, 20_000, 300_000])), random),
  (text, random) => insert(text, random.pick(["\xff\xfe", "\x81", "\xe4\xb8", "\xa1\xa1", "\x00\x00"]), random),
  (text, random) =>
    insert(text, random.pick(["合计", "小计,,", "__proto__,constructor\n", "=1+1", "1e999", "单位:亿元\n"]), random),
  (text) => Buffer.from(text, "latin1").toString("utf16le"),
  (text) => `${Buffer.from(`\ufeff${text}`, "utf16le").toString("latin1")}`,
  (text) => text.repeat(5),
];

const counts = ["0", "-1", "1000", "65534", "99999999999", "x", "1e9"];
const ofHtml = [
  (text, random) => replaceOne(text, /<td/gi, `<td colspan="${random.pick(counts)}"`, random),
  (text, random) =>
    replaceOne(text, /<td/gi, `<td rowspan="${random.pick(counts)}" colspan="${random.pick(counts)}"`, random),
  (text, random) => text.replaceAll(/<td/gi, `<td rowspan=${random.pick(counts)} colspan=${random.pick(counts)}`),
  (text, random) => replaceOne(text, /<\/?\w+[^>]*>/g, "", random),
  (text) => text.replaceAll(/<\/t[dr]>/gi, ""),
  (text, random) =>
    insert(
      text,
      random.pick(["<table>", "<div>", "<td>", "<tr>", "<b>"]).repeat(random.pick([10, 900, 100_000])),
      random,
    ),
  (text, random) =>
    insert(
      text,
      random.pick(["<!--", "<script>", "<style>", "<textarea>", "<![CDATA[", "<", "&", "&#x110000;", "<td x:num="]),
      random,
    ),
  (text, random) => insert(text, `<td x="${"y".repeat(random.pick([1000, 3_000_000]))}">`, random),
  (text, random) =>
    insert(
      text,
      `<style>${random.pick([".a{", ".a,", "{}", '.x{mso-number-format:"\\']).repeat(50_000)}</style>`,
      random,
    ),
  (text, random) => insert(text, `<td x:num="${random.pick(["1e999", "NaN", "", "0x1", "9".repeat(400)])}">`, random),
  (text, random) =>
    text.replace(/charset=[\w-]+/i, `charset=${random.pick(["gbk", "utf-16", "x", "big5", "iso-2022-jp"])}`),
];

export function editText(bytes, isPage, random) {
  let text = bytes.toString("latin1");
  for (let count = 1 + random.below(3); count > 0; count--) text = random.pick(isPage ? ofHtml : ofCsv)(text, random);
  return Buffer.from(text, "latin1");
}

function replaceOne(text, pattern, by, random) {
  const found = text.match(pattern)?.length ?? 0;
  const chosen = random.below(Math.max(1, found));
  let at = 0;
  return text.replace(pattern, (match) => (at++ === chosen ? by : match));
}

function insert(text, what, random) {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}
