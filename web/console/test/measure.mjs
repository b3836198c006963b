// What a keystroke costs in the form, with the processor slowed down to a quarter: npm run measure -w console
import { launch, open } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const SLOWDOWN = 4;
const KEYS = 1000;
/** The clock of a browser is coarse, so that several keystrokes are timed together. */
const BATCH = 10;

const server = await serve(new URL('../dist/', import.meta.url).pathname);
const browser = await launch();
const { context, page } = await open(browser, server.origin);

async function report(what, measure) {
  await measure(100);
  const times = (await measure(KEYS)).toSorted((a, b) => a - b);
  const at = (part) => times[Math.floor(times.length * part)].toFixed(2);
  console.log(`${what}: median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, longest ${times.at(-1).toFixed(2)} ms`);
}

try {
  await page.goto(server.url);
  await page.getByLabel('OBS bucket', { exact: true }).waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  console.log(`${KEYS} keystrokes, processor slowed down ${SLOWDOWN} times`);
  await report('the check alone, text in and report out', (keys) =>
    page.evaluate(([count, batch]) => {
      const times = [];
      for (let key = 0, start = performance.now(); key < count; key += 1) {
        const body = { tracker_type: 'system', tracker_name: 'system', obs_info: { bucket_name: `Acme_${key}`, compress_type: 'GZIP' } };
        globalThis.ctslint.check(JSON.stringify(body, null, 2), { as: 'v3' });
        if (key % batch !== batch - 1) continue;
        times.push((performance.now() - start) / batch);
        start = performance.now();
      }
      return times;
    }, [keys, BATCH]),
  );
  await report('the form: check, messages, body', (keys) =>
    page.evaluate(([count, batch]) => {
      const input = document.querySelector('[data-path="/obs_info/bucket_name"] input');
      input.focus();
      input.blur();
      input.focus();
      const times = [];
      for (let key = 0, start = performance.now(); key < count; key += 1) {
        input.value = key % 2 === 0 ? `acme-audit-${key}` : `Acme_Audit-${key}`;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        if (key % batch !== batch - 1) continue;
        times.push((performance.now() - start) / batch);
        start = performance.now();
      }
      return times;
    }, [keys, BATCH]),
  );
} finally {
  await browser.close();
  await server.close();
}
