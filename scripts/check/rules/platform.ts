import { toText } from '../../../resources/values.ts';
import type { Integration } from '../integration.ts';
import type { Finding, Rule } from '../rule.ts';

const pairs: Rule<Integration> = {
  id: 'D015',
  title: 'A search that may create names a search and an action that exist',
  check: ({ searchOrCreates, operations }) =>
    searchOrCreates.flatMap(({ path, key, raw }): Finding[] => {
      const kinds = { search: 'searches', create: 'creates', update: 'creates' };
      const missing = Object.entries(kinds).flatMap(([name, kind]) => {
        const target = toText(raw[name]);
        if (target === null && name === 'update') return [];
        return operations.some((one) => one.path === `${kind}.${String(target)}`)
          ? []
          : [`Its ${name} "${String(target)}" does not exist.`];
      });
      const isAlike = toText(raw['search']) === key;
      const messages = isAlike ? missing : [...missing, 'Its key is not the key of its search.'];
      return messages.map((message) => ({ operation: path, message }));
    }),
};

/**
 * @param latest the newest release that is known: CLI and core appear together under one number, so
 * the installed CLI tells it without asking anybody
 */
export function latestCore(latest: string): Rule<Integration> {
  return {
    id: 'D027',
    title: 'The integration runs on the latest zapier-platform-core',
    check: ({ platformVersion }) =>
      platformVersion === latest
        ? []
        : [
            {
              operation: 'app',
              message: `It runs on zapier-platform-core ${platformVersion}; the CLI is ${latest}.`,
            },
          ],
  };
}

const rawInputs: Rule<Integration> = {
  id: 'D028',
  title: 'Zapier leaves the inputs as people gave them',
  check: ({ flags }) =>
    flags['cleanInputData'] === false
      ? []
      : [
          {
            operation: 'app',
            message: 'Set flags.cleanInputData to false: Zapier then hands over blank values too.',
          },
        ],
};

export const platformRules = [pairs, rawInputs];
