/** A few more buttons behind one: closed by Escape, by a choice, and by going elsewhere. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = details;
      if (current?.open && event.target instanceof Node && !current.contains(event.target)) current.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, []);
  const shut = () => {
    if (details.current === null) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={details}
      class="menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && details.current?.open) shut();
      }}
    >
      <summary>
        {label}
        <Icon name="more" />
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take keys and clicks; this only closes after them */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button sends a click for Enter and Space as well */}
      <div class="menu-items" onClick={shut}>
        {children}
      </div>
    </details>
  );
}
