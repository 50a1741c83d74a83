import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

import explainedAssertion from './scripts/lint/explained-assertion.mjs';
import hydratorsOnly from './scripts/lint/hydrators-only.mjs';
import pathByTag from './scripts/lint/path-by-tag.mjs';

/** What makes requests. */
const REQUESTING = [
  '*.ts',
  'lib/**/*.ts',
  'triggers/**/*.ts',
  'searches/**/*.ts',
  'creates/**/*.ts',
];

const CONNECTOR = [...REQUESTING, 'resources/**/*.ts'];

function forbidImports(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** Connector, relay and sandbox meet over HTTP only. */
const overHttp = (folder) => ({
  group: [`**/${folder}/**`],
  message: `This part meets ${folder}/ over HTTP only.`,
});

/** A test or hook with a limit of its own, which a busy machine breaks. */
const TEST_LIMITS = [
  'CallExpression[callee.name=/^(test|it)$/][arguments.length>2]',
  'CallExpression[callee.name=/^(before|after)(All|Each)$/][arguments.length>1]',
  'CallExpression[callee.callee.property.name="each"][arguments.length>2]',
].map((selector) => ({ selector, message: 'jest.config.mjs has the limit of all tests.' }));

/** What watches a start needs nothing of the rest, and the relay's tests need nothing else. */
const LOCAL_INDEX_ONLY = {
  group: ['**/local/**', '!**/local/index.ts', '!**/local/start-watch.ts'],
  message: "Import from local/index.ts: the folder's other files are its own.",
};

const TOOLS = {
  group: ['**/local/**', '**/scripts/**', '**/recipes/**', '**/bench/**', '**/test/**'],
  message: 'What ships does not import what it is built, run and tested with.',
};

const NO_TESTS = {
  group: ['**/test/**'],
  message: 'test/ is for tests alone: what others use as well belongs into local/.',
};

/** The page knows the server by the types in api/ alone. */
const OUTSIDE_PAGE = {
  group: ['**/server/**', '**/local/**', '**/scripts/**', '**/resources/**'],
  message: 'The page meets the server over HTTP: what both know stands in workbench/api/.',
};

const OUTSIDE_LOCAL = {
  group: ['../**', '!../resources', '!../resources/values.ts'],
  message:
    'local/ runs the package, not the source. Of the rest it reads resources/values.ts alone.',
};

// The rules that need types run in oxlint (.oxlintrc.json), in a fraction of the time.
export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'build/', '**/dist/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    plugins: {
      project: {
        rules: {
          'explained-assertion': explainedAssertion,
          'hydrators-only': hydratorsOnly,
          'path-by-tag': pathByTag,
        },
      },
    },
    rules: {
      'project/explained-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['workbench/page/**/*.{ts,tsx}'],
    rules: forbidImports(OUTSIDE_PAGE),
  },
  {
    files: REQUESTING,
    ignores: ['lib/http/path.ts'],
    rules: { 'project/path-by-tag': 'error' },
  },
  {
    files: CONNECTOR,
    rules: {
      'no-console': 'error',
      'project/hydrators-only': 'error',
      ...forbidImports(overHttp('relay'), overHttp('sandbox'), TOOLS),
    },
  },
  {
    // It hands on the function that its caller gave, which is checked there.
    files: ['lib/connection/access.ts'],
    rules: { 'project/hydrators-only': 'off' },
  },
  {
    files: ['relay/**/*.ts'],
    rules: {
      'no-console': 'error',
      ...forbidImports(overHttp('lib'), overHttp('resources'), overHttp('sandbox'), TOOLS),
    },
  },
  {
    files: ['sandbox/**/*.ts'],
    rules: forbidImports(overHttp('../lib'), overHttp('resources'), overHttp('relay'), TOOLS),
  },
  { files: ['local/**/*.ts'], rules: forbidImports(OUTSIDE_LOCAL) },
  {
    files: [
      'scripts/**/*.{ts,mjs}',
      'recipes/**/*.ts',
      'bench/**/*.{ts,mjs}',
      'workbench/server/**/*.ts',
    ],
    ignores: ['bench/relay/**'],
    rules: forbidImports(LOCAL_INDEX_ONLY, NO_TESTS),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      ...forbidImports(LOCAL_INDEX_ONLY),
      'no-restricted-syntax': ['error', ...TEST_LIMITS],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
