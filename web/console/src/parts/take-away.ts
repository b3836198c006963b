/** What was made, in the forms in which it can be taken away. Everything stays on this device. */

import type { DocumentInfo } from '../checker/types.ts';
import { endpoint } from '../input/endpoint.ts';

/** Puts a text on the clipboard; `false` when the browser forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Offers a text as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A command that sends a body; what is secret or differs from place to place comes from the shell. */
export function curl(document: Pick<DocumentInfo, 'title'>, body: string): string {
  const { method, path } = endpoint(document) ?? { method: 'POST', path: '/' };
  let end = 'JSON';
  while (body.split('\n').includes(end)) end += '_';
  return [
    `curl -sS -X ${method} "$CTS_ENDPOINT${path.replace('{project_id}', '$PROJECT_ID').replace('{tracker_name}', 'system')}" \\`,
    '  -H "X-Auth-Token: $TOKEN" \\',
    "  -H 'Content-Type: application/json' \\",
    `  --data-binary @- <<'${end}'`,
    body.trimEnd(),
    end,
    '',
  ].join('\n');
}

/** The same as a request of an `.http` file. */
export function http(document: Pick<DocumentInfo, 'title'>, body: string): string {
  const { method, path } = endpoint(document) ?? { method: 'POST', path: '/' };
  return [
    `${method} {{endpoint}}${path.replace('{project_id}', '{{project_id}}').replace('{tracker_name}', 'system')}`,
    'X-Auth-Token: {{token}}',
    'Content-Type: application/json',
    '',
    body.trimEnd(),
    '',
  ].join('\n');
}
