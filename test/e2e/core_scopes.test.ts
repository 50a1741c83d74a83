import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { AREAS } from '../../areas.ts';
import { scopeOf } from '../../lib/connection/endpoint_scopes.ts';
import { requiredScopes } from '../../lib/connection/scopes.ts';
import type { LocalZapier, PackagedApp } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import {
  hasDynamicDropdown,
  inputFieldsOf,
  readFields,
  readIntegration,
  visible,
  type Operation,
} from '../../scripts/check/integration.ts';
import { FEW_RECORDS, FOUND_NOTHING, runAll } from '../../scripts/check/live/runs.ts';
import type { LiveRun } from '../../scripts/check/rules/live.ts';
import { EACH_VISIBLE } from '../support/operations.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const CORE = requiredScopes('Location');

/** How a step names the permission that it lacks, and what to do about it. */
const NAMED =
  /This step needs the HighLevel permission "[A-Z][\w -]+" \((\S+)\), which this connection does not have\. Reconnect HighLevel in Zapier and allow it\./;
/** The same of an endpoint for which HighLevel's specification lists no scope. */
const LIKELY =
  /HighLevel accepts this connection, but does not allow this step\. It may lack the permission "[A-Z][\w -]+" \((\S+)\)\. /;

let zapier: LocalZapier;
let execute: PackagedApp['execute'];
/** A connection that granted what a sign-in needs, and no more. */
let core: Record<string, string>;
/** What runs with that connection; the rest, such as an event in HighLevel, has all permissions. */
let ofCore = (_method: string): boolean => false;
const runs = new Map<string, LiveRun & { requests: RawRecord[] }>();
let operations: Operation[];

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
  const tokens = await zapier.sandbox.post('/tokens', {
    locationId: zapier.authData['locationId'],
    scopes: CORE,
  });
  core = Object.fromEntries(
    Object.keys(zapier.authData).map((key) => [key, toText(tokens[key]) ?? '']),
  );
  execute = zapier.app.execute.bind(zapier.app);
  zapier.app.execute = (execution) => {
    const { bundle, method } = execution;
    if (!bundle?.authData || !ofCore(method)) return execute(execution);
    return execute({ ...execution, bundle: { ...bundle, authData: core } });
  };
  operations = visible(readIntegration(await zapier.app.definition()));
  for (const operation of operations) {
    const isOwn = new RegExp(`^(${operation.path}\\.operation\\.perform|hydrators\\.)`);
    ofCore = (method) => isOwn.test(method);
    const [run] = await runAll([operation], zapier, FEW_RECORDS);
    if (!run) throw new Error(`${operation.path} did not run.`);
    const requests = await zapier.sandbox.list('/requests');
    runs.set(operation.path, { ...run, requests });
  }
});

afterAll(() => {
  zapier.app.execute = execute;
});

function runOf(path: string) {
  const run = runs.get(path);
  if (!run) throw new Error(`${path} is not in the package.`);
  return run;
}

/** The scopes that an operation's failures name; undefined for a failure that names none. */
function scopesNamed({ error, tries }: LiveRun): (string | undefined)[] {
  const outcomes = [
    ...tries.map(({ outcome }) => outcome),
    ...(error === undefined ? [] : [error]),
  ];
  return outcomes
    .filter((outcome) => outcome !== FOUND_NOTHING)
    .map((outcome) => (NAMED.exec(outcome) ?? LIKELY.exec(outcome))?.[1]);
}

describe.each(EACH_VISIBLE)('With the permissions of a sign-in alone, %s', (path) => {
  test('works, or names the permission that it lacks', () => {
    const run = runOf(path);
    const named = scopesNamed(run).filter((scope) => scope !== undefined);
    expect(named.filter((scope) => CORE.includes(scope))).toEqual([]);
    const isFine = run.results.length > 0 || named.length > 0;
    expect(isFine ? [] : [run.error, ...run.tries]).toEqual([]);
  });
});

/** The dynamic lists of an operation's form, which it opens. */
async function listsOf(path: string): Promise<string[]> {
  const operation = operations.find((one) => one.path === path);
  if (!operation) throw new Error(`${path} is not in the package.`);
  const form = readFields(await zapier.inputFields(path));
  await zapier.app.outputFields(path, { authData: zapier.authData });
  const lists = [...inputFieldsOf(operation), ...form].filter(hasDynamicDropdown);
  return [...new Set(lists.map(({ key }) => key))];
}

/** Those of the lists that have no entry. */
async function emptyOf(path: string, lists: readonly string[]): Promise<string[]> {
  const empty: string[] = [];
  for (const key of lists) {
    if ((await zapier.choices(path, key)).results.length === 0) empty.push(key);
  }
  return empty;
}

test.each(EACH_VISIBLE)(
  'The form of %s opens, and a list has entries or says what it needs',
  async (path) => {
    ofCore = () => true;
    const empty = await emptyOf(path, await listsOf(path));
    ofCore = () => false;
    // Such as the tasks of a contact that is not chosen yet.
    expect(await emptyOf(path, empty)).toEqual(empty);
  },
);

test('HighLevel is not asked for what its specification denies to the connection', () => {
  const refused = [...runs.values()]
    .flatMap(({ requests }) => requests)
    .filter(({ status }) => status === 401)
    .filter(({ method, path }) => scopeOf(String(method), String(path))?.isDocumented);
  expect(refused).toEqual([]);
});

/** Files of contacts go through HighLevel's forms, and live chat has a scope of its own. */
test('Most of what is about contacts, conversations and messages needs no more', () => {
  const failed = [AREAS.contacts, AREAS.conversations, AREAS.messages, AREAS.calls, AREAS.notes]
    .flatMap((area) => [
      ...Object.keys(area.triggers).map((key) => `triggers.${key}`),
      ...Object.keys(area.searches).map((key) => `searches.${key}`),
      ...Object.keys(area.creates).map((key) => `creates.${key}`),
    ])
    .filter((path) => runs.get(path)?.results.length === 0);
  expect(failed).toEqual(['creates.upload_file_to_contact', 'creates.show_typing']);
});
