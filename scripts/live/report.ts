import { differencesOf } from './shapes.ts';
import type { Reading } from './reading.ts';

/** What a live reading showed, as a page; and whether HighLevel answers as this integration expects. */
export interface LiveReport {
  isAsExpected: boolean;
  text: string;
}

/**
 * Where an account's answers differ from the sandbox's, by endpoint. It quotes keys and kinds of value,
 * and nothing that stands in the account.
 *
 * @param expected the same of the sandbox
 */
export function reportOn(actual: Reading, expected: Reading): LiveReport {
  const differing = [...actual.answers]
    .map(([endpoint, { shape, failures }]) => {
      const known = expected.answers.get(endpoint);
      return [
        endpoint,
        [
          ...(known ? differencesOf(shape, known.shape) : []).map(
            ({ place, problem }) => `\`${place === '' ? 'the answer' : place}\` ${problem}`,
          ),
          ...[...failures]
            .filter((status) => !known?.failures.has(status))
            .map((status) => `answered with status ${status}`),
        ],
      ] as const;
    })
    .filter(([, lines]) => lines.length > 0);
  const failed = [...actual.outcomes].filter(
    ([what, outcome]) => outcome.startsWith('failed') && expected.outcomes.get(what) !== outcome,
  );
  const notAsked = [...expected.answers.keys()].filter((endpoint) => !actual.answers.has(endpoint));
  const notFound = [...actual.outcomes].filter(
    ([what, outcome]) =>
      outcome === 'found nothing' && expected.outcomes.get(what) === 'found something',
  );
  const refused = [...new Set(actual.refused)];
  const sections: [string, readonly string[]][] = [
    ...differing.map(([endpoint, lines]): [string, readonly string[]] => [
      `\`${endpoint}\``,
      lines,
    ]),
    ['Failed here, and not in the sandbox', failed.map(([what, outcome]) => `${what}: ${outcome}`)],
    ['Refused, because it would change something', refused],
    ['Not compared: the account has no such records', notFound.map(([what]) => what)],
    ['Not compared: never asked', notAsked],
  ];
  const isAsExpected = differing.length + failed.length + refused.length === 0;
  const intro = `${actual.outcomes.size} triggers, searches and lists were read, ${actual.answers.size} endpoints answered. ${
    isAsExpected
      ? 'All of them answer as the sandbox does.'
      : 'Some answer in another way than the sandbox does.'
  }`;
  const parts = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`);
  return {
    isAsExpected,
    text: `${['# Live answers', intro, ...parts].join('\n\n')}\n`,
  };
}
