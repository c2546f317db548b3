/** Prints what was measured, a line each with a note. */
export function table(title, rows) {
  console.log(title);
  for (const [name, { ms, cpu, mib }, note] of rows) {
    const figures = [
      `${ms.toFixed(0).padStart(7)} ms`,
      `cpu ${cpu.toFixed(0).padStart(6)}`,
      `${mib.toFixed(0).padStart(5)} MiB`,
    ];
    console.log(`  ${name.padEnd(40)} ${figures.join("  ")}  ${note}`);
  }
  console.log();
}

/** How many times a peer's time something takes, and whether that is within what was asked. */
export function bound(ms, most, peer) {
  const ratio = ms / peer;
  return `${ratio.toFixed(2)} × (at most ${most}: ${ratio <= most ? "kept" : "NOT KEPT"})`;
}

export function limit(mib, most) {
  return `at most ${most} MiB: ${mib <= most ? "kept" : "NOT KEPT"}`;
}

/** A ratio that nothing was asked of. */
export function times(ms, peer, name) {
  return `${(ms / peer).toFixed(2)} × ${name}`;
}
