// For generators of forms: a JSON Schema of what can be filled in, and nothing else. The rules are those of the checker.

/** `fields` as in `shared.js`. A list is a text with commas, which the checker takes apart. */
export function jsonSchemaOf(fields) {
  const root = { type: 'object', properties: {} };
  for (const { path, label, hint, type, choices } of fields) {
    const names = path.slice(1).split('/');
    const last = names.pop();
    const holder = names.reduce(({ properties }, name) => (properties[name] ??= { type: 'object', title: '', properties: {} }), root);
    holder.properties[last] = {
      title: label,
      description: hint,
      ...(choices ? { type: 'string', oneOf: choices.map(({ value, text }) => ({ const: value, title: text })) } : { type: type === 'array' ? 'string' : type }),
    };
  }
  return root;
}

/** What is on by default is shown so; what nobody touches is not sent, for it is the default. */
export function initialOf(fields) {
  const root = {};
  for (const { path, type, choices, default: standard } of fields) {
    if (type !== 'boolean' || choices || standard === undefined) continue;
    const names = path.slice(1).split('/');
    const last = names.pop();
    names.reduce((holder, name) => (holder[name] ??= {}), root)[last] = standard;
  }
  return root;
}
