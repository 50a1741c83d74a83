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

/** Connector, relay and sandbox meet over HTTP only. */
function noImportsFrom(...folders) {
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: folders.map((folder) => ({
          group: [`**/${folder}/**`],
          message: `This part meets ${folder}/ over HTTP only.`,
        })),
      },
    ],
  };
}

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'build/', '**/dist/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
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
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-console': 'off',
      eqeqeq: 'error',
    },
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
      ...noImportsFrom('relay', 'sandbox'),
    },
  },
  {
    files: ['relay/**/*.ts'],
    rules: { 'no-console': 'error', ...noImportsFrom('lib', 'resources', 'sandbox') },
  },
  { files: ['sandbox/**/*.ts'], rules: noImportsFrom('../lib', 'resources', 'relay') },
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
