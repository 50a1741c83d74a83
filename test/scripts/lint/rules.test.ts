import { beforeAll, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { runCommand } from '../../../scripts/lib/command.ts';
import { ROOT } from '../../../scripts/lib/project.ts';
import { TYPES_TOO } from '../../../scripts/verify/checks.ts';
import { lintProject, type Finding } from './oxlint.ts';
import { TYPED_FAULTS } from './typed-faults.ts';
import {
  COMMON_FAULTS,
  FURTHER_FAULTS,
  JAVASCRIPT_FAULTS,
  TYPESCRIPT_FAULTS,
} from './untyped-faults.ts';

/**
 * Prints the rules that ESLint recommends, and those that typescript-eslint's strictest settings turn on
 * besides: with types and without.
 */
const PRINT_RULES = `
  import eslint from '@eslint/js';
  import tseslint from 'typescript-eslint';
  const { strict, stylistic, strictTypeChecked, stylisticTypeChecked, disableTypeChecked } = tseslint.configs;
  const merged = (...configs) => Object.assign({}, ...configs.map(({ rules }) => rules));
  const { rules: recommended } = eslint.configs.recommended;
  const strictRules = merged(...strict, ...stylistic);
  const typedRules = merged(...strictTypeChecked, ...stylisticTypeChecked);
  const state = (rules, name) => rules[name] === undefined ? '' : [rules[name]].flat()[0];
  const on = (rules, names = Object.keys(rules)) =>
    names.filter((name) => !['', 'off', 0].includes(state(rules, name)));
  const isOff = (name) => state(strictRules, name) === 'off';
  console.log(JSON.stringify({
    common: on(recommended).filter((name) => !isOff(name)),
    javascript: on(recommended).filter(isOff),
    typescript: on(strictRules),
    typed: on(typedRules, Object.keys(disableTypeChecked.rules)),
  }));
`;

/**
 * What the project does without: two are a matter of taste here, and the last one, which oxlint does not
 * have, took half of the whole lint and found nothing.
 */
const TURNED_OFF = [
  'dot-notation',
  'prefer-nullish-coalescing',
  'no-unsafe-class-instance-assignment',
];

/** What no module may hold at all, so that it cannot even be parsed. */
const UNPARSABLE = [
  'no-delete-var',
  'no-dupe-args',
  'no-nonoctal-decimal-escape',
  'no-octal',
  'no-with',
];

/** Refused by TypeScript's compiler. */
const COMPILED = ['no-octal'];

async function rules(): Promise<Record<string, string[]>> {
  const { output } = await runCommand(
    process.execPath,
    ['--input-type=module', '--eval', PRINT_RULES],
    { cwd: ROOT },
  );
  return Object.fromEntries(
    Object.entries(toRecord(JSON.parse(output))).map(([kind, names]) => [
      kind,
      toList(names)
        .map((name) => String(name).replace('@typescript-eslint/', ''))
        .filter((name) => !TURNED_OFF.includes(name))
        .sort(),
    ]),
  );
}

const named = (faults: Readonly<Record<string, string>>): string[] => Object.keys(faults).sort();

test('a fault is planted for every rule that is recommended or strict', async () => {
  const { common, javascript, typescript, typed } = await rules();
  expect({
    common: named(COMMON_FAULTS),
    javascript: named(JAVASCRIPT_FAULTS),
    typescript: named(TYPESCRIPT_FAULTS),
    typed: named(TYPED_FAULTS),
  }).toEqual({ common, javascript, typescript, typed });
});

const RELAY = "import '../relay/server.ts';";
const TEST = "import '../test/support/app.ts';";
const LIMIT = "test('a', work, 5); beforeAll(work, 5); test.each([1])('a', work, 5);";
const OWN = 'console.log(`/contacts/${id}`); z.dehydrate(work);';

/** What is planted where, and the rules of the place that find it. */
const PLACES: [string, string, string[]][] = [
  ['root.ts', OWN, ['no-console', 'path-by-tag', 'hydrators-only']],
  ['lib/a.ts', `${RELAY} ${TEST}`, ['no-restricted-imports', 'no-restricted-imports']],
  ['lib/b.ts', OWN, ['no-console', 'path-by-tag', 'hydrators-only']],
  ['resources/a.ts', OWN, ['no-console', 'hydrators-only']],
  ['relay/a.ts', `import '../lib/a.ts'; ${OWN}`, ['no-restricted-imports', 'no-console']],
  [
    'sandbox/a.ts',
    `${RELAY} import '../../lib/a.ts';`,
    ['no-restricted-imports', 'no-restricted-imports'],
  ],
  [
    'local/a.ts',
    "import '../resources/values.ts'; import '../lib/a.ts';",
    ['no-restricted-imports'],
  ],
  [
    'scripts/a.ts',
    `import '../local/index.ts'; import '../local/zip.ts'; ${TEST}`,
    ['no-restricted-imports', 'no-restricted-imports'],
  ],
  ['bench/relay/a.ts', "import '../../test/relay/a.ts';", []],
  [
    'workbench/page/a.ts',
    "import '../api/a.ts'; import '../server/a.ts';",
    ['no-restricted-imports'],
  ],
  [
    'test/a.test.ts',
    `import '../local/zip.ts'; ${LIMIT}`,
    ['no-restricted-imports', 'no-own-limit', 'no-own-limit', 'no-own-limit'],
  ],
];

const OF_PLACES = [
  'no-console',
  'no-restricted-imports',
  'hydrators-only',
  'no-own-limit',
  'path-by-tag',
];

/** Where each rule's fault is planted. */
const JAVASCRIPT = Object.entries({ ...COMMON_FAULTS, ...JAVASCRIPT_FAULTS });
const TYPESCRIPT = Object.entries({
  ...COMMON_FAULTS,
  ...TYPESCRIPT_FAULTS,
  ...FURTHER_FAULTS,
}).filter(([rule]) => !COMPILED.includes(rule));
const TYPED = Object.entries(TYPED_FAULTS);

/** All faults, by the paths of the files that they are planted in. */
const PLANTED: [path: string, code: string][] = [
  ...JAVASCRIPT.map(([rule, code]): [string, string] => [
    `${rule}.mjs`,
    `/* global send */\n${code}`,
  ]),
  ...TYPESCRIPT.map(([rule, code]): [string, string] => [
    `${rule}.ts`,
    `${code}\ndeclare const send: any;`,
  ]),
  ...TYPED.map(([rule, code]): [string, string] => [`${rule}.ts`, code]),
  ['a.ts', 'export const a: number = "1";'],
  ['b.ts', 'export const b = missing;'],
  ...PLACES.map(([path, code]): [string, string] => [path, code]),
];

let found: readonly Finding[] = [];
beforeAll(async () => {
  found = await lintProject(Object.fromEntries(PLANTED), TYPES_TOO);
});

const foundIn = (path: string): string[] =>
  found
    .filter(({ file }) => file === path)
    .map(({ rule, message }) => (rule === '' ? `unparsable: ${message}` : rule));

test('oxlint fails on each of them, by the rule it is planted for', () => {
  const wanted = (path: string, rule: string): [string, unknown] => {
    const isUnparsable = path.endsWith('.mjs') && UNPARSABLE.includes(rule);
    const pattern = isUnparsable ? /^unparsable: / : new RegExp(`^[a-z]+\\(${rule}\\)$`);
    return [path, expect.arrayContaining([expect.stringMatching(pattern)])];
  };
  const planted = [
    ...JAVASCRIPT.map(([rule]) => wanted(`${rule}.mjs`, rule)),
    ...[...TYPESCRIPT, ...TYPED].map(([rule]) => wanted(`${rule}.ts`, rule)),
  ];
  expect(Object.fromEntries(planted.map(([path]) => [path, foundIn(path)]))).toEqual(
    Object.fromEntries(planted),
  );
});

test('what the compiler refuses is found where the types are asked for', () => {
  expect(foundIn('a.ts')).toContain('typescript(TS2322)');
  expect(foundIn('b.ts')).toContain('typescript(TS2304)');
});

test('each part has the rules of its place', () => {
  const rulesIn = (path: string) =>
    foundIn(path)
      .map((rule) => rule.replace(/^.*\((.*)\)$/, '$1'))
      .filter((rule) => OF_PLACES.includes(rule));
  expect(PLACES.map(([path]) => [path, rulesIn(path).sort()])).toEqual(
    PLACES.map(([path, , rules]) => [path, rules.toSorted()]),
  );
});
