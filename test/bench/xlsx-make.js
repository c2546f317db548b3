import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { crc32, createDeflateRaw } from "node:zlib";

const branches = ["西湖支行", "青山湖支行", "红谷滩支行", "东湖支行", "经开支行"];
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";

/**
 * Writes a workbook of one sheet of deposits, `rows` × 10, as XML made by hand: `shared` texts as Excel keeps them, or
 * `inline` ones as openpyxl and exceljs's stream writer do. Numbers have the 15 to 17 digits of a computed double.
 *
 * @param {string} path
 * @param {number} rows
 * @param {"shared" | "inline"} kind
 */
export async function makeWorkbook(path, rows, kind) {
  const texts = new Map();
  const text = (ref, value) => {
    if (kind === "inline") return `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    if (!texts.has(value)) texts.set(value, texts.size);
    return `<c r="${ref}" t="s"><v>${texts.get(value)}</v></c>`;
  };
  const number = (ref, value, style) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  function* sheet() {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetData>`;
    const headers = ["工号", "姓名", "机构", "客户号", "本年日均", "上年日均", "协议存款", "笔数", "利率", "日期"];
    yield `<row r="1">${headers.map((header, i) => text(`${"ABCDEFGHIJ"[i]}1`, header)).join("")}</row>`;
    for (let r = 2; r <= rows + 1; r++) {
      const who = (r * 7919) % 2000;
      yield `<row r="${r}" spans="1:10">` +
        text(`A${r}`, String(270000 + who)) +
        text(`B${r}`, surnames[who % 20] + surnames[(who * 7) % 20]) +
        text(`C${r}`, branches[who % 5]) +
        text(`D${r}`, `C${String(r).padStart(7, "0")}`) +
        number(`E${r}`, (r * 1234.567891) / 3, 1) +
        number(`F${r}`, Math.round(r * 98765.4321) / 100, 1) +
        text(`G${r}`, r % 9 === 0 ? "是" : "否") +
        number(`H${r}`, r % 37, 0) +
        number(`I${r}`, (r % 500) / 10000, 2) +
        number(`J${r}`, 45000 + (r % 700), 3) +
        "</row>";
    }
    yield "</sheetData></worksheet>";
  }
  function* strings() {
    yield `<sst xmlns="${main}" uniqueCount="${texts.size}">`;
    for (const value of texts.keys()) yield `<si><t>${value}</t></si>`;
    yield "</sst>";
  }
  const rel = (id, type, target) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  await writeZip(path, [
    [
      "[Content_Types].xml",
      [
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          override("/xl/workbook.xml", "sheet.main") +
          override("/xl/worksheets/sheet1.xml", "worksheet") +
          override("/xl/styles.xml", "styles") +
          override("/xl/sharedStrings.xml", "sharedStrings") +
          "</Types>",
      ],
    ],
    [
      "_rels/.rels",
      [`<Relationships xmlns="${relations}">${rel("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
    ],
    [
      "xl/workbook.xml",
      [
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="存款" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      "xl/_rels/workbook.xml.rels",
      [
        `<Relationships xmlns="${relations}">${rel("rId1", "worksheet", "worksheets/sheet1.xml")}` +
          `${rel("rId2", "styles", "styles.xml")}${rel("rId3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
      ],
    ],
    [
      "xl/styles.xml",
      [
        `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
          `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">` +
          `<xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      ],
    ],
    // Before the shared strings, which are known only after it; exceljs's stream reader needs them first, see `read`.
    ["xl/worksheets/sheet1.xml", sheet()],
    ["xl/sharedStrings.xml", strings()],
  ]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

function override(part, type) {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

/** Deflates the parts one after the other, with their sizes in the directory only, as a streaming writer does. */
async function writeZip(path, parts) {
  const out = createWriteStream(path);
  let offset = 0;
  const put = async (bytes) => {
    offset += bytes.length;
    if (!out.write(bytes)) await once(out, "drain");
  };
  const directory = [];
  for (const [name, pieces] of parts) {
    const entry = { name: Buffer.from(name), offset, crc: 0, size: 0, packed: 0 };
    await put(record(0x04034b50, entry, true));
    const start = offset;
    const deflate = createDeflateRaw({ level: 6 });
    const drained = (async () => {
      for await (const chunk of deflate) await put(chunk);
    })();
    let batch = "";
    const flush = async () => {
      const bytes = Buffer.from(batch);
      batch = "";
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, "drain");
    };
    for (const piece of pieces) {
      batch += piece;
      if (batch.length > 200_000) await flush();
    }
    await flush();
    deflate.end();
    await drained;
    entry.packed = offset - start;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.packed, 8);
    descriptor.writeUInt32LE(entry.size, 12);
    await put(descriptor);
    directory.push(entry);
  }
  const start = offset;
  for (const entry of directory) await put(record(0x02014b50, entry, false));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  await put(end);
  out.end();
  await once(out, "close");
}

/** A local header, or an entry of the directory. */
function record(signature, entry, local) {
  const fields = Buffer.alloc(local ? 30 : 46);
  fields.writeUInt32LE(signature, 0);
  const at = local ? 4 : 6;
  if (!local) fields.writeUInt16LE(20, 4);
  fields.writeUInt16LE(20, at);
  fields.writeUInt16LE(0x0808, at + 2);
  fields.writeUInt16LE(8, at + 4);
  if (!local) {
    fields.writeUInt32LE(entry.crc, at + 10);
    fields.writeUInt32LE(entry.packed, at + 14);
    fields.writeUInt32LE(entry.size, at + 18);
    fields.writeUInt32LE(entry.offset, 42);
  }
  fields.writeUInt16LE(entry.name.length, at + 22);
  return Buffer.concat([fields, entry.name]);
}
