/** Small helpers for the DOM. Text is never taken for markup. */

type Child = Node | string | null | undefined | false;

type Props<T extends keyof HTMLElementTagNameMap> = Partial<HTMLElementTagNameMap[T]> & {
  /** Attributes, as HTML names them; `null` and `false` leave one out. */
  attrs?: Record<string, string | number | boolean | null>;
  on?: { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
};

export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  props: Props<T> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  const { attrs, on, ...properties } = props;
  Object.assign(element, properties);
  for (const [name, value] of Object.entries(attrs ?? {})) attribute(element, name, value);
  for (const [type, listener] of Object.entries(on ?? {})) element.addEventListener(type, listener as EventListener);
  put(element, ...children);
  return element;
}

/** Sets an attribute, or removes it; does nothing when it is so already. */
export function attribute(element: Element, name: string, value: string | number | boolean | null): void {
  if (value === null || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? '' : value))
    element.setAttribute(name, String(value === true ? '' : value));
}

/** Replaces the children of an element. */
export function put(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/** Turns text with literals in backticks into nodes. */
export function rich(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, part] of text.split('`').entries()) {
    if (part === '') continue;
    fragment.append(index % 2 === 1 ? h('code', {}, part) : part);
  }
  return fragment;
}

/** A message of the checker as a sentence of a page: it starts with a capital letter when it starts with a word. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ICONS = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.5 5.5l5 5m0-5-5 5',
  warning: 'M8 1.8 1.2 13.8h13.6ZM8 6.3v3.7m0 1.7v.3',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.3v4M8 4.7v.2',
  ok: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.3l2.1 2.1L11 6.2',
  copy: 'M5.5 5.5v-4h9v9h-4m-9-5h9v9h-9Z',
  download: 'M8 1.5v8.5M4.5 7 8 10.5 11.5 7M2 14.2h12',
  link: 'm6.5 9.5 3-3M7 4.5l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
  light: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 .8v1.7m0 11v1.7M.8 8h1.7m11 0h1.7M2.9 2.9l1.2 1.2m7.8 7.8 1.2 1.2m0-10.2-1.2 1.2m-7.8 7.8-1.2 1.2',
  dark: 'M13.8 9.7A6.2 6.2 0 0 1 6.3 2.2a6.2 6.2 0 1 0 7.5 7.5Z',
  auto: 'M8 1.5a6.5 6.5 0 1 0 0 13ZM8 1.5a6.5 6.5 0 0 1 0 13',
  wrench: 'M14.2 4.6a3.8 3.8 0 0 1-5.2 4.3l-5 5a1.5 1.5 0 0 1-2.1-2.1l5-5a3.8 3.8 0 0 1 4.6-5.1L9.3 3.9l.7 2.1 2.1.7Z',
  arrow: 'M2 8h11.5M9.5 4l4 4-4 4',
} as const;

export type IconName = keyof typeof ICONS;

/** A sign that stands beside words, never alone; assistive technology does not see it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** Calls a function once it has not been asked for during some milliseconds. */
export function debounced(wait: number, call: () => void): { (): void; now(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(call, wait);
  };
  return Object.assign(later, {
    now: () => {
      clearTimeout(timer);
      call();
    },
    cancel: () => clearTimeout(timer),
  });
}
