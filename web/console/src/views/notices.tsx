/** What the page has to say by itself, above everything else, with something that can be done about it. */

import { Icon } from '../parts/icon.tsx';
import { type Notice, usePage } from '../parts/page.ts';

export interface NoticesProps {
  notice: Notice | null;
  /** The checker could not be loaded. */
  failed: boolean;
  retry(): void;
  update: (() => void) | null;
  onClose(): void;
}

export function Notices({ notice, failed, retry, update, onClose }: NoticesProps) {
  const { texts } = usePage();
  return (
    <div class="notices" role="status">
      {failed && (
        <p class="bar-note error">
          <Icon name="error" />
          <span>{texts.loadFailed}</span>
          <button type="button" onClick={retry}>
            {texts.tryAgain}
          </button>
        </p>
      )}
      {update !== null && (
        <p class="bar-note">
          <Icon name="info" />
          <span>{texts.newVersion}</span>
          <button type="button" onClick={update}>
            {texts.reload}
          </button>
        </p>
      )}
      {notice !== null && (
        <p class="bar-note">
          <Icon name="info" />
          <span>{notice.text}</span>
          {notice.action !== undefined && (
            <button
              type="button"
              onClick={() => {
                notice.action?.run();
                onClose();
                document.getElementById('side-title')?.focus();
              }}
            >
              {notice.action.label}
            </button>
          )}
          <button type="button" class="quiet only-icon" aria-label={texts.dismiss} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
