const enough = 256 * 1024;

/** Pieces of a line each put together, so that neither a disk nor a pipe is asked for every one of them. */
export function* gatherPieces(pieces: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < enough) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting !== "") yield waiting;
}
