import type { Fill, Font, Style } from "exceljs";

/** One sober palette for the whole workbook. ARGB. */
export const colours = {
  ink: "FF1F2933",
  quiet: "FF6B7785",
  navy: "FF1F3A5F",
  band: "FFF3F6FA",
  grid: "FFCBD2DB",
  bar: "FF9DB8D9",
  white: "FFFFFFFF",
  deep: "FF8FB2DA",
} as const;

/** Meaning in colour, always beside a word: fill and ink. */
export const tones = {
  good: ["FFE4F2E7", "FF1E6B34"],
  fresh: ["FFE0EFF6", "FF1B5E7A"],
  lower: ["FFFCEBDD", "FF8F4A0A"],
  doubt: ["FFFFF4D6", "FF7A5600"],
  bad: ["FFFAE3E0", "FF9C2A1A"],
} as const;

export type Tone = keyof typeof tones;

/** A font that every Chinese Windows and Office has; others put their own sans-serif in its place. */
export function font(more: Partial<Font> = {}): Partial<Font> {
  return { name: "微软雅黑", family: 2, charset: 134, size: 9, color: { argb: colours.ink }, ...more };
}

export function fill(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb }, bgColor: { argb } };
}

const line = { style: "thin", color: { argb: colours.grid } } as const;
export const grid = { top: line, left: line, bottom: line, right: line } as const;

type Look = Partial<Style>;

const body: Look = { font: font(), border: grid, alignment: { vertical: "middle", wrapText: true } };
const inset: Look = { ...body, alignment: { ...body.alignment, horizontal: "left", indent: 1 } };

/** The styles of list cells, by name. `number FORMAT` makes one with a number format. */
export const styles = {
  text: inset,
  /** Ids stay text: a leading zero is part of them. */
  id: { ...inset, numFmt: "@" },
  centre: { ...body, alignment: { ...body.alignment, horizontal: "center" } },
  /** An amount with more digits than a number cell can hold. */
  amountText: { ...body, numFmt: "@", alignment: { ...body.alignment, horizontal: "right" } },
  good: toned("good"),
  fresh: toned("fresh"),
  lower: toned("lower"),
  doubt: toned("doubt"),
  bad: toned("bad"),
  quiet: { ...inset, font: font({ color: { argb: colours.quiet }, size: 8 }) },
  quietCentre: {
    ...body,
    font: font({ color: { argb: colours.quiet } }),
    alignment: { ...body.alignment, horizontal: "center" },
  },
  /** Over the rows that belong together; it runs on into the empty cells beside it. */
  band: {
    font: font({ bold: true, size: 10, color: { argb: colours.navy } }),
    fill: fill(colours.band),
    alignment: { vertical: "middle", horizontal: "left", indent: 1 },
  },
  signOff: { font: font({ size: 10 }), alignment: { vertical: "middle" } },
} as const satisfies Readonly<Record<string, Look>>;

export type StyleName = keyof typeof styles | `number ${string}`;

export function look(name: StyleName): Look {
  if (!name.startsWith("number ")) return styles[name as keyof typeof styles];
  return { ...body, numFmt: name.slice(7), alignment: { vertical: "middle", horizontal: "right" } };
}

function toned(tone: Tone): Look {
  const [paper, ink] = tones[tone];
  return {
    ...body,
    fill: fill(paper),
    font: font({ bold: true, color: { argb: ink } }),
    alignment: { ...body.alignment, horizontal: "center" },
  };
}

export const header: Look = {
  font: font({ bold: true, color: { argb: colours.white } }),
  fill: fill(colours.navy),
  border: grid,
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
};

export const title: Look = {
  font: font({ size: 16, bold: true, color: { argb: colours.navy } }),
  alignment: { vertical: "middle" },
};
export const subtitle: Look = { font: font({ color: { argb: colours.quiet } }), alignment: { vertical: "middle" } };
export const unitNote: Look = { ...subtitle, alignment: { vertical: "middle", horizontal: "right" } };
