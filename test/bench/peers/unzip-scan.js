// The floor: unzip one sheet and look at every byte once, counting cells: node unzip-scan.js FILE ENTRY
import yauzl from "yauzl";

const [file, entry] = process.argv.slice(2);
const zip = await yauzl.openPromise(file);
let cells = 0;
for await (const one of zip.eachEntry()) {
  if (one.fileName !== entry) continue;
  let [before, last] = [0, 0];
  for await (const chunk of await zip.openReadStreamPromise(one)) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      // "<c " opens a cell.
      if (byte === 0x20 && last === 0x63 && before === 0x3c) cells++;
      before = last;
      last = byte;
    }
  }
}
console.log(cells);
