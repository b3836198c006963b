/** Starts the page: the language, what someone worked on, the address, the service worker. */

import first from 'virtual:first-report';
import { render } from 'preact';
import { App } from './app.tsx';
import { ask } from './checker/client.ts';
import type { LocaleName } from './checker/protocol.ts';
import type { Notice } from './parts/page.ts';
import { isLink, unpack } from './state/share.ts';
import { bringBack, hashOf, initialState, placeOf, replaced, Store, workOf } from './state/state.ts';
import { draft, saveDraft } from './state/storage.ts';
import { chooseLocale, chosenLocale, LOCALES, load, type Texts } from './texts/index.ts';

const root = document.getElementById('app');
const hash = location.hash.slice(1);
const store = new Store({ ...initialState(), ...draft(), ...placeOf(isLink(hash) ? '' : hash) });
let locale = chosenLocale();
let texts: Texts;
let notice: Notice | null = null;
let update: (() => void) | null = null;

function show(): void {
  if (root === null) return;
  document.documentElement.lang = LOCALES[locale].tag;
  document.title = `${texts.viewNames[store.state.view]} – ctslint`;
  render(<App store={store} texts={texts} locale={locale} first={first[locale]} onLocale={speak} notice={notice} update={update} />, root);
}

/** Changes the language; without the network the old one stays. */
async function speak(next: LocaleName): Promise<void> {
  const loaded = await load(next).catch(() => null);
  if (loaded === null) return;
  [locale, texts] = [next, loaded];
  chooseLocale(next);
  show();
}

/** Takes the work of a link; what was here before can be had back. */
async function follow(link: string): Promise<void> {
  const work = await unpack(link);
  history.replaceState(null, '', hashOf(store.state));
  if (work === null) notice = { text: texts.badLink };
  else {
    const before = store.state;
    store.change(replaced(before, work));
    const isMine = before.text !== initialState().text && before.text !== work.text;
    notice = isMine ? { text: texts.fromLink, action: { label: texts.bringBack, run: () => bringBack(store) } } : { text: texts.fromLink };
  }
}

// Back and Forward change where someone is, never what was written there.
let here = store.state.view;
store.subscribe((state, old) => {
  if (state.view !== old.view || state.topic !== old.topic) {
    if (placeOf(location.hash)?.view !== state.view || placeOf(location.hash)?.topic !== state.topic)
      history.pushState(null, '', hashOf(state));
    document.title = `${texts.viewNames[state.view]} – ctslint`;
    if (here !== state.view) scrollTo({ top: 0 });
    here = state.view;
  }
});
addEventListener('hashchange', async () => {
  const now = location.hash.slice(1);
  if (isLink(now)) {
    await follow(now);
    show();
    return;
  }
  const place = placeOf(now);
  if (place !== null) store.change(place);
});

// A draft is kept a moment after the last key, and at the latest when the page is left.
let saving: ReturnType<typeof setTimeout> | undefined;
const save = () => {
  clearTimeout(saving);
  saving = undefined;
  saveDraft(workOf(store.state));
};
store.subscribe((state, old) => {
  if (state.text === old.text && state.as === old.as && state.provider === old.provider) return;
  clearTimeout(saving);
  saving = setTimeout(save, 400);
});
addEventListener('pagehide', () => saving !== undefined && save());
addEventListener('visibilitychange', () => saving !== undefined && save());

texts = await load(locale).catch(() => {
  locale = 'en';
  return load('en');
});
if (isLink(hash)) await follow(hash);
if (root !== null) root.replaceChildren();
document.documentElement.dataset['started'] = '';
show();

// For the console of the browser, and for whoever wants to compare: the very checker that the page uses, beside the page.
Object.assign(globalThis, {
  ctslint: new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          ask('call', String(name), args),
    },
  ),
});

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const register = async () => {
    const { keepOffline } = await import('./offline.ts');
    keepOffline((load) => {
      update = () => {
        save();
        load();
      };
      show();
    });
  };
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register());
}
