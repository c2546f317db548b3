// Reads one BIFF stream with SheetJS in a thread of its own, which may be stopped, or run out of memory, without harm. Plain
// JavaScript, for a worker begins from a file as it is. Its answer is `HeldSheet`s without hidden columns, or what went wrong.
import { parentPort, workerData } from "node:worker_threads";
import { read, SSF, set_cptable } from "@e965/xlsx";

const errors = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
const kinds = { n: 1, s: 2, b: 3, e: 4 };

async function readSheets({ stream, builtinFormats, codepages }) {
  for (const [id, code] of Object.entries(builtinFormats)) SSF.load(code, Number(id));
  if (codepages) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const book = read(Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength), {
    type: "buffer",
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    bookVBA: false,
  });
  const states = new Map(
    (book.Workbook?.Sheets ?? []).map(({ name, Hidden }) => [name, Hidden ? "hidden" : "visible"]),
  );
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    if (!sheet || sheet["!type"]) return [];
    return [{ name, state: states.get(name) ?? "visible", date1904, ...cellsOf(sheet) }];
  });
}

function cellsOf(sheet) {
  const data = sheet["!data"] ?? [];
  let count = 0;
  data.forEach((row) => {
    row.forEach((cell) => {
      if (cell.t in kinds) count++;
    });
  });
  const [rows, columns] = [new Int32Array(count), new Uint16Array(count)];
  const [found, values, cellFormats] = [new Uint8Array(count), new Float64Array(count), new Uint16Array(count)];
  const [texts, formats] = [new Numbered(), new Numbered()];
  let at = 0;
  data.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!(cell.t in kinds)) return;
      const { t, v } = sound(cell);
      rows[at] = r + 1;
      columns[at] = c;
      found[at] = kinds[t];
      values[at] = t === "n" ? v : t === "b" ? Number(v) : texts.number(v);
      if (t === "n") cellFormats[at] = formats.number(cell.z ?? "General");
      at++;
    });
  });
  return {
    rows,
    columns,
    kinds: found,
    values,
    cellFormats,
    texts: texts.list,
    formats: formats.list,
    hiddenRows: new Set((sheet["!rows"] ?? []).flatMap((row, index) => (row?.hidden ? [index + 1] : []))),
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c })),
  };
}

/** A number that is none (damage) is shown as the error that a spreadsheet would show. */
function sound({ t, v }) {
  if (t === "e") return { t, v: errors[v] ?? "#N/A" };
  if (t === "n") return Number.isFinite(v) ? { t, v } : { t: "e", v: "#NUM!" };
  return { t, v: t === "b" ? Boolean(v) : String(v ?? "") };
}

/** Texts by number, each once. */
class Numbered {
  list = [];
  numbers = new Map();

  number(text) {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.list.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}

try {
  parentPort.postMessage({ sheets: await readSheets(workerData) });
} catch (error) {
  parentPort.postMessage({ reason: error instanceof Error ? error.message : String(error) });
}
