import { checkField, checkValue, form, fromForm, pointerToDotted } from 'ctslint';

const DOCUMENT = 'v3-create-request';
const element = document.querySelector('form');
const output = document.querySelector('pre');

for (const field of form(DOCUMENT)) {
  const input = element.elements[pointerToDotted(field.path)];
  if (input === undefined) continue;
  // What HTML can say itself. `maxlength` is left out: it would cut a pasted name off without a word.
  input.required = field.required;
  if (field.pattern) input.pattern = field.pattern;
  if (field.limits?.min) input.minLength = field.limits.min;
  input.title = field.hint;
  // What it cannot: a message that says which character is wrong.
  input.addEventListener('input', () => input.setCustomValidity(complaint(field, input)));
}

function complaint(field, input) {
  if (field.type !== 'string' || input.value === '') return '';
  const errors = checkField(DOCUMENT, field.path, input.value).filter(({ severity }) => severity === 'error');
  return errors[0]?.message ?? '';
}

element.addEventListener('submit', (event) => {
  event.preventDefault();
  const body = fromForm(new FormData(element), { as: DOCUMENT });
  const { findings } = checkValue(body, { as: DOCUMENT });
  output.textContent = [JSON.stringify(body, null, 2), ...findings.map(({ severity, message }) => `${severity}: ${message}`)].join('\n');
});
