/** The worker: checks beside the page, so that nothing on it ever waits. */

import { api } from './api.ts';
import type { Answer, Ask } from './protocol.ts';

const functions: Record<string, (...args: never[]) => Promise<unknown>> = api;

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { id, name, args } = data;
  const answer = (message: Answer) => postMessage(message);
  const called = functions[name]?.(...(args as never[])) ?? Promise.reject(new TypeError(name));
  called.then(
    (value) => answer({ id, value }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
