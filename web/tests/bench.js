// Measures the package beside ajv, zod and valibot, in one run. Prints the ratios for BENCHMARKS.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import * as ctslint from 'ctslint';
import * as v from 'valibot';
import { z } from 'zod';
import { folder, here } from './support.js';

const VALID = JSON.stringify(
  {
    tracker_type: 'system',
    tracker_name: 'system',
    is_lts_enabled: true,
    is_support_validate: true,
    obs_info: { bucket_name: 'audit-prod', file_prefix_name: 'prod', is_obs_created: false, compress_type: 'gzip', is_sort_by_service: true },
  },
  null,
  2,
);
const BAD = JSON.stringify(
  {
    tracker_type: 'System',
    tracker_name: 1,
    is_lts_enabled: 'true',
    is_support_validate: null,
    colour: 'red',
    obs_info: { bucket_name: 'A_b', file_prefix_name: 'a/b', is_obs_created: 0, compress_type: 'GZIP', is_sort_by_service: [] },
  },
  null,
  2,
);

// Standalone code, as a build would make it.
const root = folder('bench');
writeFileSync(join(root, 'package.json'), '{"type":"commonjs"}');
const ajv = new Ajv2020({ allErrors: true, code: { source: true, esm: false }, strict: false });
const schema = ctslint.schema('v3');
writeFileSync(join(root, 'ajv.js'), standalone(ajv, ajv.compile(schema)));
const validate = createRequire(import.meta.url)(join(root, 'ajv.js'));

const bucket = /^[a-z0-9][a-z0-9.\-]*$/;
const prefix = /^[A-Za-z0-9._\-]*$/;
const zod = z.strictObject({
  tracker_type: z.literal('system'),
  tracker_name: z.literal('system'),
  is_lts_enabled: z.boolean().optional(),
  is_support_validate: z.boolean().optional(),
  obs_info: z
    .strictObject({
      bucket_name: z.string().min(3).max(63).regex(bucket).optional(),
      file_prefix_name: z.string().max(64).regex(prefix).optional(),
      is_obs_created: z.boolean().optional(),
      compress_type: z.enum(['gzip', 'json']).optional(),
      is_sort_by_service: z.boolean().optional(),
    })
    .optional(),
});
const valibot = v.strictObject({
  tracker_type: v.literal('system'),
  tracker_name: v.literal('system'),
  is_lts_enabled: v.optional(v.boolean()),
  is_support_validate: v.optional(v.boolean()),
  obs_info: v.optional(
    v.strictObject({
      bucket_name: v.optional(v.pipe(v.string(), v.minLength(3), v.maxLength(63), v.regex(bucket))),
      file_prefix_name: v.optional(v.pipe(v.string(), v.maxLength(64), v.regex(prefix))),
      is_obs_created: v.optional(v.boolean()),
      compress_type: v.optional(v.picklist(['gzip', 'json'])),
      is_sort_by_service: v.optional(v.boolean()),
    }),
  ),
});

const subjects = {
  'JSON.parse + ajv standalone': (text) => validate(JSON.parse(text)),
  'JSON.parse + zod': (text) => zod.safeParse(JSON.parse(text)).success,
  'JSON.parse + valibot': (text) => v.safeParse(valibot, JSON.parse(text)).success,
  'ctslint check': (text) => ctslint.check(text, { as: 'v3' }).findings.length === 0,
  'ctslint checkValue of JSON.parse': (text) => ctslint.checkValue(JSON.parse(text), { as: 'v3' }).findings.length === 0,
};

/** Microseconds a call: the median of rounds in which all take turns. */
function measure(subjects) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < 25; round++) {
    for (const [name, work] of Object.entries(subjects)) {
      const calls = 4000;
      const start = process.hrtime.bigint();
      for (let call = 0; call < calls; call++) work();
      times[name].push(Number(process.hrtime.bigint() - start) / 1000 / calls);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]]));
}

function table(title, text) {
  const times = measure(Object.fromEntries(Object.entries(subjects).map(([name, work]) => [name, () => work(text)])));
  const base = times['JSON.parse + ajv standalone'];
  console.log(`\n${title}\n\n| validator | µs | ratio |\n| --- | ---: | ---: |`);
  for (const [name, time] of Object.entries(times)) console.log(`| ${name} | ${time.toFixed(2)} | ${(time / base).toFixed(2)} |`);
}

for (const [name, work] of Object.entries(subjects)) {
  if (work(VALID) !== true || work(BAD) !== false) throw new Error(`${name} is wrong`);
}
console.log(`Node ${process.version}; ${ctslint.check(BAD, { as: 'v3' }).findings.length} findings in the bad body`);
table(`Text of a valid body (${VALID.length} bytes)`, VALID);
table(`Text of a bad body (${BAD.length} bytes)`, BAD);
const field = measure({ checkField: () => ctslint.checkField('v3', '/obs_info/bucket_name', 'audit-prod') });
console.log(`\nOne field: ${field.checkField.toFixed(2)} µs`);

const FIRST = `const start = performance.now(); const { check } = await import('ctslint'); check('{}'); console.log(performance.now() - start)`;
writeFileSync(join(here, 'made/first.mjs'), FIRST);
const firsts = Array.from({ length: 15 }, () => Number(execFileSync(process.execPath, [join(here, 'made/first.mjs')], { encoding: 'utf8' })));
console.log(`First import to first verdict: ${firsts.sort((a, b) => a - b)[7].toFixed(1)} ms`);
