/** Light, dark, or as the system has it. */

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** `theme.js` reads it too, before the first paint. */
const KEY = 'ctslint-theme';

export function chosenTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return THEMES.find((known) => known === theme) ?? 'auto';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}
