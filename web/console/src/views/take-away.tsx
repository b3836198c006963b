/** The buttons with which a text is taken away. */

import { useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import type { DocumentName } from '../checker/types.ts';
import { Icon } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { usePage } from '../parts/page.ts';
import { curl, download, http } from '../parts/take-away.ts';

export interface TakeAwayProps {
  text: string;
  /** What the text is, which says where it is sent. */
  document: DocumentName | null;
  /** Makes a link to the text; left out where there is none to make. */
  onLink?: (() => void) | undefined;
}

export function TakeAway({ text, document, onLink }: TakeAwayProps) {
  const { texts, copy } = usePage();
  const [isCopied, setCopied] = useState(false);
  const isRequest = document?.endsWith('-request') === true;

  async function copyAs(form: typeof curl): Promise<void> {
    const known = (await ask('documents')).find(({ name }) => name === document);
    if (known !== undefined) await copy(form(known, text));
  }

  return (
    <>
      <button
        type="button"
        class="copy"
        onClick={async () => {
          setCopied(await copy(text));
          setTimeout(() => setCopied(false), 1500);
        }}
      >
        <Icon name={isCopied ? 'ok' : 'copy'} />
        {texts.copy}
      </button>
      <Menu label={texts.more}>
        <button type="button" onClick={() => download('tracker.json', text)}>
          {texts.download}
        </button>
        {isRequest && (
          <button type="button" onClick={() => void copyAs(curl)}>
            {texts.copyCurl}
          </button>
        )}
        {isRequest && (
          <button type="button" onClick={() => void copyAs(http)}>
            {texts.copyHttp}
          </button>
        )}
        {onLink !== undefined && (
          <button type="button" onClick={onLink}>
            {texts.copyLink}
          </button>
        )}
      </Menu>
    </>
  );
}
