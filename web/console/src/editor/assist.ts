/** What the editor knows of the fields while someone writes: where the cursor is, what could stand there, what it means. */

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { FieldInfo } from '../checker/types.ts';

/** A step on the way from the whole body to a place: what it is called, and where its key or value stands. */
export interface Step {
  name: string;
  from: number;
  to: number;
}

const CONTAINERS = new Set(['Object', 'Array']);
const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** The way to the value at a position. */
export function pathAt(state: EditorState, position: number): Step[] {
  const steps: Step[] = [];
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, -1);
  for (let child: SyntaxNode | null = null; node !== null; child = node, node = node.parent) {
    if (node.name === 'Property') {
      const key = node.getChild('PropertyName');
      if (key !== null) steps.unshift({ name: keyText(state, key), from: key.from, to: key.to });
    } else if (node.name === 'Array' && child !== null && VALUES.has(child.name)) {
      let index = 0;
      for (let before = child.prevSibling; before !== null; before = before.prevSibling) if (VALUES.has(before.name)) index += 1;
      steps.unshift({ name: String(index), from: child.from, to: child.to });
    }
  }
  return steps;
}

/** The JSON Pointer of a path. */
function pointer(steps: { name: string }[]): string {
  return steps.map(({ name }) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The field at a position whose key or value is there, and the stretch that stands for it. */
export function fieldAt(state: EditorState, position: number, fields: FieldInfo[]) {
  const node = syntaxTree(state).resolveInner(position, 1);
  if (CONTAINERS.has(node.name) || node.name === 'JsonText') return null;
  const path = pointer(pathAt(state, position + 1));
  const field = fields.find((known) => known.path === path);
  return field === undefined ? null : { field, from: node.from, to: node.to };
}

function keyText(state: EditorState, key: SyntaxNode): string {
  const text = state.sliceDoc(key.from, key.to);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replaceAll(/^["']|["']$/g, '');
  }
}

type Describe = (field: FieldInfo) => Node;

/** Completes names of fields, and values where there is a choice. */
export function completions(fields: () => FieldInfo[], describe: Describe): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const known = fields();
    const { state, pos, explicit } = context;
    const node = syntaxTree(state).resolveInner(pos, -1);
    const token = context.matchBefore(/["']?[\w.-]*$/);
    if (known.length === 0 || (!explicit && (token === null || token.from === token.to))) return null;
    const from = token?.from ?? pos;
    const isQuoted = /["']/.test(state.sliceDoc(pos, pos + 1));
    const to = isQuoted && token !== null && /^["']/.test(token.text) ? pos + 1 : pos;

    const property = nearest(node, 'Property');
    const key = property?.getChild('PropertyName') ?? null;
    const before = state.sliceDoc(Math.max(0, from - 200), from).trimEnd();
    if (property !== null && key !== null && key.to <= from && before.endsWith(':')) {
      const path = pointer(pathAt(state, key.from + 1));
      const field = known.find((other) => other.path === path);
      return field === undefined ? null : result(from, to, valuesOf(field, describe));
    }
    if (!before.endsWith('{') && !before.endsWith(',')) return null;
    const object = nearest(key !== null && key.from <= from && from <= key.to ? (property?.parent ?? node) : node, 'Object');
    if (object === null) return null;
    const around = pointer(pathAt(state, object.from + 1));
    return result(from, to, namesOf(state, object, around, { pos, to }, known, describe));
  };
}

/** The members that an object can still have. */
function namesOf(
  state: EditorState,
  object: SyntaxNode,
  around: string,
  { pos, to }: { pos: number; to: number },
  fields: FieldInfo[],
  describe: Describe,
): Completion[] {
  const present = new Set(
    object.getChildren('Property').flatMap((sibling) => {
      const name = sibling.getChild('PropertyName');
      return name === null || (name.from <= pos && pos <= name.to) ? [] : [keyText(state, name)];
    }),
  );
  const hasColon = /^\s*:/.test(state.sliceDoc(to, to + 20));
  return fields
    .filter(({ path, name }) => path === `${around}/${name}` && !present.has(name))
    .map((field) => ({
      label: `"${field.name}"`,
      displayLabel: field.name,
      detail: field.label,
      type: 'property',
      boost: field.required ? 1 : 0,
      info: () => describe(field),
      apply: hasColon ? `"${field.name}"` : `"${field.name}": `,
    }));
}

function nearest(node: SyntaxNode | null, name: string): SyntaxNode | null {
  let found = node;
  while (found !== null && found.name !== name) found = found.parent;
  return found;
}

function result(from: number, to: number, options: Completion[]): CompletionResult | null {
  return options.length === 0 ? null : { from, to, options, validFor: /^["']?[\w.-]*$/ };
}

function valuesOf(field: FieldInfo, describe: Describe): Completion[] {
  const info = () => describe(field);
  const { type, example } = field;
  if (type === 'boolean') return ['true', 'false'].map((label) => ({ label, type: 'keyword', info }));
  if (type === 'object') return [{ label: '{}', type: 'keyword', info }];
  if (field.enum !== undefined)
    return field.enum.map(({ value, text }) => ({ label: JSON.stringify(value), displayLabel: value, detail: text, type: 'enum', info }));
  return example === undefined ? [] : [{ label: example, displayLabel: example.replaceAll('"', ''), type: 'text', info }];
}
