import type { ChoiceSource } from './choices.ts';

/** IANA time zones, which need no request. */
export const timezoneChoices: ChoiceSource = () =>
  Promise.resolve({
    choices: Intl.supportedValuesOf('timeZone').map((id) => ({
      id,
      name: id.replaceAll('_', ' '),
    })),
  });
