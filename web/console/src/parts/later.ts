/** What can wait until the letter that was typed is there. */

/**
 * A function that does its work in a task of its own, after what is under way has been painted: once, however often it was
 * called meanwhile. The one that comes with it drops what has not been done yet.
 */
export function later(work: () => void): [run: () => void, drop: () => void] {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, 16);
  };
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return [run, drop];
}
