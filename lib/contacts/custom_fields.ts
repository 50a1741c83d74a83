import { customFieldsOf } from '../locations/custom_field_form.ts';

/** The custom fields of contacts, as inputs and outputs of steps. */
export const { inputs: customFieldInputs, withOutputs: withCustomFields } =
  customFieldsOf('contact');
