/** The page's side of the worker. The worker and the module in it are loaded at the first question. */

import type { Api } from './api.ts';
import type { Answer } from './protocol.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ctslint' });
  made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.value);
  });
  made.addEventListener('error', (event) => {
    // The worker itself could not be loaded. The next question tries it again.
    event.preventDefault();
    if (worker === made) worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the checker could not be loaded'));
    waiting.clear();
  });
  return made;
}

/** Asks the worker. Fails when it, or the module that it needs, can't be loaded. */
export function ask<Name extends keyof Api>(name: Name, ...args: Parameters<Api[Name]>): ReturnType<Api[Name]> {
  worker ??= start();
  last += 1;
  const id = last;
  const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, name, args });
  return answer as ReturnType<Api[Name]>;
}

/** Keeps one question under way, and of those that come meanwhile the last one. */
export function latest<Question, Value>(
  put: (question: Question) => Promise<Value>,
  done: (value: Value, question: Question) => void,
  failed: (error: Error) => void,
): (question: Question) => void {
  let isBusy = false;
  let next: { question: Question } | undefined;
  const go = (question: Question) => {
    isBusy = true;
    put(question)
      .then(
        (value) => next === undefined && done(value, question),
        (error: Error) => next === undefined && failed(error),
      )
      .finally(() => {
        isBusy = false;
        const following = next;
        next = undefined;
        if (following !== undefined) go(following.question);
      });
  };
  return (question) => {
    if (isBusy) next = { question };
    else go(question);
  };
}
