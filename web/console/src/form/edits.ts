/** Changes a JSON text by the pointer of a field: everything else stays as it is, unknown members and comments too. */

import { applyEdits, findNodeAtLocation, format, getNodeValue, modify, type Node, type ParseError, parseTree } from 'jsonc-parser';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const LAYOUT = { tabSize: 2, insertSpaces: true, eol: '\n' };
const LENIENT = { allowTrailingComma: true, disallowComments: false };

/** A text that can be changed by pointer. */
export interface Readable {
  text: string;
  root: Node;
}

/** The last text that was read: one text is asked about for each of its findings, and for each field of the form. */
let last: { text: string; result: Readable | null } | undefined;

/** The text as a tree; `null` when it is no JSON object, comments and trailing commas aside, or has a name twice. */
export function read(text: string): Readable | null {
  if (last?.text !== text) last = { text, result: parsed(text) };
  return last.result;
}

function parsed(text: string): Readable | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, LENIENT);
  return root === undefined || errors.length > 0 || root.type !== 'object' || hasTwice(root) ? null : { text, root };
}

/** Whether an object in the tree has two members of the same name, so that a pointer to it means two places. */
function hasTwice(root: Node): boolean {
  const nodes = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const { type, children = [] } = node;
    if (type === 'object' && new Set(children.map((member) => member.children?.[0]?.value)).size < children.length) return true;
    for (const child of children) nodes.push(child);
  }
  return false;
}

/** The steps of a JSON Pointer; those into an array are numbers where the text has an array. */
export function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer; `undefined` when there is none. */
export function valueAt({ root }: Readable, pointer: string): Json | undefined {
  const node = findNodeAtLocation(root, steps(pointer));
  return node === undefined ? undefined : getNodeValue(node);
}

/** Where the value at a pointer stands, in UTF-16 units; `null` when it is absent. */
export function placeAt({ root }: Readable, pointer: string): { from: number; to: number } | null {
  const node = findNodeAtLocation(root, steps(pointer));
  return node === undefined ? null : { from: node.offset, to: node.offset + node.length };
}

/**
 * The text with another value at a pointer, or with none. A new member takes its place among `order`, the names of the
 * members in the order of the reference.
 */
export function withValue(text: string, pointer: string, value: Json | undefined, order: string[] = []): string {
  const path = steps(pointer);
  const name = path.at(-1) ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = modify(text, path, value, {
    formattingOptions: { ...LAYOUT, eol },
    getInsertionIndex: (members) => {
      const before = new Set(order.slice(0, Math.max(0, order.indexOf(name))));
      return order.includes(name) ? members.findLastIndex((member) => before.has(member)) + 1 : members.length;
    },
  });
  return applyEdits(text, edits);
}

/** The text with the usual indentation; `null` when it can't be read. */
export function formatted(text: string): string | null {
  const errors: ParseError[] = [];
  parseTree(text, errors, LENIENT);
  if (errors.length > 0 || text.trim() === '') return null;
  const done = applyEdits(text, format(text, undefined, LAYOUT));
  return done.endsWith('\n') ? done : `${done}\n`;
}
