/** Puts the page together: the views, the switches, the address, the service worker. */

import { announcer } from './announcer.ts';
import { copy } from './clipboard.ts';
import { debounced, h, icon, put } from './dom.ts';
import { editorView, type View } from './editor-view.ts';
import { ctslint, ready, speak } from './engine.ts';
import { formPage, toast } from './form-page.ts';
import { pack, unpack } from './share.ts';
import { initialState, Store, VIEWS, type View as ViewName } from './state.ts';
import { chosenLocale, chooseLocale, load, LOCALES, type Locale } from './texts/index.ts';
import { chosenTheme, chooseTheme, THEMES } from './theme.ts';
import { translateView } from './translate-view.ts';

await ready();
// For the console of the browser, and for whoever wants to compare: the very checker that the page uses.
Object.assign(globalThis, { ctslint });
const store = new Store((await unpack(location.hash.slice(1))) ?? initialState());
/** The hash that the state on the page has; another one in the address means that someone went there. */
let here = location.hash.slice(1);
let views: Record<ViewName, View> | undefined;
let showView: (focus: boolean) => void = () => {};

async function build(locale: Locale): Promise<void> {
  const { texts, catalogue } = await load(locale);
  speak(catalogue);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : locale;
  for (const view of Object.values(views ?? {})) view.destroy();
  const live = announcer();
  const made: Record<ViewName, View> = {
    form: formPage(store, texts, live),
    editor: editorView(store, texts, live),
    translate: translateView(store, texts, live),
  };
  views = made;

  const links = VIEWS.map((name) => {
    const link = h(
      'a',
      {
        href: `#${name}`,
        on: {
          click: (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            if (store.state.view !== name) store.change({ view: name }, 'act');
          },
        },
      },
      texts[name],
    );
    return { name, link };
  });
  const language = h(
    'select',
    {
      attrs: { 'aria-label': texts.language },
      on: {
        change: () => {
          const chosen = LOCALES.find(({ locale }) => locale === language.value)?.locale ?? 'en';
          chooseLocale(chosen);
          void build(chosen).then(() => document.querySelector<HTMLElement>('.language')?.focus());
        },
      },
    },
    ...LOCALES.map(({ locale: value, name }) => h('option', { value, selected: value === locale, lang: value }, name)),
  );
  language.className = 'language';
  const theme = h('button', {
    type: 'button',
    className: 'quiet only-icon',
    on: {
      click: () => {
        const next = THEMES[(THEMES.indexOf(chosenTheme()) + 1) % THEMES.length] ?? 'auto';
        chooseTheme(next);
        showTheme();
        live.say(`${texts.theme}: ${texts.themes[next]}`);
      },
    },
  });
  const showTheme = () => {
    const label = `${texts.theme}: ${texts.themes[chosenTheme()]}`;
    put(theme, icon(chosenTheme()));
    theme.ariaLabel = label;
    theme.title = label;
  };
  showTheme();

  const main = h('main', { id: 'content', tabIndex: -1 }, made.form.element, made.editor.element, made.translate.element);
  put(
    document.body,
    h(
      'a',
      {
        className: 'skip',
        href: '#content',
        on: {
          click: (event) => {
            event.preventDefault();
            main.focus();
          },
        },
      },
      texts.skip,
    ),
    h(
      'header',
      { className: 'top' },
      h(
        'div',
        { className: 'bar' },
        h('p', { className: 'brand' }, h('img', { src: './icon.svg', alt: '', width: 24, height: 24 }), h('strong', {}, 'ctslint'), h('span', {}, texts.tagline)),
        h('nav', { attrs: { 'aria-label': texts.views } }, ...links.map(({ link }) => link)),
        h(
          'div',
          { className: 'switches' },
          h(
            'button',
            { type: 'button', className: 'quiet copy-link', on: { click: copyLink } },
            icon('link'),
            h('span', {}, texts.copyLink),
          ),
          language,
          theme,
        ),
      ),
    ),
    main,
    h('footer', { className: 'bottom' }, h('p', {}, icon('ok'), texts.privacy)),
    live.element,
    h('div', { className: 'toast', attrs: { 'aria-hidden': 'true' } }),
  );

  async function copyLink(): Promise<void> {
    await remember('typing');
    const done = await copy(location.href);
    live.say(done ? texts.linkCopied : texts.notCopied);
    toast(done ? texts.linkCopied : texts.notCopied);
  }

  showView = (focus) => {
    const { view } = store.state;
    for (const { name, link } of links) {
      link.ariaCurrent = name === view ? 'page' : null;
      made[name].element.hidden = name !== view;
    }
    document.title = `${texts[view]} – ctslint`;
    made[view].refresh();
    made[view].open();
    if (focus) {
      made[view].element.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
  };
  showView(false);
}

/** Brings the address in step with the state: deliberate acts become steps of the history, typing does not. */
async function remember(step: 'typing' | 'act'): Promise<void> {
  const { state } = store;
  const hash = await pack(state);
  if (state !== store.state || hash === here) return;
  here = hash;
  if (step === 'act') history.pushState(null, '', `#${hash}`);
  else history.replaceState(null, '', `#${hash}`);
}

const rememberLater = debounced(400, () => void remember('typing'));
let shown = store.state.view;

store.subscribe((state, step) => {
  const moved = state.view !== shown;
  shown = state.view;
  showView(moved);
  if (step === 'restored') return;
  if (step === 'act') {
    rememberLater.cancel();
    void remember('act');
  } else rememberLater();
});

addEventListener('popstate', async () => {
  const hash = location.hash.slice(1);
  if (hash === here) return;
  rememberLater.cancel();
  here = hash;
  const state = hash === '' ? initialState() : await unpack(hash);
  if (here !== hash) return;
  if (state === null) toast((await load(chosenLocale())).texts.badLink);
  store.restore(state ?? initialState());
});

await build(chosenLocale());
if (location.hash !== '' && (await unpack(here)) === null) toast((await load(chosenLocale())).texts.badLink);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const register = () => void navigator.serviceWorker.register('./service-worker.js').catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
