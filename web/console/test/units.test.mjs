// What the page knows without a browser: state, links, drafts, what a text is, requests, the form over the text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applyFix, check, documents, form } from 'ctslint';
import { latest } from '../src/checker/client.ts';
import { count, reused, sorted, within } from '../src/checker/sort.ts';
import { difference } from '../src/editor/difference.ts';
import { formatted, read, valueAt, withValue } from '../src/form/edits.ts';
import { filledIn, groups, isAsked, isNeeded, model, numberOf, only, switched } from '../src/form/model.ts';
import { remedy } from '../src/form/remedies.ts';
import { endpoint, target } from '../src/input/endpoint.ts';
import { readResponse, recognise } from '../src/input/recognise.ts';
import { readRequests } from '../src/input/requests.ts';
import { SAMPLES } from '../src/input/samples.ts';
import { curl, http } from '../src/parts/take-away.ts';
import { isLink, pack, unpack } from '../src/state/share.ts';
import { hashOf, initialState, initialWork, placeOf, replaced, Store, withoutSecrets } from '../src/state/state.ts';
import { de } from '../src/texts/de.ts';
import { en } from '../src/texts/en.ts';
import { LOCALE_NAMES, LOCALES } from '../src/texts/index.ts';
import { zh } from '../src/texts/zh.ts';
import { judge } from '../src/views/judge.ts';

const fields = (name, document = name) => model(document, form(name));
const v3 = fields('v3-create-request');
const v1 = fields('v1-create-request');
const huawei = fields('huawei-v3-create-request');
const field = (from, path) => from.byPointer.get(path);

describe('the address', () => {
  test('says where someone is and holds no text', () => {
    assert.deepEqual(placeOf('#explain/CTS.0231'), { view: 'explain', topic: 'CTS.0231' });
    assert.deepEqual(placeOf('#explain/v3%3A%2Fobs_info'), { view: 'explain', topic: 'v3:/obs_info' });
    assert.deepEqual(placeOf(''), { view: 'check', topic: '' });
    assert.equal(placeOf('#nowhere'), null);
    for (const hash of ['#check', '#form', '#translate', '#explain', '#explain/CTS.0231']) assert.equal(hashOf(placeOf(hash)), hash);
    assert.equal(hashOf({ ...initialState(), text: '{"secret": 1}' }), '#check');
  });

  test('of a link gives the same work back', async () => {
    const work = { ...initialWork(), text: '{"name": "äö空😀"}\n', as: 'huawei-v3-update-request', provider: 'huawei' };
    const hash = await pack(work);
    assert.ok(isLink(hash));
    assert.match(hash, /^link\.[\w-]+$/);
    assert.deepEqual(await unpack(hash), work);
  });

  test('that is damaged, or far too large, is refused', async () => {
    assert.equal(await unpack('link.AAAA'), null);
    assert.equal(await unpack('link.%%%'), null);
    assert.equal(await unpack(await pack({ ...initialWork(), text: 'x'.repeat(5 << 20) })), null);
  });
});

describe('secrets', () => {
  const command = `curl -X POST https://cts/v3/p/tracker -H 'X-Auth-Token: MIIsecret' -d '{"tracker_type": "system"}'`;

  test('of a command are never kept and never in a link', async () => {
    assert.equal(withoutSecrets({ ...initialWork(), text: command }).text, '{"tracker_type": "system"}');
    const link = await pack({ ...initialWork(), text: command });
    assert.doesNotMatch((await unpack(link)).text, /MIIsecret/);
  });

  test('that cannot be told from the rest keep the whole text out', async () => {
    const odd = 'headers: X-Auth-Token: MIIsecret and then {"a": 1}';
    assert.equal(withoutSecrets({ ...initialWork(), text: odd }), null);
    assert.equal(await pack({ ...initialWork(), text: odd }), null);
  });

  test('are in no request that was read', () => {
    const kept = JSON.stringify([
      ...readRequests(command),
      ...readRequests('PUT https://cts/v3/p/tracker\nX-Auth-Token: MIIsecret\nAuthorization: Bearer MIIsecret\n\n{}\n'),
      ...readRequests("curl -u me:MIIsecret -HX-Auth-Token:MIIsecret -b 'session=MIIsecret' https://cts/v3/p/tracker -d @body.json"),
    ]);
    assert.doesNotMatch(kept, /MIIsecret/);
  });
});

describe('the store', () => {
  test('gives back what a sample or a link replaced', () => {
    const store = new Store({ ...initialState(), text: 'mine', allowLoss: ['kms_id'] });
    store.replace({ text: 'other' });
    assert.equal(store.state.text, 'other');
    assert.deepEqual(store.state.allowLoss, []);
    assert.equal(store.state.before.text, 'mine');
    assert.equal(replaced({ ...initialState(), text: ' ' }, { text: 'x' }).before, null);
  });

  test('tells what changed, and stops telling', () => {
    const store = new Store(initialState());
    const told = [];
    const stop = store.subscribe((state, old) => told.push([old.view, state.view]));
    store.change({ view: 'form' });
    stop();
    store.change({ view: 'check' });
    assert.deepEqual(told, [['check', 'form']]);
  });

  test('asks one question at a time, and of those that come meanwhile the last', async () => {
    const asked = [];
    const done = [];
    const open = [];
    const put = (question) => {
      asked.push(question);
      return new Promise((resolve) => open.push(() => resolve(question)));
    };
    const ask = latest(put, (value) => done.push(value), assert.fail);
    for (const question of [1, 2, 3]) ask(question);
    open[0]();
    await new Promise(setImmediate);
    open[1]();
    await new Promise(setImmediate);
    assert.deepEqual([asked, done], [[1, 3], [3]]);
  });
});

describe('what was pasted', () => {
  test('is told from its first characters', () => {
    const kinds = {
      empty: ['', ' \n'],
      json: ['{', '\uFEFF{"a": 1}', '[1]', '{tracker_type: x}', '"a"'],
      request: [
        'curl https://cts',
        '$ curl \\\n -X PUT x',
        'POST /v3/p/tracker\n\n{}',
        '# one\n@p = 1\nGET https://cts/v3/{{p}}/trackers',
        '### a\nPUT /v3/x/tracker HTTP/1.1\n\n{}',
      ],
      response: ['HTTP/1.1 400 Bad Request\n\n{}', 'HTTP/2 201\n\n{}'],
      code: ['CTS.0231', ' cts.0007\n', 'APIGW.0101'],
      terraform: ['resource "huaweicloud_cts_tracker" "t" {\n  bucket_name = "x"\n}', 'provider "x" {}', 'bucket_name = "audit"'],
      yaml: ['---\na: 1', 'tracker_type: system\ntracker_name: system', '# c\n- a: 1', 'obs_info:\n  bucket_name: x'],
      other: ['hello', 'the tracker is broken'],
    };
    for (const [kind, texts] of Object.entries(kinds)) for (const text of texts) assert.equal(recognise(text), kind, JSON.stringify(text));
  });

  test('as the answer of a server is its body', () => {
    const answer = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request\r\nX-Request-Id: 1\r\n\r\n{"error_code":\r\n\r\n"CTS.0231"}';
    assert.equal(readResponse(answer).status, '400');
    assert.deepEqual(JSON.parse(readResponse(answer).body), { error_code: 'CTS.0231' });
  });

  test('as a curl command is read as a shell reads it', () => {
    const bodies = {
      single: `curl -X PUT 'https://cts/v3/p/tracker' -d '{"a": "b"}'`,
      double: 'curl --request PUT --url https://cts/v3/p/tracker --data-raw "{\\"a\\": \\"b\\"}"',
      ansi: `curl -XPUT https://cts/v3/p/tracker --data $'{"a": "\\x62"}'`.replace('\\x62', 'b'),
      heredoc: `TOKEN=x\ncurl -X PUT "https://cts/v3/p/tracker" \\\n  -H "X-Auth-Token: $TOKEN" \\\n  --data-binary @- <<'JSON'\n{"a": "b"}\nJSON\n`,
      json: `curl -X PUT https://cts/v3/p/tracker --json '{"a": "b"}' -o out.json -sS`,
      equals: `# comment\ncurl --request=PUT --data='{"a": "b"}' https://cts/v3/p/tracker`,
    };
    for (const [name, text] of Object.entries(bodies)) {
      const [request, ...others] = readRequests(text);
      assert.equal(others.length, 0, name);
      assert.equal(request.method, 'PUT', name);
      assert.equal(request.url, 'https://cts/v3/p/tracker', name);
      assert.deepEqual(JSON.parse(request.body), { a: 'b' }, name);
    }
    assert.equal(readRequests('curl https://cts/v3/p/trackers')[0].method, 'GET');
    assert.equal(readRequests("curl https://cts -d '{}'")[0].method, 'POST');
    assert.deepEqual(readRequests("curl 'unclosed").length, 1);
  });

  test('as an .http file has its requests, variables and bodies', () => {
    const text =
      '@host = https://cts.eu-de.otc.t-systems.com\n### create\nPOST {{host}}/v3/{{project}}/tracker\nX-Auth-Token: {{token}}\n\n{"a": 1}\n\n> {% client.log(1) %}\n### delete\nDELETE {{host}}/v3/x/trackers\n    ?tracker_name=system\n';
    const [create, remove] = readRequests(text);
    assert.deepEqual(create, {
      method: 'POST',
      url: 'https://cts.eu-de.otc.t-systems.com/v3/{{project}}/tracker',
      body: '{"a": 1}\n',
      dropped: ['X-Auth-Token'],
    });
    assert.equal(remove.url, 'https://cts.eu-de.otc.t-systems.com/v3/x/trackers?tracker_name=system');
  });

  test('as a request tells its document, cloud and project', () => {
    const of = (method, url, preferred = 'otc') => target({ method, url, body: '', dropped: [] }, documents(), preferred);
    assert.deepEqual(of('PUT', 'https://cts.eu-de.otc.t-systems.com/v3/0123/tracker'), {
      document: 'v3-update-request',
      provider: 'otc',
      projectId: '0123',
      deletesAll: false,
    });
    assert.equal(of('POST', 'https://cts.cn-north-4.myhuaweicloud.com/v3/p/tracker').document, 'huawei-v3-create-request');
    assert.equal(of('POST', '{{endpoint}}/v3/{{project_id}}/tracker', 'huawei').document, 'huawei-v3-create-request');
    assert.equal(of('POST', '/v1.0/$PROJECT_ID/tracker').document, 'v1-create-request');
    assert.equal(of('PUT', '/v1.0/p/tracker/system').document, 'v1-update-request');
    assert.equal(of('PATCH', '/v3/p/tracker').document, null);
    assert.equal(of('DELETE', '/v3/p/trackers').deletesAll, true);
    assert.equal(of('DELETE', '/v3/p/trackers?tracker_name=system').deletesAll, false);
    assert.equal(of('POST', '/v3/{project_id}/tracker').projectId, null);
  });

  test('goes away as a command that gives the same body back', () => {
    for (const info of documents().filter(({ kind }) => kind === 'request')) {
      for (const form of [curl, http]) {
        const [request] = readRequests(form(info, '{\n  "a": "it\'s $HOME"\n}\n'));
        assert.equal(request.method, endpoint(info).method);
        assert.equal(
          target({ ...request, url: request.url.replace('$CTS_ENDPOINT', 'https://cts') }, documents(), info.provider ?? 'otc').document,
          info.name,
        );
        assert.deepEqual(JSON.parse(request.body), { a: "it's $HOME" });
      }
    }
  });
});

describe('the samples', () => {
  test('are what they are called', () => {
    const of = (name) => check(SAMPLES[name].text);
    const errors = (name) => of(name).findings.filter(({ severity }) => severity === 'error').length;
    assert.deepEqual([of('v3').document, of('v3').findings], ['v3-create-request', []]);
    assert.deepEqual([of('lts').document, of('lts').findings], ['v3-create-request', []]);
    assert.deepEqual([of('update').document, of('update').findings], ['v3-update-request', []]);
    assert.deepEqual([of('answer').document, of('answer').findings], ['v3-create-response', []]);
    assert.deepEqual([of('error').document, of('error').findings], ['error-response', []]);
    assert.deepEqual([of('published').document, errors('published')], ['v1-create-request', 2]);
    assert.ok(errors('terraform') >= 4);
    assert.equal(readRequests(SAMPLES.curl.text).length, 1);
  });

  test('of Terraform can be put right with buttons alone', () => {
    let { text } = SAMPLES.terraform;
    for (let step = 0; step < 10; step += 1) {
      const finding = check(text, 'v3').findings.find((found) => found.fix !== undefined || remedy(found, text) !== null);
      if (finding === undefined) break;
      text = finding.fix === undefined ? remedy(finding, text).text : applyFix(text, finding);
    }
    assert.deepEqual(check(text, 'v3').findings, []);
    assert.equal(JSON.parse(text).obs_info.bucket_name, 'audit-prod');
  });
});

describe('edits by pointer', () => {
  const text = '{\n  // ours\n  "tracker_type": "system",\n  "x": [1, 2], /* kept */\n  "obs_info": {"bucket_name": "a"}\n}\n';

  test('leave everything else as it is', () => {
    const next = withValue(text, '/obs_info/bucket_name', 'audit', []);
    assert.equal(next, text.replace('"a"', '"audit"'));
    assert.equal(valueAt(read(next), '/obs_info/bucket_name'), 'audit');
  });

  test('put a new member at its place in the reference', () => {
    const order = ['tracker_type', 'tracker_name', 'x', 'obs_info'];
    const next = withValue(text, '/tracker_name', 'system', order);
    assert.match(next, /"tracker_type": "system",\s+"tracker_name": "system",\s+"x": \[1, 2\], \/\* kept \*\//);
  });

  test('make the objects that are missing', () => {
    assert.deepEqual(JSON.parse(withValue('{}', '/obs_info/bucket_name', 'x')), { obs_info: { bucket_name: 'x' } });
  });

  test('want a text that can be read', () => {
    for (const broken of ['', '{', '[]', '1', "{'a': 1}", '{"a": }', '{"a": {"b": 1, "b": 2}}']) assert.equal(read(broken), null, broken);
    assert.equal(formatted('{"a":1, // c\n"b":[1]}'), '{\n  "a": 1, // c\n  "b": [\n    1\n  ]\n}\n');
    assert.equal(formatted('{"a": '), null);
  });

  test('are found from both ends', () => {
    for (const [old, next] of [
      ['abc', 'axc'],
      ['', 'a'],
      ['aa', 'aaa'],
      ['aaa', 'a'],
      ['same', 'same'],
      ['x😀y', 'x😁y'],
    ]) {
      const { from, to, insert } = difference(old, next);
      assert.equal(old.slice(0, from) + insert + old.slice(to), next);
    }
  });
});

describe('the form', () => {
  const text = (value) => read(JSON.stringify(value));

  test('has each field of each request once', () => {
    for (const { name } of documents().filter(({ kind }) => kind === 'request')) {
      const of = fields(name);
      const shown = groups(of).flatMap((group) => [...(group.object ? [group.object] : []), ...group.fields]);
      const always = of.fields.filter((one) => only(one, of) !== null);
      assert.deepEqual([...shown, ...always].map(({ path }) => path).toSorted(), of.fields.map(({ path }) => path).toSorted(), name);
    }
  });

  test('shows what can have one value only, and asks for it elsewhere', () => {
    const names = (of) => of.fields.filter((one) => only(one, of) !== null).map(({ path }) => path);
    assert.deepEqual(names(v3), ['/tracker_type', '/tracker_name']);
    assert.deepEqual(names(huawei), []);
  });

  test('requires what a switch makes no sense without, and the checker agrees', () => {
    const on = switched(v3, field(v3, '/obs_info'), true, text({ tracker_type: 'system', tracker_name: 'system' }));
    assert.deepEqual(JSON.parse(on).obs_info, { bucket_name: '' });
    assert.ok(isNeeded(v3, field(v3, '/obs_info/bucket_name'), read(on)));
    assert.ok(check(on, 'v3').findings.some(({ path, severity }) => path === '/obs_info/bucket_name' && severity === 'error'));
  });

  test('gives back what was switched off', () => {
    const before = text({ obs_info: { bucket_name: 'audit', mine: 1 } });
    const kept = valueAt(before, '/obs_info');
    const off = switched(v3, field(v3, '/obs_info'), false, before);
    assert.deepEqual(JSON.parse(off), {});
    assert.deepEqual(JSON.parse(switched(v3, field(v3, '/obs_info'), true, read(off), kept)), {
      obs_info: { bucket_name: 'audit', mine: 1 },
    });
  });

  test('leaves out what is emptied, but for what is required', () => {
    const now = text({ bucket_name: 'a', file_prefix_name: 'b' });
    assert.deepEqual(JSON.parse(filledIn(v1, field(v1, '/file_prefix_name'), '', now)), { bucket_name: 'a' });
    assert.deepEqual(JSON.parse(filledIn(v1, field(v1, '/bucket_name'), '', now)), { bucket_name: '', file_prefix_name: 'b' });
    assert.deepEqual(JSON.parse(filledIn(v1, field(v1, '/is_obs_created'), false, now)).is_obs_created, false);
  });

  test('asks for a key while encryption is on, and shows one that is there', () => {
    const key = field(v1, '/kms_id');
    assert.equal(isAsked(v1, key, text({})), false);
    assert.equal(isAsked(v1, key, text({ is_support_trace_files_encryption: true })), true);
    assert.equal(isNeeded(v1, key, text({ is_support_trace_files_encryption: true })), true);
    assert.equal(isAsked(v1, key, text({ kms_id: 'x' })), true);
  });

  test('sends a number as a number, and what is none as it was typed', () => {
    assert.deepEqual(['30', '-1', '', '1e3', 'x', '3.5'].map(numberOf), [30, -1, '', '1e3', 'x', '3.5']);
  });
});

describe('remedies', () => {
  const after = (text, rule, as = 'v3') => {
    const finding = check(text, as).findings.find((found) => found.rule === rule);
    const found = remedy(finding, text);
    return found === null ? null : [found.kind, JSON.parse(found.text)];
  };

  test('do what a help with one meaning says', () => {
    const base = '"tracker_type": "system", "tracker_name": "system"';
    const plain = { tracker_type: 'system', tracker_name: 'system' };
    assert.deepEqual(after(`{${base}, "bucket_name": "abc", "obs_info": {"bucket_name": "abd"}}`, 'misplaced-field'), [
      'leaveOut',
      { ...plain, obs_info: { bucket_name: 'abd' } },
    ]);
    assert.deepEqual(after(`{${base}, "file_prefix": "a", "obs_info": {"bucket_name": "abd"}}`, 'unknown-field'), [
      'move',
      { ...plain, obs_info: { bucket_name: 'abd', file_prefix_name: 'a' } },
    ]);
    assert.deepEqual(after(`{${base}, "wholly_unknown": 1}`, 'unknown-field'), ['leaveOut', plain]);
    assert.deepEqual(after('{"bucket_name": "abc", "smn": {}}', 'retired-field', 'v1'), ['leaveOut', { bucket_name: 'abc' }]);
  });

  test('leave to people what has several meanings, and to the checker what it can fix', () => {
    assert.equal(after('{"bucket_name": "abc", "kms_id": "x"}', 'kms-id-without-encryption', 'v1'), null);
    assert.equal(after('{"tracker_type": "system", "tracker_nmae": "system"}', 'unknown-field'), null);
    assert.equal(after('{"tracker_type": "system", "tracker_name": "system", "bucket_name": "abc"}', 'misplaced-field'), null);
    assert.equal(after('{"tracker_type": "system", "tracker_type": "system"}', 'duplicate-field'), null);
  });
});

describe('the report', () => {
  test('has errors first, each kind in the order of the text', () => {
    const { findings } = check(
      '{"tracker_type": "system", "id": "1", "obs_info": {"is_obs_created": true}, "tracker_nmae": "system"}',
      'v3',
    );
    const order = sorted(findings).map(({ severity }) => severity);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
    );
    assert.deepEqual(count(findings), { error: 2, warning: 1, info: order.filter((severity) => severity === 'info').length });
  });

  test('is asked for the part that is seen', () => {
    const text = `{"tracker_type": "system", ${Array.from({ length: 500 }, (_, index) => `"a${index}": 1`).join(', ')}}`;
    const { findings } = check(text, 'v3');
    const from = text.indexOf('"a200"');
    const seen = within(findings, { from, to: from + 100 }, 100);
    assert.ok(seen.length > 3 && seen.length < 20);
    assert.equal(seen[0].path, '/a200');
    assert.equal(within(findings, { from: 0, to: text.length }, 100).length, 100);
  });

  test('keeps what did not change', () => {
    const of = (text) => check(text, 'v3').findings;
    const old = of('{"tracker_type": "system", "a_b": 1, "tracker_nmae": "system"}');
    const next = reused(old, of('{"tracker_type": "system", "a_b": 1, "tracker_nmae":  "system"}'));
    assert.equal(
      next.find(({ path }) => path === '/a_b'),
      old.find(({ path }) => path === '/a_b'),
    );
    assert.deepEqual(next, of('{"tracker_type": "system", "a_b": 1, "tracker_nmae":  "system"}'));
  });

  test('says "can be sent" only when nothing speaks against it', () => {
    const of = (kind, counts, document = 'v3-create-request', text = '{}') =>
      judge({ document, kind, counts: { error: 0, warning: 0, info: 0, ...counts } }, text);
    assert.deepEqual(of('request', {}), { tone: 'ok', verdict: 'send' });
    assert.deepEqual(of('request', { info: 1 }), { tone: 'ok', verdict: 'send' });
    assert.deepEqual(of('request', { warning: 1 }), { tone: 'warning', verdict: 'sendButLook' });
    assert.deepEqual(of('request', { error: 1, warning: 1 }), { tone: 'error', verdict: 'refused' });
    assert.deepEqual(of('response', {}), { tone: 'ok', verdict: 'answer' });
    assert.deepEqual(of('error', {}), { tone: 'plain', verdict: 'error' });
    assert.deepEqual(of(null, { error: 1 }, null), { tone: 'error', verdict: 'unknown' });
    assert.deepEqual(of('request', {}, null, ' '), { tone: 'plain', verdict: 'empty' });
  });
});

test('every text of the page is there in every language, and no sentence is the same in two', () => {
  const flat = (texts, path = '') =>
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'object'
        ? flat(text, `${path}${name}.`)
        : [[`${path}${name}`, typeof text === 'function' ? String(text(2, 3, 4)) : text]],
    );
  const english = new Map(flat(en));
  for (const [language, texts] of Object.entries({ de, zh })) {
    const other = flat(texts);
    assert.deepEqual(other.map(([name]) => name).toSorted(), [...english.keys()].toSorted(), language);
    for (const [name, text] of other) {
      assert.notEqual(text, '', name);
      if (name !== 'version' && !name.startsWith('clouds.') && english.get(name).includes(' '))
        assert.notEqual(text, english.get(name), `${language} ${name}`);
    }
  }
});

test('what is there before the scripts of the page knows its languages', () => {
  const start = readFileSync(new URL('../public/start.js', import.meta.url), 'utf8');
  const styles = readFileSync(new URL('../src/styles.css', import.meta.url), 'utf8');
  for (const name of LOCALE_NAMES) {
    assert.ok(start.includes(`'${name}'`), name);
    assert.ok(styles.includes(`html:lang(${name}) .shell [lang]:not([lang="${LOCALES[name].tag}"])`), name);
  }
});
