import { toText } from '../../resources/values.ts';
import { readDateField } from './dates.ts';

/** The transforms of Formatter by Zapier that recipes use, as its editor names them. */
export type FormatterTransform = keyof typeof TRANSFORMS;

interface Transform {
  /** The event that is chosen first. */
  event: 'Text' | 'Utilities' | 'Date / Time';
  /** The labels of its fields, by key. */
  labels: Record<string, string>;
  run: (inputs: Readonly<Record<string, unknown>>) => string;
}

/** What its editor asks, and what its step gives as `output`. */
export const TRANSFORMS = {
  'Pick From List': {
    event: 'Utilities',
    labels: { inputs: 'Input', operation: 'Operation' },
    run: ({ inputs, operation }) => {
      const values = Array.isArray(inputs) ? inputs.map((one) => toText(one) ?? '') : [];
      return values.filter(Boolean).at(operation === 'Choose Last' ? -1 : 0) ?? '';
    },
  },
  'Default Value': {
    event: 'Text',
    labels: { inputs: 'Input', default_value: 'Default Value' },
    run: ({ inputs, default_value }) => toText(inputs) ?? toText(default_value) ?? '',
  },
  'Extract Email Address': {
    event: 'Text',
    labels: { inputs: 'Input' },
    run: ({ inputs }) => /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(toText(inputs) ?? '')?.[0] ?? '',
  },
  'Split Text': {
    event: 'Text',
    labels: { inputs: 'Input', separator: 'Separator', segment_index: 'Segment Index' },
    run: ({ inputs, separator, segment_index }) => {
      const segments = (toText(inputs) ?? '').split(toText(separator) ?? ' ');
      return (segments.at(segment_index === 'Last' ? -1 : 0) ?? '').trim();
    },
  },
  'Add/Subtract Time': {
    event: 'Date / Time',
    labels: { inputs: 'Input', expression: 'Expression', to_format: 'To Format' },
    run: ({ inputs, expression }) => {
      const [, sign = '', amount, unit = ''] =
        /^([+-])\s*(\d+)\s*(week|day|hour|minute|second)s?$/.exec(toText(expression) ?? '') ?? [];
      return readDateField(`${toText(inputs) ?? ''} ${sign}${amount ?? ''}${unit.charAt(0)}`);
    },
  },
} as const satisfies Record<string, Transform>;
