import { createRequire } from 'node:module';

import { describe, expect, test } from '@jest/globals';
import core from 'zapier-platform-core';

import entry from '../../entry.ts';
import { createEventHandler, showOneOperationPerEvent } from '../../lib/handler.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { App } from '../support/app.ts';
import { EACH_OPERATION } from '../support/operations.ts';

type Handler = (event: unknown, ...rest: unknown[]) => unknown;
type CreateHandler = (app: unknown) => Handler;

const require = createRequire(import.meta.url);
const SOURCES = 'zapier-platform-core/src/tools';

// Core's source comes without types; it takes an app and returns its handler.
const createCoreHandler = require(`${SOURCES}/create-lambda-handler`) as CreateHandler;
// The same; this function returns the app as core works with it.
const { prepareApp } = require(`${SOURCES}/schema`) as { prepareApp: (app: unknown) => RawRecord };

const KINDS = ['triggers', 'searches', 'creates'];

/** A handler that answers with what core is shown for an event, and all that core was given. */
function watched(app: object) {
  const given: unknown[] = [];
  const handle = createEventHandler((part) => {
    given.push(part);
    return () => part;
  }, app);
  return { handle, given };
}

function execute(method: unknown, more: RawRecord = {}) {
  return { command: 'execute', method, bundle: {}, ...more };
}

/** Everything below a value, by its path as Zapier writes it in the method of an event. */
function partsOf(value: unknown, path: string): [path: string, part: unknown][] {
  const entries = Array.isArray(value) || isRecord(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, part]: [string, unknown]): [string, unknown][] => [
    [`${path}.${key}`, part],
    ...partsOf(part, `${path}.${key}`),
  ]);
}

function at(app: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce(
      (part: unknown, key) => (Array.isArray(part) ? part[Number(key)] : toRecord(part)[key]),
      app,
    );
}

function operationsIn(app: unknown): string[] {
  return KINDS.flatMap((kind) =>
    Object.keys(toRecord(toRecord(app)[kind])).map((key) => `${kind}.${key}`),
  );
}

/** An app with what this connector has not, or not yet. */
const example = {
  version: '1.0.0',
  platformVersion: core.version,
  hydrators: { text: () => 'Text' },
  creates: {
    wait: {
      key: 'wait',
      noun: 'Wait',
      display: { label: 'Wait', description: 'Waits for a call.' },
      operation: {
        perform: (z: { generateCallbackUrl(): string }) => ({ id: z.generateCallbackUrl() }),
        performResume: (_z: unknown, { cleanedRequest, outputData }: RawRecord) => ({
          ...toRecord(outputData),
          ...toRecord(cleanedRequest),
        }),
      },
    },
    fail: {
      key: 'fail',
      noun: 'Failure',
      display: { label: 'Fail', description: 'Fails.' },
      operation: {
        perform: () => {
          throw new Error('It failed.');
        },
      },
    },
    point: {
      key: 'point',
      noun: 'Pointer',
      display: { label: 'Point', description: 'Gives a pointer.' },
      operation: {
        perform: (z: { dehydrate(method: unknown, inputData: object): string }) => ({
          id: z.dehydrate(example.hydrators.text, { id: '1' }),
        }),
      },
    },
  },
};

describe.each(EACH_OPERATION)('For %s, core', (path, { operation }) => {
  const { handle, given } = watched(App);
  const parts = partsOf(operation, `${path}.operation`);

  test('finds everything that the operation has', () => {
    expect(parts.filter(([method, part]) => at(handle(execute(method)), method) !== part)).toEqual(
      [],
    );
  });

  test('is shown no other operation, by a handler of each part that is made once', () => {
    const shown = new Set(parts.map(([method]) => handle(execute(method))));
    const names = Object.keys(operation);
    expect([...shown].map(operationsIn)).toEqual(names.map(() => [path]));
    expect(given.filter((part) => operationsIn(part).includes(path)).length).toBe(names.length + 1);
  });

  test('is shown no fields and no sample where it runs the operation', () => {
    const shown = at(handle(execute(`${path}.operation.perform`)), `${path}.operation`);
    const { outputFields, ...rest } = toRecord(shown);
    expect(rest).not.toHaveProperty('inputFields');
    expect(rest).not.toHaveProperty('sample');
    expect(outputFields).toEqual(
      toList(toRecord(operation)['outputFields']).filter((field) => toRecord(field)['primary']),
    );
  });
});

describe('For a sign-in or a hydrator, core', () => {
  const { hydrators, authentication } = App;
  const parts = [...partsOf(authentication, 'authentication'), ...partsOf(hydrators, 'hydrators')];

  test('finds all that there is, and is shown no operation', () => {
    const { handle } = watched(App);
    expect(parts.filter(([method, part]) => at(handle(execute(method)), method) !== part)).toEqual(
      [],
    );
    const shown = new Set(parts.map(([method]) => handle(execute(method))));
    expect([...shown].map(operationsIn)).toEqual([[]]);
  });
});

describe('Core', () => {
  test('is shown the operation that was named, though another is the same object', () => {
    const { wait } = example.creates;
    const { handle } = watched({ creates: { one: wait, other: wait } });
    for (const path of ['creates.one', 'creates.other']) {
      expect(operationsIn(handle(execute(`${path}.operation.perform`)))).toEqual([path]);
    }
  });

  test.each<[string, object, string]>([
    ['a step', App, 'creates.send_message.operation.perform'],
    ['a hydrator', App, 'hydrators.email'],
    ['an app that does not name all kinds', example, 'creates.wait.operation.perform'],
  ])('looks for hydrators first, and has all else that the app has: %s', (_name, app, method) => {
    const shown = prepareApp(watched(app).handle(execute(method)));
    expect(Object.keys(shown).at(-1)).toBe('hydrators');
    const { triggers, searches, creates, searchOrCreates, ...common } = prepareApp(app);
    const kinds = Object.keys({ triggers, searches, creates, searchOrCreates });
    expect(Object.keys(shown).sort()).toEqual([...Object.keys(common), ...kinds].sort());
    expect(shown).toMatchObject(common);
  });

  test.each<[string, unknown]>([
    ['no event', undefined],
    ['the definition', { command: 'definition' }],
    ['a validation', { command: 'validate', method: 'authentication.test' }],
    ['no command', { method: 'authentication.test' }],
    ['an unknown command', { command: 'dance', method: 'authentication.test' }],
    ['no method', execute(undefined)],
    ['a method that is no text', execute(['authentication.test'])],
    ['an unknown kind', execute('resources.contact.list.operation.perform')],
    ['an unknown operation', execute('creates.nothing.operation.perform')],
    ['a key that every object has', execute('creates.constructor.operation.perform')],
    ['no part of an operation', execute('creates.send_message.operation')],
    ['a path in brackets', execute("creates['send_message'].operation.perform")],
    ['a path that only contains one', execute('x.creates.send_message.operation.perform')],
    ['a find or create', execute('searchOrCreates.find_contact.display')],
    ...[{}, '1234', [null, {}], ['1234', {}], [{}, {}]].flatMap((appRawOverride) =>
      ['authentication.test', 'creates.send_message.operation.perform'].map(
        (method): [string, unknown] => [
          `the override ${JSON.stringify(appRawOverride)} of ${method}`,
          execute(method, { appRawOverride }),
        ],
      ),
    ),
  ])('is shown the whole app for %s', (_name, event) => {
    expect(watched(App).handle(event)).toBe(App);
  });
});

const WAIT = execute('creates.wait.operation.perform', {
  callback_url: 'https://hooks.example.com/1',
});
const POINT = execute('creates.point.operation.perform');
const FAIL = execute('creates.fail.operation.perform');

describe('A handler of one operation per event', () => {
  const handle = createEventHandler(createCoreHandler, example);

  test.each([
    ['a step that waits', WAIT],
    [
      'a step that goes on',
      execute('creates.wait.operation.performResume', {
        bundle: { outputData: { id: '1' }, cleanedRequest: { status: 'paid' } },
      }),
    ],
    ['a pointer', POINT],
    ['what it points to', execute('hydrators.text')],
  ])('answers as core does: %s', async (_name, event) => {
    const answer = await handle(event);
    expect(answer).toEqual(await createCoreHandler(example)(event));
    expect(answer).not.toMatchObject({ results: undefined });
  });

  test('fails as core does', async () => {
    await expect(handle(FAIL)).rejects.toThrow('It failed.');
    await expect(handle(FAIL)).rejects.toMatchObject({ name: 'Error' });
  });

  test('returns a promise to a caller without a callback, and calls one that is there', async () => {
    expect(handle.length).toBeLessThan(3);
    const called = await new Promise((resolve) => {
      handle(POINT, {}, (...answer: unknown[]) => {
        resolve(answer);
      });
    });
    expect(called).toEqual([null, await handle(POINT)]);
  });
});

describe('The entry', () => {
  // Its own types leave the function out.
  const { createAppHandler } = core as unknown as { createAppHandler: CreateHandler };

  test('exports the app', () => {
    expect(entry).toBe(App);
  });

  test('gives the definition byte for byte as core does without it', async () => {
    const event = { command: 'definition', bundle: {} };
    const [ours, theirs] = [createAppHandler(App), createCoreHandler(App)].map((handle) =>
      handle(event),
    );
    expect(JSON.stringify(await ours)).toBe(JSON.stringify(await theirs));
  });
});

describe('Another core', () => {
  const create: CreateHandler = (app) => () => app;

  test('has handlers of this app show one operation, and leaves those of others alone', () => {
    const other = { createAppHandler: create };
    showOneOperationPerEvent(other, example);
    const app = { ...example };
    expect(operationsIn(other.createAppHandler(example)(FAIL))).toEqual(['creates.fail']);
    expect(other.createAppHandler(app)(FAIL)).toBe(app);
    expect(other.createAppHandler('dist/index.js')(FAIL)).toBe('dist/index.js');
  });

  test("shows middleware that was added until then, as Zapier's command line adds some", () => {
    const other = { createAppHandler: create };
    const app: RawRecord = { ...example };
    showOneOperationPerEvent(other, app);
    app['beforeRequest'] = [() => undefined];
    const { beforeRequest } = toRecord(other.createAppHandler(app)(FAIL));
    expect(beforeRequest).toBe(app['beforeRequest']);
  });

  test.each([
    ['that lets nothing be changed', Object.freeze({ createAppHandler: create })],
    ['that has no such function', {}],
    ['that has no default export', undefined],
  ])('%s runs the app as any other', (_name, other) => {
    const before = { ...other };
    showOneOperationPerEvent(other, example);
    expect({ ...other }).toEqual(before);
  });
});
