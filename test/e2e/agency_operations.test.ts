import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { LocalZapier, LogLine } from '../../local/index.ts';
import type { RawRecord } from '../../resources/values.ts';
import { readIntegration, visible, type Operation } from '../../scripts/check/integration.ts';
import { FEW_RECORDS, runAll } from '../../scripts/check/live/runs.ts';
import type { LiveRun } from '../../scripts/check/rules/live.ts';
import { AgencyZapier } from '../support/agency_zapier.ts';
import { OPERATIONS } from '../support/operations.ts';

/** HighLevel's tokens, and those of the sandbox, are JSON Web Tokens. */
const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\./;

/** What an agency asks with its own token. */
const OF_THE_AGENCY = /^\/oauth\/(installedLocations|locationToken)$/;

/** Operations that ask for the agency's sub-accounts, or for what is no business of a sub-account. */
const OF_A_WHOLE_CONNECTION = ['searches.find_sub_account', 'searches.find_sub_accounts'];

interface AgencyRun extends LiveRun {
  requests: RawRecord[];
  log: LogLine[];
}

let agency: AgencyZapier;
let operations: Operation[];
const runs = new Map<string, AgencyRun>();

beforeAll(async () => {
  agency = await AgencyZapier.share({ relay: true });
  const { zapier } = agency;
  readFormsOnce(zapier);
  const extent = { ...FEW_RECORDS, inputs: { sub_account: agency.subAccount } };
  operations = visible(readIntegration(await zapier.app.definition()));
  for (const operation of operations) {
    const { outcome, log } = await zapier.app.record(() => runAll([operation], zapier, extent));
    const [run] = outcome.status === 'fulfilled' ? outcome.value : [];
    if (!run) throw new Error(`${operation.path} did not run.`);
    const requests = await zapier.sandbox.list('/requests');
    runs.set(operation.path, { ...run, requests, log });
  }
});

afterAll(() => {
  agency.giveBack();
});

/** The forms are the same before and after the editor has filled in the sub-account. */
function readFormsOnce({ app }: LocalZapier): void {
  const forms = new Map<string, Promise<unknown>>();
  const execute = app.execute.bind(app);
  app.execute = (execution) => {
    const { bundle, method } = execution;
    if (!method.endsWith('.operation.inputFields')) return execute(execution);
    const inputData = { sub_account: agency.subAccount, ...bundle?.inputData };
    const name = JSON.stringify([method, bundle?.authData, inputData]);
    const form = forms.get(name) ?? execute(execution);
    forms.set(name, form);
    return form;
  };
}

const EACH = OPERATIONS.filter(({ hidden }) => !hidden).map(({ kind, key }) => [`${kind}.${key}`]);

describe.each(EACH)("An agency's %s", (path) => {
  const runOf = (): AgencyRun => {
    const run = runs.get(path);
    if (!run) throw new Error(`${path} is not in the package.`);
    return run;
  };

  test('runs, and gives what it does in a sub-account', () => {
    const { error, results, tries } = runOf();
    expect(error).toBeUndefined();
    // What was tried says why nothing came.
    expect(results.length > 0 ? [] : tries).toEqual([]);
  });

  test('touches no sub-account but the one that it names', () => {
    const touched = runOf()
      .requests.filter(({ path: asked }) => !OF_THE_AGENCY.test(String(asked)))
      .filter(({ authorized }) => authorized === true)
      .map(({ subAccount }) => subAccount);
    const own = OF_A_WHOLE_CONNECTION.includes(path) ? null : agency.subAccount;
    expect([...new Set(touched)]).toEqual(touched.length > 0 ? [own] : []);
  });

  test('leaves no token in the log', () => {
    const { log, error = '', tries } = runOf();
    expect(log).not.toEqual([]);
    expect(
      [JSON.stringify(log), error, JSON.stringify(tries)].filter((text) => TOKEN.test(text)),
    ).toEqual([]);
  });
});

test('The definition has nothing else for agencies: Sub-Account is its first field', async () => {
  const { app } = agency.zapier;
  for (const { path } of operations) {
    const [ofAgency] = await app.inputFields(path, { authData: agency.zapier.authData });
    // Without a token of its own, no agency takes this connection's place.
    const ofSubAccount = await app
      .inputFields(path, { authData: { locationId: 'one' } })
      .catch(() => []);
    const expected = OF_A_WHOLE_CONNECTION.includes(path) ? 'name' : 'sub_account';
    expect([path, ofAgency?.['key']]).toEqual([path, expected]);
    expect([path, ofSubAccount.map(({ key }) => key)]).toEqual([
      path,
      expect.not.arrayContaining(['sub_account']),
    ]);
  }
});
