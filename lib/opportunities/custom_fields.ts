import { customFieldsOf } from '../locations/custom_field_form.ts';

/** Where the items of triggers have them: in what is fetched when it is used. */
export const CUSTOM_PART = { key: 'details', label: 'Opportunity' } as const;

/** The custom fields of opportunities, as inputs and outputs of steps. */
export const { inputs: customFieldInputs, withOutputs: withCustomFields } =
  customFieldsOf('opportunity');
