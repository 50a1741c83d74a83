import { fileURLToPath } from 'node:url';

import { defineConfig, type DummyRuleMap } from 'oxlint';

/** What makes requests. */
const REQUESTING = [
  './*.ts',
  'lib/**/*.ts',
  'triggers/**/*.ts',
  'searches/**/*.ts',
  'creates/**/*.ts',
];

const CONNECTOR = [...REQUESTING, 'resources/**/*.ts'];

function forbidImports(...patterns: object[]): DummyRuleMap {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** Connector, relay and sandbox meet over HTTP only. */
const overHttp = (folder: string) => ({
  group: [`**/${folder}/**`],
  message: `This part meets ${folder}/ over HTTP only.`,
});

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

const errors = (...names: string[]): DummyRuleMap =>
  Object.fromEntries(names.map((name) => [name, 'error']));

/** @eslint/js's recommended rules, but for those that the compiler checks. */
const RECOMMENDED = errors(
  'for-direction',
  'no-async-promise-executor',
  'no-case-declarations',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-delete-var',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-empty-static-block',
  'no-ex-assign',
  'no-extra-boolean-cast',
  'no-fallthrough',
  'no-global-assign',
  'no-invalid-regexp',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-nonoctal-decimal-escape',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-self-assign',
  'no-shadow-restricted-names',
  'no-sparse-arrays',
  'no-unassigned-vars',
  'no-unexpected-multiline',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-unused-labels',
  'no-unused-private-class-members',
  'no-useless-assignment',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'preserve-caught-error',
  'require-yield',
  'use-isnan',
  'valid-typeof',
);

/** The compiler checks these in TypeScript. */
const UNCOMPILED = errors(
  'constructor-super',
  'getter-return',
  'no-class-assign',
  'no-const-assign',
  'no-dupe-class-members',
  'no-dupe-keys',
  'no-func-assign',
  'no-import-assign',
  'no-new-native-nonconstructor',
  'no-obj-calls',
  'no-redeclare',
  'no-setter-return',
  'no-this-before-super',
  'no-undef',
  'no-unreachable',
  'no-unsafe-negation',
  'no-unused-vars',
  'no-with',
);

/** typescript-eslint's strict and stylistic rules that need no types. */
const STRICT = errors(
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'typescript/ban-ts-comment',
  'no-array-constructor',
  'typescript/no-duplicate-enum-values',
  'typescript/no-dynamic-delete',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extra-non-null-assertion',
  'typescript/no-extraneous-class',
  'typescript/no-invalid-void-type',
  'typescript/no-misused-new',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-nullish-coalescing',
  'typescript/no-non-null-asserted-optional-chain',
  'typescript/no-non-null-assertion',
  'typescript/no-require-imports',
  'typescript/no-this-alias',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-declaration-merging',
  'typescript/no-unsafe-function-type',
  'no-unused-expressions',
  'no-useless-constructor',
  'typescript/no-wrapper-object-types',
  'typescript/prefer-as-const',
  'typescript/prefer-literal-enum-member',
  'typescript/prefer-namespace-keyword',
  'typescript/triple-slash-reference',
  'typescript/unified-signatures',
  'typescript/adjacent-overload-signatures',
  'typescript/array-type',
  'typescript/ban-tslint-comment',
  'typescript/class-literal-property-style',
  'typescript/consistent-generic-constructors',
  'typescript/consistent-indexed-object-style',
  'typescript/consistent-type-assertions',
  'typescript/consistent-type-definitions',
  'typescript/no-confusing-non-null-assertion',
  'no-empty-function',
  'typescript/no-inferrable-types',
  'typescript/prefer-for-of',
  'typescript/prefer-function-type',
);

/** Those that need types. */
const TYPED = errors(
  'typescript/await-thenable',
  'typescript/no-array-delete',
  'typescript/no-base-to-string',
  'typescript/no-confusing-void-expression',
  'typescript/no-deprecated',
  'typescript/no-duplicate-type-constituents',
  'typescript/no-floating-promises',
  'typescript/no-for-in-array',
  'typescript/no-generated-empty-object-type',
  'typescript/no-implied-eval',
  'typescript/no-meaningless-void-operator',
  'typescript/no-misused-promises',
  'typescript/no-misused-spread',
  'typescript/no-mixed-enums',
  'typescript/no-redundant-type-constituents',
  'typescript/no-unnecessary-boolean-literal-compare',
  'typescript/no-unnecessary-condition',
  'typescript/no-unnecessary-template-expression',
  'typescript/no-unnecessary-type-arguments',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-conversion',
  'typescript/no-unnecessary-type-parameters',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-assignment',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/no-unsafe-unary-minus',
  'typescript/no-useless-default-assignment',
  'typescript/non-nullable-type-assertion-style',
  'typescript/only-throw-error',
  'typescript/prefer-find',
  'typescript/prefer-includes',
  'typescript/prefer-optional-chain',
  'typescript/prefer-promise-reject-errors',
  'typescript/prefer-reduce-type-parameter',
  'typescript/prefer-regexp-exec',
  'typescript/prefer-return-this-type',
  'typescript/prefer-string-starts-ends-with',
  'typescript/related-getter-setter-pairs',
  'typescript/require-await',
  'typescript/unbound-method',
  'typescript/use-unknown-in-catch-callback-variable',
);

/** test/scripts/lint/ plants a fault for every rule. */
export default defineConfig({
  plugins: ['typescript'],
  jsPlugins: [fileURLToPath(import.meta.resolve('./scripts/lint/project.mjs'))],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  ignorePatterns: ['**/node_modules/', '**/dist/', '**/build/', 'coverage/'],
  rules: {
    ...RECOMMENDED,
    'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  },
  overrides: [
    {
      files: ['**/*.{js,mjs}'],
      rules: UNCOMPILED,
      globals: {
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
    {
      files: ['**/*.ts', '**/*.tsx'],
      rules: {
        ...STRICT,
        ...TYPED,
        'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
        'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        eqeqeq: 'error',
        'project/explained-assertion': 'error',
      },
    },
    {
      files: ['workbench/page/**/*.{ts,tsx}'],
      rules: forbidImports(OUTSIDE_PAGE),
    },
    { files: REQUESTING, rules: { 'project/path-by-tag': 'error' } },
    { files: ['lib/http/path.ts'], rules: { 'project/path-by-tag': 'off' } },
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
      excludeFiles: ['bench/relay/**'],
      rules: forbidImports(LOCAL_INDEX_ONLY, NO_TESTS),
    },
    {
      files: ['test/**/*.ts'],
      rules: {
        ...forbidImports(LOCAL_INDEX_ONLY),
        'project/no-own-limit': 'error',
      },
    },
  ],
});
