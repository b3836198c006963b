/** What the editor knows of the fields while someone writes: where the cursor is, what could stand there, what it means. */

import { syntaxTree } from '@codemirror/language';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { schema, type DocumentName, type Schema } from './engine.ts';

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
      for (let before = child.prevSibling; before !== null; before = before.prevSibling)
        if (VALUES.has(before.name)) index += 1;
      steps.unshift({ name: String(index), from: child.from, to: child.to });
    }
  }
  return steps;
}

/** The JSON Pointer of a path. */
export function pointer(steps: { name: string }[]): string {
  return steps.map(({ name }) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What the schema says of the value at a path. */
function at(document: DocumentName, path: { name: string }[]): Schema | undefined {
  return path.reduce<Schema | undefined>((around, { name }) => around?.properties?.[name], schema(document));
}

/** The field at a position whose key or value is there, and the stretch that stands for it. */
export function fieldAt(state: EditorState, position: number, document: DocumentName | null) {
  if (document === null) return null;
  const node = syntaxTree(state).resolveInner(position, 1);
  if (CONTAINERS.has(node.name) || node.name === 'JsonText') return null;
  const path = pathAt(state, position + 1);
  const field = path.length === 0 ? undefined : at(document, path);
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

/** Completes names of fields, and values where there is a choice. */
export function completions(
  document: () => DocumentName | null,
  describe: (field: Schema) => Node,
): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const name = document();
    if (name === null) return null;
    const { state, pos, explicit } = context;
    const node = syntaxTree(state).resolveInner(pos, -1);
    const token = context.matchBefore(/["']?[\w.-]*$/);
    if (!explicit && (token === null || token.from === token.to)) return null;
    const from = token?.from ?? pos;
    const quoted = /["']/.test(state.sliceDoc(pos, pos + 1));
    const to = quoted && token !== null && /^["']/.test(token.text) ? pos + 1 : pos;

    const property = nearest(node, 'Property');
    const key = property?.getChild('PropertyName') ?? null;
    const before = state.sliceDoc(Math.max(0, from - 200), from).trimEnd();
    if (property !== null && key !== null && key.to <= from && before.endsWith(':')) {
      const field = at(name, pathAt(state, key.from + 1));
      return field === undefined ? null : result(from, to, valuesOf(field, describe));
    }
    if (!before.endsWith('{') && !before.endsWith(',')) return null;
    const object = nearest(key !== null && key.from <= from && from <= key.to ? (property?.parent ?? node) : node, 'Object');
    if (object === null) return null;
    const around = at(name, pathAt(state, object.from));
    const present = new Set(
      object.getChildren('Property').flatMap((sibling) => {
        const name = sibling.getChild('PropertyName');
        return name === null || (name.from <= pos && pos <= name.to) ? [] : [keyText(state, name)];
      }),
    );
    const colon = /^\s*:/.test(state.sliceDoc(to, to + 20));
    return result(
      from,
      to,
      Object.entries(around?.properties ?? {})
        .filter(([member]) => !present.has(member))
        .map(([member, field]) => ({
          label: `"${member}"`,
          displayLabel: member,
          detail: field.title ?? '',
          type: 'property',
          boost: around?.required?.includes(member) === true ? 1 : 0,
          info: () => describe(field),
          apply: colon ? `"${member}"` : `"${member}": `,
        })),
    );
  };
}

function nearest(node: SyntaxNode | null, name: string): SyntaxNode | null {
  while (node !== null && node.name !== name) node = node.parent;
  return node;
}

function result(from: number, to: number, options: Completion[]): CompletionResult | null {
  return options.length === 0 ? null : { from, to, options, validFor: /^["']?[\w.-]*$/ };
}

function valuesOf(field: Schema, describe: (field: Schema) => Node): Completion[] {
  const info = () => describe(field);
  if (field.type === 'boolean') return ['true', 'false'].map((label) => ({ label, type: 'keyword', info }));
  if (field.type === 'object') return [{ label: '{}', type: 'keyword', info }];
  return (field.enum ?? field.examples ?? []).map((value, index) => ({
    label: JSON.stringify(value),
    displayLabel: String(value),
    detail: field.enumDescriptions?.[index] ?? '',
    type: 'enum',
    info,
  }));
}
