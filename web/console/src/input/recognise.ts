/** What a text is before anything of it is checked: people paste whatever they have at hand. */

import { readRequests } from './requests.ts';

export type Kind =
  | 'empty'
  /** JSON, or what is meant to be. */
  | 'json'
  /** A curl command or an `.http` file. */
  | 'request'
  /** The answer of a server with its status line and headers. */
  | 'response'
  /** The code of an error of the API alone. */
  | 'code'
  | 'terraform'
  | 'yaml'
  | 'other';

export function recognise(text: string): Kind {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return 'empty';
  if (/^(CTS|APIGW)\.\d{4}$/i.test(start.trimEnd())) return 'code';
  if (/^HTTP\/\d/.test(start)) return 'response';
  if (/^[{["]/.test(start)) return 'json';
  if (readRequests(text).length > 0) return 'request';
  if (/^(\s*(#|\/\/).*\n)*\s*(resource|data|module|provider|terraform|variable|locals|output)\b[^\n:]*\{/.test(start)) return 'terraform';
  if (/^(\s*#.*\n)*(---\s*\n|\s*-?\s*[\w."-]+:(\s|$))/.test(start)) return 'yaml';
  if (/^[\w.]+\s*=\s*("|true|false|\d|\{|\[)/m.test(start)) return 'terraform';
  return 'other';
}

/** The body of an answer with its status line and headers, and its status. */
export function readResponse(text: string): { status: string; body: string } {
  const [head = '', ...rest] = text.trimStart().split(/\r?\n\r?\n/);
  const status = /^HTTP\/[\d.]+\s+(\d{3})/.exec(head)?.[1] ?? '';
  const body = rest.join('\n\n');
  // A server that asks for more answers twice: `HTTP/1.1 100 Continue` comes first.
  return body.trimStart().startsWith('HTTP/') ? readResponse(body) : { status, body };
}
