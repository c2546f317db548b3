/** The colours by what they mean, on a light and on a dark ground. A test holds their contrast. */
export const palette = {
  light: {
    ground: "#f6f7f9",
    paper: "#ffffff",
    ink: "#1b2430",
    soft: "#566273",
    line: "#dfe3e9",
    strong: "#8a94a3",
    accent: "#1f4e79",
    "accent-ground": "#e6eef6",
    past: "#a9b4c2",
    good: "#1d6b3f",
    "good-ground": "#e4f2e9",
    bad: "#a32a22",
    "bad-ground": "#fae8e6",
    doubt: "#7a5200",
    "doubt-ground": "#fcf1d8",
    lower: "#7a3b74",
    "lower-ground": "#f4e8f3",
    fresh: "#0f6270",
    "fresh-ground": "#e0f1f4",
  },
  dark: {
    ground: "#12161c",
    paper: "#1a2029",
    ink: "#e6eaf0",
    soft: "#a3aebd",
    line: "#2f3845",
    strong: "#6d7a8c",
    accent: "#86b7e6",
    "accent-ground": "#22344a",
    past: "#566375",
    good: "#7fd1a1",
    "good-ground": "#1b3527",
    bad: "#f2a099",
    "bad-ground": "#43211f",
    doubt: "#ebc266",
    "doubt-ground": "#3b2f14",
    lower: "#dba6d5",
    "lower-ground": "#392537",
    fresh: "#7fcbd8",
    "fresh-ground": "#17353b",
  },
} as const;

/** The same in print, whatever the screen shows. */
export function paletteCss(): string {
  const { light, dark } = palette;
  return [
    `:root{color-scheme:light;${variables(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${variables(dark)}}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}}`,
  ].join("\n");
}

function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}
