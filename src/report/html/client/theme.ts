import { page } from "./data.ts";
import { byId } from "./element.ts";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const place = "dingji-theme";

/** Light or dark: as the system is, until someone presses the button. */
export function startTheme(): void {
  const button = byId<HTMLButtonElement>("theme");
  const names: Readonly<Record<Theme, string>> = {
    auto: page.words.themeAuto,
    light: page.words.themeLight,
    dark: page.words.themeDark,
  };
  let theme: Theme = remembered();
  const apply = () => {
    if (theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
    button.textContent = names[theme];
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length]!;
    apply();
    try {
      localStorage.setItem(place, theme);
    } catch {
      // A page opened from a mail may keep nothing.
    }
  });
  apply();
}

function remembered(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(place)) ?? "auto";
  } catch {
    return "auto";
  }
}
