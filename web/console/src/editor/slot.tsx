/**
 * The place of the editor. A plain text area stands there until the editor has been loaded, and if it never is: texts can
 * be pasted and are checked from the start.
 */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Stretch } from '../checker/sort.ts';
import type { FieldInfo, Finding } from '../checker/types.ts';
import { usePage } from '../parts/page.ts';
import type { Step } from './assist.ts';
import type { Editor } from './editor.ts';

export interface SlotProps {
  text: string;
  fields: FieldInfo[];
  marks: Finding[];
  /** Gives the editor to the page, once it is there. */
  handle: { current: Pick<Editor, 'select' | 'selectAll'> | null };
  onChange(text: string): void;
  onCursor(path: Step[]): void;
  onSeen(seen: Stretch): void;
  onFix(finding: Finding): void;
  onPaste(text: string): boolean;
}

export function Slot(props: SlotProps) {
  const { text, fields, marks, handle } = props;
  const { store, texts } = usePage();
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [failed, setFailed] = useState(false);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    handle.current = {
      select: (from, to) => {
        area.current?.focus();
        area.current?.setSelectionRange(from, to);
      },
      selectAll: () => area.current?.select(),
    };
    import('./editor.ts').then(
      ({ mountEditor }) => {
        if (host.current === null) return;
        const plain = area.current;
        const hadFocus = plain !== null && document.activeElement === plain;
        const made = mountEditor(host.current, {
          text: now.current.text,
          texts,
          onChange: (next) => now.current.onChange(next),
          onCursor: (path) => now.current.onCursor(path),
          onSeen: (seen) => now.current.onSeen(seen),
          onFix: (finding) => now.current.onFix(finding),
          onPaste: (pasted) => now.current.onPaste(pasted),
        });
        if (hadFocus) made.select(plain.selectionStart, plain.selectionEnd);
        handle.current = made;
        setEditor(made);
      },
      () => setFailed(true),
    );
  }, []);

  useEffect(() => editor?.setTexts(texts), [editor, texts]);
  // What the store holds now, and not what it held when this was drawn: a key may have been pressed since.
  useLayoutEffect(() => editor?.setText(store.state.text), [editor, text]);
  useEffect(() => editor?.setFields(fields), [editor, fields]);
  useEffect(() => editor?.setFindings(marks), [editor, marks]);

  return (
    <div class={editor === null ? 'slot' : 'slot ready'}>
      {editor === null && (
        <textarea
          ref={area}
          class="plain-editor"
          aria-label={texts.jsonText}
          spellcheck={false}
          autocapitalize="off"
          autocorrect="off"
          value={text}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onPaste={(event) => {
            if (props.onPaste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
          }}
        />
      )}
      {failed && <p class="hint slot-note">{texts.editorFailed}</p>}
      <div ref={host} class="editor-host" hidden={editor === null} />
    </div>
  );
}
