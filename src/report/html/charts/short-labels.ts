/**
 * Labels without the words that all of them end with: 高级, 一级 for 高级客户经理, 一级客户经理. As they are where nothing would
 * be left of one.
 */
export function shortLabels(labels: readonly string[]): string[] {
  const units = labels.map((label) => (/\s/.test(label) ? label.split(/(?<=\s)/) : [...label]));
  let shared = 0;
  const at = (unit: readonly string[]) => unit[unit.length - 1 - shared];
  const [first] = units;
  if (!first || units.length < 2) return [...labels];
  while (units.every((unit) => unit.length > shared + 1 && at(unit) === at(first))) shared++;
  return units.map((unit) =>
    unit
      .slice(0, unit.length - shared)
      .join("")
      .trim(),
  );
}
