import { customFieldsOf } from '../locations/index.ts';

/** The custom fields of opportunities, as inputs and outputs of steps. */
export const { inputs: customFieldInputs, withOutputs: withCustomFields } =
  customFieldsOf('opportunity');
