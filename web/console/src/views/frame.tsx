/** The head and the foot of the page. */

import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { LocaleName } from '../checker/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { hashOf, VIEWS, type View } from '../state/state.ts';
import { store as keep, keepsDrafts, saveDraft } from '../state/storage.ts';
import { LOCALE_NAMES, LOCALES } from '../texts/index.ts';
import { chooseTheme, chosenTheme, THEMES } from '../theme.ts';

export interface HeadProps {
  view: View;
  onLocale(locale: LocaleName): void;
}

export const Head = memo(function Head({ view: current, onLocale }: HeadProps) {
  const { store, texts, locale, say } = usePage();
  const [theme, setTheme] = useState(chosenTheme);
  const label = `${texts.theme}: ${texts.themes[theme]}`;
  return (
    <header class="top">
      <div class="bar">
        <p class="brand">
          <img src="./icon.svg" alt="" width={24} height={24} />
          <strong>ctslint</strong>
        </p>
        <nav class="views" aria-label={texts.views}>
          {VIEWS.map((view) => (
            <a
              key={view}
              href={hashOf({ view, topic: '' })}
              title={texts.viewHints[view]}
              aria-current={current === view ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                store.change({ view, topic: '' });
              }}
            >
              {texts.viewNames[view]}
            </a>
          ))}
        </nav>
        <div class="switches">
          <select
            class="language"
            aria-label={texts.language}
            value={locale}
            onChange={(event) => onLocale(event.currentTarget.value as LocaleName)}
          >
            {LOCALE_NAMES.map((name) => (
              <option key={name} value={name} lang={LOCALES[name].tag}>
                {LOCALES[name].name}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="quiet only-icon"
            aria-label={label}
            title={label}
            onClick={() => {
              const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
              chooseTheme(next);
              setTheme(next);
              say(`${texts.theme}: ${texts.themes[next]}`);
            }}
          >
            <Icon name={theme} />
          </button>
        </div>
      </div>
    </header>
  );
});

const REPOSITORY = 'https://github.com/ctslint/ctslint';
const LINKS = {
  documentation: `${REPOSITORY}#readme`,
  rules: `${REPOSITORY}/blob/main/docs/rules.md`,
  otc: 'https://docs.otc.t-systems.com/cloud-trace-service/api-ref/v3_apis_recommended/tracker_management/creating_a_tracker.html',
  huawei: 'https://support.huaweicloud.com/intl/en-us/api-cts/cts_api_0321.html',
  source: REPOSITORY,
  feedback: `${REPOSITORY}/issues`,
} as const;

export const Foot = memo(function Foot() {
  const { store, texts } = usePage();
  const [isKept, setKept] = useState(keepsDrafts);
  return (
    <footer class="bottom">
      <p class="privacy">
        <Icon name="ok" />
        {texts.privacy}
      </p>
      <label class="keep">
        <input
          type="checkbox"
          checked={isKept}
          onChange={(event) => {
            const wished = event.currentTarget.checked;
            setKept(wished);
            keep('drafts', wished ? null : 'off');
            if (wished) saveDraft(store.state);
            else keep('draft', null);
          }}
        />
        <span>{texts.keepDrafts}</span>
      </label>
      <nav class="links" aria-label={texts.links}>
        {(Object.keys(LINKS) as (keyof typeof LINKS)[]).map((name) => (
          <a key={name} href={LINKS[name]} rel="noreferrer">
            {texts.linkNames[name]}
          </a>
        ))}
        <span>{texts.version(import.meta.env['VITE_VERSION'] ?? '')}</span>
      </nav>
    </footer>
  );
});
