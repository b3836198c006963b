/** The page: its head and foot, the text, and beside it one of the views of the text. */

import { applyFix } from 'ctslint/slim';
import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask, latest } from './checker/client.ts';
import type { Checked, LocaleName } from './checker/protocol.ts';
import { MOST, PAGE, reused, type Stretch } from './checker/sort.ts';
import type { FieldInfo, Finding } from './checker/types.ts';
import type { Editor } from './editor/editor.ts';
import { target } from './input/endpoint.ts';
import { readResponse, recognise } from './input/recognise.ts';
import { readRequests } from './input/requests.ts';
import { PUBLISHED } from './input/samples.ts';
import { Icon } from './parts/icon.tsx';
import { later } from './parts/later.ts';
import { lazy } from './parts/lazy.tsx';
import { type Notice, type Page, PageProvider, useNarrow } from './parts/page.ts';
import { copyText } from './parts/take-away.ts';
import { bringBack, initialWork, isUnwritten, type State, type Store } from './state/state.ts';
import type { Texts } from './texts/index.ts';
import { CheckView } from './views/check.tsx';
import { ExplainView } from './views/explain.tsx';
import { Foot, Head } from './views/frame.tsx';
import { Notices } from './views/notices.tsx';
import { questionOf } from './views/question.ts';
import { TextPane } from './views/text-pane.tsx';
import { TranslateView } from './views/translate.tsx';
import { Verdict } from './views/verdict.tsx';

const FormView = lazy(() => import('./views/form.tsx'));

export interface AppProps {
  store: Store;
  texts: Texts;
  locale: LocaleName;
  /** The report on the published example, so that it is there before the checker is. */
  first: Checked;
  onLocale(locale: LocaleName): void;
  /** Something to say from the start on. */
  notice: Notice | null;
  /** A new version of the page waits; loads it. */
  update: (() => void) | null;
}

/** Files are read up to this size; the command line takes larger ones. */
const LARGEST = 16 << 20;

export function App({ store, texts, locale, first, onLocale, notice: opening, update }: AppProps) {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const [showLater, drop] = later(() => setState(store.state));
    const stop = store.subscribe((next, _, isTyped) => {
      if (isTyped) return showLater();
      drop();
      setState(next);
    });
    return () => {
      drop();
      stop();
    };
  }, [store]);
  const [notice, notify] = useState<Notice | null>(opening);
  useEffect(() => notify(opening), [opening]);
  const { toast, toasted, say, said } = useVoices();
  const { report, isCurrent, failed, retry, seen, more } = useReport(store, state, locale, first);
  const fields = useFields(state.as ?? report.document, locale, state.view === 'form' || state.text !== PUBLISHED);
  const editor = useRef<Pick<Editor, 'select' | 'selectAll'>>(null);
  const isNarrow = useNarrow();

  useAnnouncements(report, state.text, texts, say);
  useFocusOfView(state);
  useFormToBeginWith(store, state);

  const page = useMemo<Page>(() => {
    const copy = async (text: string) => {
      const isCopied = await copyText(text);
      if (!isCopied && text === store.state.text) editor.current?.selectAll();
      toast(isCopied ? texts.copied : texts.notCopied);
      return isCopied;
    };
    const take = async (pasted: string) => {
      const old = store.state.text;
      await takeIn(store, pasted);
      if (store.state.text === old || old.trim() === '' || old === PUBLISHED) return notify(null);
      notify({ text: texts.replaced, action: { label: texts.bringBack, run: () => bringBack(store) } });
    };
    return {
      store,
      texts,
      locale,
      say,
      toast,
      notify,
      take,
      copy,
      goTo: ({ start, end }) => editor.current?.select(start.utf16_offset, end.utf16_offset),
    };
  }, [store, texts, locale]);

  const onFix = useCallback(
    (finding: Finding) => {
      try {
        store.change({ text: applyFix(store.state.text, finding) });
      } catch {
        // The text has changed since; what is found in it now comes in a moment.
      }
    },
    [store],
  );

  const onFiles = useCallback(
    async (files: FileList) => {
      const [file] = files;
      if (file === undefined) return;
      if (file.size > LARGEST) return toast(texts.tooLarge(file.name));
      const text = await file.text();
      if (text.includes('\0')) return toast(texts.notText(file.name));
      await page.take(text);
    },
    [page],
  );
  const isDragged = useDroppedFiles(onFiles);

  const text = (
    <TextPane
      key="text"
      state={state}
      report={report}
      fields={fields}
      handle={editor}
      onSeen={seen}
      onFix={onFix}
      onFiles={(files) => void onFiles(files)}
    />
  );
  const side: Record<State['view'], () => JSX.Element> = {
    check: () => <CheckView state={state} report={report} onFix={onFix} onMore={more} />,
    form: () => (
      <FormView
        state={state}
        report={report}
        isCurrent={isCurrent}
        fields={fields}
        onFix={onFix}
        meanwhile={<section class="pane side-pane" />}
      />
    ),
    translate: () => <TranslateView state={state} report={report} />,
    explain: () => <ExplainView topic={state.topic} />,
  };
  // On a narrow window the form and the explanations stand above the text, for eyes and keyboard alike.
  const isTextLast = isNarrow && (state.view === 'form' || state.view === 'explain');
  const panes: ComponentChildren[] = [text, <Side key={state.view}>{side[state.view]()}</Side>];

  return (
    <PageProvider value={page}>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {texts.skip}
      </a>
      <Head view={state.view} onLocale={onLocale} />
      <main id="content" tabIndex={-1}>
        <div class="hero">
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <Notices notice={notice} failed={failed} retry={retry} update={update} onClose={() => notify(null)} />
        <div class={`workbench ${state.view}${isCurrent ? '' : ' stale'}`}>{isTextLast ? panes.toReversed() : panes}</div>
      </main>
      <Foot />
      {isNarrow && (
        <section class="dock" aria-label={texts.findings}>
          <Verdict report={report} text={state.text} />
          <button type="button" class="primary" onClick={() => void page.copy(state.text)}>
            <Icon name="copy" />
            {texts.copy}
          </button>
        </section>
      )}
      {isDragged && <p class="dropping">{texts.dropHere}</p>}
      <div class="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
      <div class={toasted === '' ? 'toast' : 'toast shown'} aria-hidden="true">
        {toasted}
      </div>
    </PageProvider>
  );
}

function Side({ children }: { children: ComponentChildren }) {
  return <div class="side">{children}</div>;
}

/** Takes a text, whatever it is: of a request its body, of an answer its body, of a code what it means. */
async function takeIn(store: Store, pasted: string): Promise<void> {
  const text = pasted.replaceAll(/\r\n?/g, '\n');
  const kind = recognise(text);
  if (kind === 'code') return store.change({ view: 'explain', topic: text.trim() });
  if (kind === 'response') return store.replace({ text: readResponse(text).body });
  if (kind !== 'request') return store.replace({ text });
  const requests = readRequests(text);
  const documents = await ask('documents').catch(() => []);
  const { provider } = store.state;
  const targets = requests.map((request) => target(request, documents, provider));
  const chosen = Math.max(
    0,
    targets.findIndex(({ document }) => document !== null),
  );
  const { document = null, provider: cloud = null } = targets[chosen] ?? {};
  store.replace({ text: requests[chosen]?.body ?? '', requests, chosen, as: document, provider: cloud ?? provider });
}

/** What is said to eyes for a while, and to ears once things have settled. */
function useVoices() {
  const [toasted, setToasted] = useState('');
  const [said, setSaid] = useState('');
  const timers = useRef<{ toast?: ReturnType<typeof setTimeout>; say?: ReturnType<typeof setTimeout> }>({});
  const say = useCallback((text: string) => {
    clearTimeout(timers.current.say);
    timers.current.say = setTimeout(() => setSaid(text), 700);
  }, []);
  const toast = useCallback((text: string) => {
    clearTimeout(timers.current.toast);
    setToasted(text);
    say(text);
    timers.current.toast = setTimeout(() => setToasted(''), 4000);
  }, []);
  return { toast, toasted, say, said };
}

/** A report, and the question that it answers. */
interface Answered {
  report: Checked;
  of: Pick<State, 'text' | 'as' | 'provider'>;
}

/** The report on what is there now. The published example has one from the start, until somebody does something. */
function useReport(store: Store, state: State, locale: LocaleName, first: Checked) {
  const isFirst = state.text === PUBLISHED && state.as === null && state.provider === 'otc';
  const [answered, setAnswered] = useState<Answered>(() => ({ report: first, of: initialWork() }));
  const [failed, setFailed] = useState(false);
  const [isAwake, setAwake] = useState(!isFirst);
  const shown = useRef<Stretch>({ from: 0, to: 4000 });
  const listed = useRef(PAGE);
  const put = useMemo(
    () =>
      latest(
        (question: Parameters<typeof questionOf>[0] & { locale: LocaleName }) =>
          ask('check', questionOf(question, question.locale), shown.current, listed.current),
        (next, question) => {
          setFailed(false);
          if (question.text !== store.state.text) return;
          setAnswered((old) => ({ report: { ...next, findings: reused(old.report.findings, next.findings) }, of: question }));
        },
        () => setFailed(true),
      ),
    [],
  );
  const { text, as, provider } = state;
  const check = useCallback(() => put({ text, as, provider, locale }), [text, as, provider, locale]);
  useEffect(() => {
    if (isFirst && !isAwake) setAnswered({ report: first, of: initialWork() });
    else check();
  }, [check, isAwake, first]);

  // The checker is larger than the rest of the page: it is fetched when somebody moves, points or types.
  useEffect(() => {
    const wake = () => setAwake(true);
    const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;
    for (const sign of signs) addEventListener(sign, wake, { once: true, passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, wake);
    };
  }, []);

  const { report, of } = answered;
  const seen = useCallback((next: Stretch) => {
    shown.current = next;
    setAnswered((old) => {
      // All marks of a short report are there already.
      if (old.report.total > old.report.marks.length)
        ask('marks', next).then(
          (marks) => setAnswered((now) => (now.report === old.report ? { ...now, report: { ...now.report, marks } } : now)),
          () => {},
        );
      return old;
    });
  }, []);
  /** Lists more findings, which stay listed while someone types. */
  const more = useCallback(() => {
    ask('more', report.findings.length).then(
      (next) =>
        setAnswered((now) => {
          if (now.report !== report) return now;
          const findings = [...report.findings, ...next];
          listed.current = Math.min(findings.length, MOST);
          return { ...now, report: { ...report, findings } };
        }),
      () => {},
    );
  }, [report]);
  // Another text than the one that was written on is listed from its start.
  useEffect(() => {
    listed.current = PAGE;
  }, [state.before, as, provider]);
  const isCurrent = of.text === text && of.as === as && of.provider === provider;
  return { report, isCurrent, failed, retry: check, seen, more };
}

const NO_FIELDS: FieldInfo[] = [];

/** The fields of a document in the language of the page. */
function useFields(document: Checked['document'], locale: LocaleName, isWanted: boolean): FieldInfo[] {
  const [fields, setFields] = useState<{ of: string; list: FieldInfo[] }>({ of: '', list: NO_FIELDS });
  const name = `${document} ${locale}`;
  useEffect(() => {
    if (document === null || !isWanted) return;
    let isCurrent = true;
    ask('fields', document, locale).then(
      (list) => isCurrent && setFields({ of: name, list }),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [name, isWanted]);
  return fields.of.split(' ')[0] === document ? fields.list : NO_FIELDS;
}

function useAnnouncements(report: Checked, text: string, texts: Texts, say: (text: string) => void): void {
  const { error, warning, info } = report.counts;
  const words = text.trim() === '' ? '' : texts.counts(error, warning, info) || texts.noFindings;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && words !== '') say(words);
    isFirst.current = false;
  }, [words]);
}

/** Whoever goes to another view finds the focus at its head. */
function useFocusOfView({ view, topic }: State): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) document.getElementById('side-title')?.focus({ preventScroll: view === 'explain' && topic === '' });
    isFirst.current = false;
  }, [view]);
}

/** The form begins with an empty body where nobody has written anything yet. */
function useFormToBeginWith(store: Store, { view, text, as }: State): void {
  const isWanted = view === 'form' && isUnwritten({ text });
  const document = as?.endsWith('-request') === true ? as : 'v3-create-request';
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    ask('leasts').then(
      (leasts) => {
        // What was chosen meanwhile stays.
        if (isCurrent && store.state.text === text && store.state.as === as)
          store.replace({ text: leasts[document] ?? '{}', as: document });
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, as]);
}

/** Files that are dropped anywhere; whether some are held over the page. */
function useDroppedFiles(onFiles: (files: FileList) => Promise<void>): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragged(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setDragged(false);
    const drop = (event: DragEvent) => {
      setDragged(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void onFiles(event.dataTransfer.files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return isDragged;
}
