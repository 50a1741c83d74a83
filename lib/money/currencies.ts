import { fixedChoices, type Choice } from '../operations/choices.ts';

/** ISO 4217 codes of the currencies in use, with their English names. */
function currencies(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((id) => ({ id, name: `${names.of(id) ?? id} (${id})` }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

export const currencyField = {
  key: 'currency',
  label: 'Currency',
  type: 'string',
  choices: fixedChoices(currencies),
  helpText: 'Choose a currency, or map its code, such as `USD`.',
} as const;
