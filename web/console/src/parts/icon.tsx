/** Signs that stand beside words, never alone; assistive technology does not see them. */

const ICONS = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.5 5.5l5 5m0-5-5 5',
  warning: 'M8 1.8 1.2 13.8h13.6ZM8 6.3v3.7m0 1.7v.3',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.3v4M8 4.7v.2',
  ok: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.3l2.1 2.1L11 6.2',
  copy: 'M5.5 5.5v-4h9v9h-4m-9-5h9v9h-9Z',
  download: 'M8 1.5v8.5M4.5 7 8 10.5 11.5 7M2 14.2h12',
  open: 'M1.5 13V3h4.4l1.6 2h7v8ZM1.5 7.5h13',
  link: 'm6.5 9.5 3-3M7 4.5l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
  format: 'M2 3.5h12M5 8h9M2 12.5h12',
  more: 'm4 6.5 4 4 4-4',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 .8v1.7m0 11v1.7M.8 8h1.7m11 0h1.7M2.9 2.9l1.2 1.2m7.8 7.8 1.2 1.2m0-10.2-1.2 1.2m-7.8 7.8-1.2 1.2',
  dark: 'M13.8 9.7A6.2 6.2 0 0 1 6.3 2.2a6.2 6.2 0 1 0 7.5 7.5Z',
  auto: 'M8 1.5a6.5 6.5 0 1 0 0 13ZM8 1.5a6.5 6.5 0 0 1 0 13',
  wrench: 'M14.2 4.6a3.8 3.8 0 0 1-5.2 4.3l-5 5a1.5 1.5 0 0 1-2.1-2.1l5-5a3.8 3.8 0 0 1 4.6-5.1L9.3 3.9l.7 2.1 2.1.7Z',
  arrow: 'M2 8h11.5M9.5 4l4 4-4 4',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  wait: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.5 1.5',
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
