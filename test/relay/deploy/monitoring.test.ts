import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { findProgram } from '../support/debian-program.ts';
import { startHarness, type Harness } from '../support/harness.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';
import { makeTempFolder, removeFolder } from '../../../local/index.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DEPLOY = `${ROOT}relay/deploy`;
/** promtool is written in Go: memory is there, and collecting it takes a fifth of its time. */
const FEW_COLLECTIONS = { ...process.env, GOGC: '400' };

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

describe('what is watched', () => {
  let harness: Harness;
  let exposed: Set<string>;
  let labels: Set<string>;
  beforeAll(async () => {
    harness = await startHarness(makeLanePGlite);
    const { text } = await harness.admin('GET', '/metrics');
    const types = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
    exposed = new Set(
      types.flatMap(([, name = '', type]) =>
        type === 'histogram' ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
    labels = new Set([...text.matchAll(/(?:reason|result)="\w+"/g)].map(([label]) => label));
  });
  afterAll(() => harness.close());

  test.each([
    'relay/deploy/alerts.yml',
    'relay/deploy/alerts.test.yml',
    'relay/deploy/alerts-day.test.yml',
    'relay/deploy/grafana/relay.json',
    'docs/relay.md',
  ])('%s names metrics that /metrics has, and values that their labels have', (path) => {
    const text = read(path);
    const named = text.matchAll(/\b(?:relay|process|nodejs)_[a-z][a-z\d_]*\b(?!\*|\/)/g);
    // A prefix such as `process_*` is no name.
    const unknown = [...named].map(([name]) => name).filter((name) => !exposed.has(name));
    expect(unknown).toEqual([]);
    const valued = [...text.matchAll(/(reason|result)=~?"([\w|]+)"/g)].flatMap(
      ([, label = '', values = '']) => values.split('|').map((value) => `${label}="${value}"`),
    );
    expect(valued.filter((label) => !labels.has(label))).toEqual([]);
  });

  test('every metric of the relay is on the dashboard or in an alarm, and in the docs', () => {
    const own = [...exposed].filter((name) => /^relay_(?!.*_(bucket|count|sum)$)/.test(name));
    const watched = read('relay/deploy/alerts.yml') + read('relay/deploy/grafana/relay.json');
    expect(own.filter((name) => !watched.includes(name))).toEqual([]);
    expect(own.filter((name) => !read('docs/relay.md').includes(name))).toEqual([]);
  });

  test('docs/relay.md says what to do at each alarm, and names no other', () => {
    const alarms = [...read('relay/deploy/alerts.yml').matchAll(/alert: (\w+)/g)].map(
      ([, name]) => name,
    );
    const explained = [...read('docs/relay.md').matchAll(/^\| `(Relay\w+)`/gm)].map(
      ([, name]) => name,
    );
    expect(explained).toEqual(alarms);
  });
});

describe('by promtool', () => {
  let promtool: string | undefined;
  beforeAll(async () => {
    promtool = await findProgram('promtool', 'prometheus');
  });

  test.each([
    [['check', 'rules', 'alerts.yml']],
    [['test', 'rules', 'alerts.test.yml', 'alerts-day.test.yml']],
    [['check', 'config', '--syntax-only', 'prometheus.yml']],
  ])('%j', async (args) => {
    if (promtool === undefined) return;
    const { stdout } = await run(promtool, args, { cwd: DEPLOY, env: FEW_COLLECTIONS });
    expect(stdout).toMatch('SUCCESS');
  });

  test('the queries of the dashboard are some that Prometheus understands', async () => {
    if (promtool === undefined) return;
    const queries = [
      ...read('relay/deploy/grafana/relay.json').matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g),
    ];
    expect(queries.length).toBeGreaterThan(10);
    const rules = queries.map(([, query = ''], index) => {
      const text = query.replaceAll('$__rate_interval', '5m');
      return `      - record: panel:${index}\n        expr: "${text}"`;
    });
    const folder = makeTempFolder();
    const file = `${folder}/queries.yml`;
    writeFileSync(file, `groups:\n  - name: dashboard\n    rules:\n${rules.join('\n')}\n`);
    const { stdout } = await run(promtool, ['check', 'rules', file]);
    expect(stdout).toMatch(`SUCCESS: ${queries.length} rules found`);
    removeFolder(folder);
  });

  test('each alarm has a test where it sounds and one where it is quiet', () => {
    const alarms = [...read('relay/deploy/alerts.yml').matchAll(/alert: (\w+)/g)].map(
      ([, name]) => name,
    );
    const tests = read('relay/deploy/alerts.test.yml') + read('relay/deploy/alerts-day.test.yml');
    const tested = [...tests.matchAll(/- name: (.+)/g)].map(([, name]) => name);
    const wanted = alarms.flatMap((name = '') => [`${name} sounds`, `${name} is quiet`]);
    expect(tested.sort()).toEqual(wanted.sort());
  });
});
