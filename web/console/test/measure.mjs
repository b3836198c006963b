// What a keystroke costs in the editor, with the processor slowed down to a quarter: npm run measure -w console
import { launch, open } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const SLOWDOWN = 4;
const KEYS = 200;

const server = await serve(new URL('../dist/', import.meta.url).pathname);
const browser = await launch();
const { context, page } = await open(browser, server.origin);

/** A request with that many findings. */
function bad(count) {
  const members = Array.from({ length: count }, (_, index) => `  "wrong_${index}": 1,\n`).join('');
  return `{\n${members}  "tracker_type": "system",\n  "tracker_name": "system",\n  "is_lts_enabled": true\n}\n`;
}

function tell(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(2);
  console.log(`${what}: median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, longest ${at(1)} ms`);
}

/** Types one key after the other; gives what the key itself takes, and the longest task until all of it is shown. */
async function type(keys) {
  return page.evaluate(async (count) => {
    const { view } = document.querySelector('.editor-host').shadowRoot.querySelector('.cm-content').cmTile;
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const times = [];
    for (let key = 0; key < count; key += 1) {
      const at = view.state.doc.length - 3;
      const start = performance.now();
      view.dispatch({ changes: key % 2 === 0 ? { from: at, insert: ' ' } : { from: at - 1, to: at }, userEvent: 'input.type' });
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    observer.disconnect();
    return { times, tasks };
  }, keys);
}

try {
  await page.goto(server.url);
  await page.locator('.slot.ready').waitFor();
  const session = await context.newCDPSession(page);
  console.log(`${KEYS} keystrokes, processor slowed down ${SLOWDOWN} times`);
  for (const count of [20, 10_000]) {
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(bad(count)) });
    await page.locator('#text-is').selectOption('v3-create-request');
    await page
      .locator('.finding')
      .nth(Math.min(count, 50) - 1)
      .waitFor();
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await type(20);
    const { times, tasks } = await type(KEYS);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    tell(`${count} findings, a key`, times);
    console.log(`${count} findings, tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`);
  }
} finally {
  await browser.close();
  await server.close();
}
