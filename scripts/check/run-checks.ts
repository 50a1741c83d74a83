import { chosenAreas, usesPrivateToken } from '../../lib/connection/environment.ts';
import { LocalZapier } from '../../local/index.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { formsOf } from './forms.ts';
import {
  readIntegration,
  visible,
  type Form,
  type Integration,
  type Operation,
} from './integration.ts';
import { applyExceptions, type Outcome } from './lint.ts';
import { choicesOf, openForms } from './live/inputs.ts';
import { ONE_RESULT, runAll, runFurther } from './live/runs.ts';
import { readReleased } from './released.ts';
import type { Scope } from './report.ts';
import { violationsOf, type Violation } from './rule.ts';
import { changeFrom, compatibilityRules } from './rules/compatibility.ts';
import { emptyValues, liveRules, someValue } from './rules/live.ts';
import { staticRules } from './static-rules.ts';

/** What came of a check, and what was checked. */
export interface CheckResult {
  outcome: Outcome;
  scope: Scope;
  integration: Integration;
}

/**
 * Checks build/build.zip: its definition with every state of its forms, against the released
 * version, and what each operation returns when it runs against the local HighLevel.
 */
export async function runChecks(): Promise<CheckResult> {
  const zapier = await LocalZapier.start({ relay: !usesPrivateToken(), requestLog: false });
  try {
    return await checkPackage(zapier);
  } finally {
    await zapier.close();
  }
}

/** The same on a Zapier that runs the package, with a relay unless its version needs none. */
export function checkPackage(zapier: LocalZapier): Promise<CheckResult> {
  return check(
    zapier,
    () => true,
    // What no step of such a version fills, one that it lacks may.
    lacksOperations() ? liveRules : [...liveRules, someValue],
  );
}

/** Whether this version is not the whole integration: for one's own use, or of some areas. */
function lacksOperations(): boolean {
  return usesPrivateToken() || Boolean(chosenAreas()?.trim());
}

/**
 * What the same checks find of one operation, run as its sources are.
 *
 * @param path such as `creates.send_message`
 * @param relay whether it is an instant trigger
 */
export async function checkOperation(path: string, relay: boolean): Promise<Violation[]> {
  const zapier = await LocalZapier.start({ relay, fromSource: true, requestLog: false });
  try {
    const { outcome } = await check(zapier, (operation) => operation.path === path);
    return outcome.violations.filter(({ operation }) => operation === path);
  } finally {
    await zapier.close();
  }
}

/**
 * @param isChosen the operations whose forms are opened, and which are run
 * @param rulesOfRuns the rules for what they return
 */
async function check(
  zapier: LocalZapier,
  isChosen: (operation: Operation) => boolean,
  rulesOfRuns = liveRules,
): Promise<CheckResult> {
  const forms = openForms(zapier);
  const integration = await readPackaged(zapier, isChosen, forms);
  const rules = staticRules();
  // What is public is the version that signs in: nobody's Zap moves from it to one's own.
  const released = usesPrivateToken() ? undefined : readReleased();
  const first = await runAll(visible(integration).filter(isChosen), zapier, ONE_RESULT, forms);
  const runs = await runFurther(first, zapier, (now) => emptyValues(now, rulesOfRuns), forms);
  const violations = [
    ...violationsOf(rules, integration),
    ...(released ? violationsOf(compatibilityRules, changeFrom(released, integration)) : []),
    ...violationsOf(rulesOfRuns, runs),
  ];
  const all: { id: string }[] = [...rules, ...compatibilityRules, ...rulesOfRuns];
  const ruleIds = all.map(({ id }) => id);
  return {
    // Exceptions may be about operations that this version lacks: none of them is stale for it.
    outcome: applyExceptions(violations, EXCEPTIONS, new Set(lacksOperations() ? [] : ruleIds)),
    scope: { ruleIds, operations: visible(integration).length },
    integration,
  };
}

/** The packaged connector's definition, with every state of the forms of chosen operations. */
export async function readPackaged(
  zapier: LocalZapier,
  isChosen: (operation: Operation) => boolean = () => true,
  opened = openForms(zapier),
): Promise<Integration> {
  const definition = await zapier.app.definition();
  const { operations } = readIntegration(definition);
  const forms = new Map<string, Form[]>();
  for (const operation of operations.filter(isChosen)) {
    const states = await formsOf(operation, {
      fields: opened(operation),
      choices: (field) => choicesOf(zapier, operation, field),
    });
    forms.set(operation.path, states);
  }
  return readIntegration(definition, forms);
}
