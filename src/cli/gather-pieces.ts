/** What a file is made of, in order; made while it is asked for. Bytes of an iterable are good until the next are asked for. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;

const enough = 256 * 1024;

/**
 * Pieces of a line each put together, so that neither a disk nor a pipe is asked for every one of them. Bytes come in large
 * pieces already and go through as they are.
 */
export function gatherPieces(pieces: Iterable<string | Uint8Array>): Iterable<string | Uint8Array>;
export function gatherPieces(pieces: Pieces): Pieces;
export function gatherPieces(pieces: Pieces): Pieces {
  return Symbol.asyncIterator in pieces ? gatheredBytes(pieces) : gathered(pieces);
}

async function* gatheredBytes(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < enough) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

function* gathered(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let waiting = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      waiting += piece;
      if (waiting.length < enough) continue;
    }
    if (waiting !== "") yield waiting;
    waiting = "";
    if (typeof piece !== "string") yield piece;
  }
  if (waiting !== "") yield waiting;
}
