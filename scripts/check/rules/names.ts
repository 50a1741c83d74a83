import { operationsOf, visible, type Integration } from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';
import { titleCase } from '../text.ts';
import { APP_NAMES } from '../vocabulary.ts';

/** What names and describes an operation; a search that may create counts as one. */
interface Named {
  path: string;
  label: string;
  description: string;
  noun?: string;
}

function named(integration: Integration): Named[] {
  return [...visible(integration), ...integration.searchOrCreates];
}

/**
 * A rule about single operations: a message for each that breaks it.
 *
 * @param message what is wrong with an operation, beside the labels of all of them
 */
function namesRule(
  id: string,
  title: string,
  operations: (integration: Integration) => Named[],
  message: (operation: Named, labels: readonly string[]) => string | undefined,
): Rule<Integration> {
  return {
    id,
    title,
    check: (integration) => {
      // Some names begin with the whole of another.
      const labels = named(integration)
        .map(({ label }) => label)
        .toSorted((one, other) => other.length - one.length);
      return operations(integration).flatMap((operation): Finding[] => {
        const said = message(operation, labels);
        return said === undefined ? [] : [{ operation: operation.path, message: said }];
      });
    },
  };
}

const labelCase = namesRule('D018', 'Labels are in title case', named, ({ label }) => {
  const right = titleCase(label);
  return right === label ? undefined : `The label "${label}" would be "${right}" in title case.`;
});

const triggersWhen = namesRule(
  'D021',
  'The description of a trigger reads "Triggers when ... ."',
  (integration) => operationsOf(integration, 'triggers'),
  ({ description }) =>
    description.startsWith('Triggers when ') && description.endsWith('.')
      ? undefined
      : `The description must begin with "Triggers when " and end with a full stop: "${description}"`,
);

const findLabel = namesRule(
  'find-label',
  'A search is called "Find ..."',
  (integration) => operationsOf(integration, 'searches'),
  ({ label }) =>
    label.startsWith('Find ') ? undefined : `The label "${label}" does not begin with "Find".`,
);

const findsDescription = namesRule(
  'finds-description',
  'The description of a search reads "Finds ... ."',
  (integration) => [...operationsOf(integration, 'searches'), ...integration.searchOrCreates],
  ({ description }) =>
    description.startsWith('Finds ') && description.endsWith('.')
      ? undefined
      : `The description must begin with "Finds " and end with a full stop: "${description}"`,
);

const thirdPerson = namesRule(
  'third-person',
  'The description of an action says what it does: "Creates ... ."',
  (integration) => operationsOf(integration, 'creates'),
  ({ description }) =>
    /^(?!This\b|Has\b|Is\b|Was\b)[A-Z][a-z]+s\b/.test(description) && description.endsWith('.')
      ? undefined
      : `The description must begin with a verb such as "Creates" and end with a full stop: "${description}"`,
);

const withoutAppName = namesRule(
  'description-without-app-name',
  'Labels and descriptions leave out the name of the app',
  named,
  ({ label, description }) => {
    const text = [label, description].find((one) =>
      APP_NAMES.some((name) => new RegExp(`\\b${name}\\b`, 'i').test(one)),
    );
    return text === undefined ? undefined : `"${text}" names the app.`;
  },
);

const nounCase = namesRule(
  'description-noun-case',
  'Descriptions do not capitalize the noun',
  visible,
  ({ description, noun = '' }, labels) => {
    const isName = noun === noun.toUpperCase() || /[a-z][A-Z]/.test(noun);
    if (noun === '' || isName) return undefined;
    // A noun may open the sentence; anywhere else it is an ordinary word, but in an operation's name.
    const words = labels.reduce((text, label) => text.replaceAll(label, '...'), description);
    const found = new RegExp(`(?<=\\S\\s)${noun}s?\\b`).exec(words)?.[0];
    return found === undefined ? undefined : `The description capitalizes "${found}".`;
  },
);

const SINGULAR = /(?:ss|us|is|ics|[A-Z]S)$/;

const noun = namesRule('noun', 'The noun is one thing', visible, ({ noun = '' }) => {
  if (noun === '') return 'It has no noun.';
  return /s$/i.test(noun) && !SINGULAR.test(noun) ? `The noun "${noun}" is a plural.` : undefined;
});

/** The label of a field in which a person chooses the change that a trigger is for. */
const CHOICE_OF_CHANGE = 'What Changed';

const specificTrigger = namesRule(
  'specific-trigger',
  'A trigger for changes says which change',
  (integration) =>
    operationsOf(integration, 'triggers').filter(
      ({ staticFields }) => !staticFields.some(({ label }) => label === CHOICE_OF_CHANGE),
    ),
  ({ label, noun = '' }) =>
    [`Updated ${noun}`, `${noun} Updated`].includes(label)
      ? `"${label}" fires on any change. Offer the change that people wait for, or a choice of it in a field "${CHOICE_OF_CHANGE}".`
      : undefined,
);

export const nameRules = [
  labelCase,
  triggersWhen,
  findLabel,
  findsDescription,
  thirdPerson,
  withoutAppName,
  nounCase,
  noun,
  specificTrigger,
];
