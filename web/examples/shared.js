// What the pages share: the document and the language of the address, and the words around the form.
import { createSchema, form, pointerToDotted } from 'ctslint';
import de from 'ctslint/locale/de';

const asked = new URLSearchParams(location.search);

export const DOCUMENT = asked.get('document') ?? 'v3';
export const lang = asked.get('lang') === 'de' ? de : undefined;
export const words = lang
  ? { title: 'Tracker einrichten', send: 'Body zeigen', on: 'an', off: 'aus', summary: 'Bitte beheben:' }
  : { title: 'Configure tracker', send: 'Show the body', on: 'on', off: 'off', summary: 'Please mend:' };
document.documentElement.lang = lang?.name ?? 'en';

export const schema = createSchema(DOCUMENT, { lang, labels: true, emptyAsAbsent: true });

/** The inputs. In an update nobody knows what is on, so what is on or off has a third choice there: left as it is. */
export const fields = form(DOCUMENT, { lang, labels: true })
  .filter(({ type }) => type !== 'object')
  .map((field) => ({ ...field, dotted: pointerToDotted(field.path), choices: choicesOf(field) }));

/** A list is a text with commas. */
function choicesOf({ type, enum: values }) {
  if (type === 'array') return undefined;
  if (type !== 'boolean' || !DOCUMENT.endsWith('update')) return values;
  return [
    { value: 'true', text: words.on },
    { value: 'false', text: words.off },
  ];
}

/** The body of the values of a form, which was found right. */
export function bodyOf(values) {
  return schema['~standard'].validate(values).value;
}

/** Shows what would be sent. */
export function show(body) {
  document.querySelector('pre').textContent = body === undefined ? '' : JSON.stringify(body, null, 2);
}
