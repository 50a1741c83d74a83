import type { RawRecord } from '../../resources/values.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { readIntegration, visible } from './integration.ts';
import { applyExceptions, type Outcome } from './lint.ts';
import type { Scope } from './report.ts';
import { violationsOf } from './rule.ts';
import { staticRules } from './static-rules.ts';

/**
 * Checks a definition alone, as Zapier does when a version is validated or built. Fields that
 * functions make are not in it, so that an exception about one may find nothing to apply to.
 */
export function checkDefinition(definition: RawRecord): { outcome: Outcome; scope: Scope } {
  const integration = readIntegration(definition);
  const rules = staticRules();
  return {
    outcome: applyExceptions(violationsOf(rules, integration), EXCEPTIONS),
    scope: { ruleIds: rules.map(({ id }) => id), operations: visible(integration).length },
  };
}
