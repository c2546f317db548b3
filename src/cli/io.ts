import type { Readable, Writable } from "node:stream";

/** A stream to write to that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What a command has of the world around it. `process` is one; a test makes its own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  on?(signal: "SIGINT" | "SIGTERM" | "SIGHUP", listener: () => void): unknown;
  off?(signal: "SIGINT" | "SIGTERM" | "SIGHUP", listener: () => void): unknown;
}
