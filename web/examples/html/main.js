import { checkField, checkValue, errorSummary, fromForm } from 'ctslint';
import { DOCUMENT, fields, lang, show, words } from '../shared.js';

const element = document.createElement('form');
element.innerHTML = `<h1>${words.title}</h1><nav role="alert"></nav>${fields.map(markup).join('')}<button>${words.send}</button>`;
element.noValidate = true;
document.querySelector('main').append(element);

function markup({ dotted, label, hint, type, choices, default: standard }) {
  const described = `id="${dotted}" name="${dotted}" aria-describedby="${dotted}-hint ${dotted}-error"`;
  const options = choices?.map(({ value, text }) => `<option value="${value}">${text}</option>`).join('');
  const input = choices ? `<select ${described}><option></option>${options}</select>` : type === 'boolean' ? `<input type="checkbox" ${described} ${standard ? 'checked' : ''}>` : `<input ${described}>`;
  return `<div class="field"><label for="${dotted}">${label}</label><small id="${dotted}-hint">${hint}</small>${input}<p class="error" id="${dotted}-error" aria-live="polite"></p></div>`;
}

for (const field of fields) {
  const input = element.elements[field.dotted];
  // What HTML can say itself. `maxlength` is left out: it would cut a pasted name off without a word.
  input.required = field.required;
  if (field.pattern) input.pattern = field.pattern;
  if (field.limits?.min) input.minLength = field.limits.min;
  // What it cannot: a message that says which character is wrong. Nothing is said while a field is typed for the first time.
  let wasLeft = false;
  const judge = () => wasLeft && say(field, complaint(field, input.value));
  input.addEventListener('blur', () => {
    wasLeft = true;
    judge();
  });
  input.addEventListener('input', judge);
}

function complaint({ path, type }, value) {
  if (type !== 'string' || value === '') return '';
  const [error] = checkField(DOCUMENT, path, value, { lang, labels: true }).filter(({ severity }) => severity === 'error');
  return error?.text ?? '';
}

function say({ dotted }, message) {
  element.elements[dotted].setCustomValidity(message);
  element.elements[dotted].ariaInvalid = String(message !== '');
  document.getElementById(`${dotted}-error`).textContent = message;
}

element.addEventListener('submit', (event) => {
  event.preventDefault();
  const body = fromForm(element, DOCUMENT);
  const { findings } = checkValue(body, { as: DOCUMENT, lang, labels: true });
  const errors = errorSummary(findings, DOCUMENT);
  for (const field of fields) say(field, errors.find(({ id }) => id === field.dotted)?.message ?? '');
  element.querySelector('nav').replaceChildren(...errors.map(link));
  show(errors.length === 0 ? body : undefined);
});

function link({ id, message }) {
  const line = document.createElement('p');
  line.append(Object.assign(document.createElement('a'), { href: `#${id}`, textContent: message }));
  return line;
}
