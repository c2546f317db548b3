import { compare, path } from "./child.js";
import { bound, table } from "./table.js";

/** How long the program takes to begin. */
export async function start() {
  const [node, dingji] = await compare(
    [
      ["-e", "0"],
      [path("../../bin/dingji.js"), "--version"],
    ],
    15,
  );
  table("Start", [
    ["node -e 0", node, ""],
    ["dingji --version", dingji, bound(dingji.ms, 3, node.ms)],
  ]);
}
