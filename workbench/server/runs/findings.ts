import type { LocalZapier } from '../../../local/index.ts';
import { EXCEPTIONS } from '../../../scripts/check/exceptions.ts';
import { formsOf } from '../../../scripts/check/forms.ts';
import { readIntegration, type Operation } from '../../../scripts/check/integration.ts';
import { applyExceptions } from '../../../scripts/check/lint.ts';
import { choicesOf, openForm } from '../../../scripts/check/live/inputs.ts';
import { violationsOf } from '../../../scripts/check/rule.ts';
import { staticRules } from '../../../scripts/check/static-rules.ts';
import type { FindingView } from '../../api/run.ts';

/** What Zapier's integration checks say of one operation, with every state of its form. */
export async function findingsOf(forms: LocalZapier, operation: Operation): Promise<FindingView[]> {
  const states = await formsOf(operation, {
    fields: openForm(forms, operation),
    choices: (field) => choicesOf(forms, operation, field),
  });
  const integration = readIntegration(
    await forms.app.definition(),
    new Map([[operation.path, states]]),
  );
  const rules = staticRules();
  const { violations, excepted } = applyExceptions(violationsOf(rules, integration), EXCEPTIONS);
  const all = [
    ...violations.map((violation) => ({ violation, reason: '' })),
    ...excepted.map(({ violation, exception }) => ({ violation, reason: exception.reason })),
  ];
  return all
    .filter(({ violation }) => violation.operation === operation.path)
    .map(({ violation: { rule, field, message }, reason }) => ({
      rule,
      title: rules.find(({ id }) => id === rule)?.title ?? rule,
      field: field ?? '',
      message,
      reason,
    }));
}
