import { Refusal } from "./refusal.ts";
import { readXml, XmlReader } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** The category among the properties of every workbook that dingji writes for people to read. Excel and WPS keep it when they save. */
export const ownCategory = "dingji: results, no data";

const part = "docProps/core.xml";
/** Properties are a few lines. */
const mostBytes = 64 * 1024;

/**
 * Whether a workbook is one that dingji wrote for people to read. Its sheets look like data (未计入客户 has all columns of
 * 贷款), but reading them would count everything again.
 */
export async function isOwnOutput(zip: Zip): Promise<boolean> {
  if (!zip.has(part)) return false;
  let category = "";
  const handler = {
    wantsText: false,
    open(name: string): void {
      this.wantsText = name === "category" || name === "cp:category";
    },
    text(piece: string): void {
      category += piece;
    },
    close(): void {
      this.wantsText = false;
    },
  };
  try {
    await readXml(beginning(zip.read(part)), new XmlReader(zip.file, undefined, part, handler));
  } catch (error) {
    // What describes the file is not needed to read it.
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
  return category === ownCategory;
}

async function* beginning(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostBytes) return;
    yield chunk;
  }
}
