import { Readable, Writable } from "node:stream";
import type { Io, Output } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly env?: Record<string, string>;
  /** Columns of the terminal that standard output is; undefined: it is none. */
  readonly terminal?: number;
  readonly cwd?: string;
  readonly stdin?: Uint8Array | string;
}

/** Runs a whole command without a process: arguments as a shell would split them, or given one by one. */
export async function run(line: string | readonly string[], world: World = {}): Promise<Ran> {
  const args = typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line;
  const [stdout, stderr] = [new Capture(world.terminal), new Capture(undefined)];
  const io: Io = {
    stdin: Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]),
    stdout: stdout as Output,
    stderr: stderr as Output,
    env: world.env ?? {},
    cwd: () => world.cwd ?? process.cwd(),
  };
  const code = await main(["node", "dingji", ...args], io);
  return { code, out: stdout.text(), err: stderr.text() };
}

class Capture extends Writable {
  private readonly chunks: Buffer[] = [];
  readonly isTTY: boolean;

  constructor(readonly columns: number | undefined) {
    super();
    this.isTTY = columns !== undefined;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  text(): string {
    return Buffer.concat(this.chunks).toString("utf8");
  }
}
