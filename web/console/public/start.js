// Runs before the first paint, so that a chosen theme and language do not flash.
{
  let theme = null;
  let locale = null;
  try {
    theme = localStorage.getItem('ctslint-theme');
    locale = localStorage.getItem('ctslint-locale');
  } catch {
    // Without storage the theme of the system and the language of the browser hold.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const wanted = [locale, ...navigator.languages].map((tag) => tag?.toLowerCase().split('-')[0]);
  const known = wanted.find((tag) => tag === 'en' || tag === 'de' || tag === 'zh');
  document.documentElement.lang = known === 'zh' ? 'zh-Hans' : (known ?? 'en');
}
