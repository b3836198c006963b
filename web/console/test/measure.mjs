// What a keystroke costs in the editor, with a processor of a quarter of the speed: npm run measure -w console
import { launch, open } from './support/browser.mjs';
import { serve } from './support/server.mjs';

/** Time of the processor is measured, which other work on the machine hardly changes, and multiplied. */
const SLOWDOWN = 4;
const KEYS = 60;

const server = await serve(new URL('../dist/', import.meta.url).pathname);
const browser = await launch();
const { context, page } = await open(browser, server.origin);

/** A request with that many findings. */
function bad(count) {
  const members = Array.from({ length: count }, (_, index) => `  "wrong_${index}": 1,\n`).join('');
  return `{\n${members}  "tracker_type": "system",\n  "tracker_name": "system",\n  "is_lts_enabled": true\n}\n`;
}

/** How long each task of the thread that draws the page had the processor, in milliseconds. */
function tasksOf(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  return traceEvents.filter((event) => event.name === 'RunTask' && isMain(event)).map(({ tdur }) => (tdur ?? 0) / 1000);
}

function tell(what, times) {
  const sorted = times.map((time) => time * SLOWDOWN).toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, longest ${at(1)} ms`);
}

try {
  await page.goto(server.url);
  await page.locator('.slot.ready').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    return { script: of('ScriptDuration'), all: of('TaskDuration') };
  };
  for (const count of [20, 10_000]) {
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(bad(count)) });
    await page.locator('#text-is').selectOption('v3-create-request');
    await page
      .locator('.finding')
      .nth(Math.min(count, 50) - 1)
      .waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+End');
    const [keys, whole] = [[], []];
    for (let key = 0; key < KEYS + 10; key += 1) {
      // The first ones warm up.
      if (key === 10) await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel'] });
      const before = await spent();
      await page.evaluate(
        (isInserting) => {
          const { view } = document.querySelector('.editor-host').shadowRoot.querySelector('.cm-content').cmTile;
          const { length } = view.state.doc;
          view.dispatch({
            changes: isInserting ? { from: length, insert: ' ' } : { from: length - 1, to: length },
            userEvent: 'input.type',
          });
        },
        key % 2 === 0,
      );
      const typed = await spent();
      await page.waitForTimeout(count > 1000 ? 600 : 250);
      const shown = await spent();
      if (key < 10) continue;
      keys.push(typed.script - before.script);
      whole.push(shown.all - before.all);
    }
    tell(`${count} findings, the key itself`, keys);
    tell(`${count} findings, everything until it is shown, in all its tasks`, whole);
    tell(`${count} findings, a task of the page alone`, tasksOf(await browser.stopTracing()));
  }
} finally {
  await browser.close();
  await server.close();
}
