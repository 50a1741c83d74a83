import type { RawRecord } from '../../resources/values.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { readIntegration, visible, type Form } from './integration.ts';
import { applyExceptions, type Outcome } from './lint.ts';
import type { Scope } from './report.ts';
import { violationsOf } from './rule.ts';
import { staticRules } from './static-rules.ts';

/**
 * Checks a definition alone, as Zapier does when a version is validated or built. Fields that
 * functions make are not in it, so that an exception about one may find nothing to apply to.
 *
 * @param forms the states of the forms by operation path, where their functions were run
 */
export function checkDefinition(
  definition: RawRecord,
  forms?: ReadonlyMap<string, Form[]>,
): { outcome: Outcome; scope: Scope } {
  const integration = readIntegration(definition, forms);
  const rules = staticRules();
  return {
    outcome: applyExceptions(violationsOf(rules, integration), EXCEPTIONS),
    scope: { ruleIds: rules.map(({ id }) => id), operations: visible(integration).length },
  };
}
