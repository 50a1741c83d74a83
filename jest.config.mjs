import { TIME_LIMIT_MS } from './test/support/light-lane/limited.ts';

// The tests are native ES modules.
if (!process.execArgv.includes('--experimental-vm-modules')) {
  throw new Error(
    'Run jest by `npm run jest -- PATH`: it installs what is missing, and sets a flag.',
  );
}

// Workers get the flags of this process.
const FOR_WORKERS = new URL('test/support/light-lane/worker-data.mjs', import.meta.url).href;
if (!process.execArgv.includes(FOR_WORKERS)) process.execArgv.push('--import', FOR_WORKERS);

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/'],
};

const lane = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  testMatch,
  ...more,
});

/** The folders whose tests are not of the lane `unit`. */
const OTHER_LANES = ['e2e', 'local', 'packaging', 'relay', 'sandbox', 'workbench'].map(
  (name) => `<rootDir>/test/${name}/`,
);

/** Runs all suites of a worker with one module cache, so that each module is loaded once. */
const lightRunner = (setup) => ({
  // Of a process, unlike a thread, the servers and folders that it made go when it ends.
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFiles: [`<rootDir>/test/support/light-lane/${setup}.mjs`],
});

/** For lanes that run build/build.zip. */
const packaged = { globalSetup: '<rootDir>/test/support/ensure-package.mjs' };

/** The lanes. `unit` reaches no socket at all (nock); the others talk to loopback only. */
export default {
  testTimeout: TIME_LIMIT_MS,
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  projects: [
    lane('unit', ['<rootDir>/test/**/*.test.ts'], {
      testPathIgnorePatterns: ['/node_modules/', ...OTHER_LANES],
      ...lightRunner('no-network'),
    }),
    lane('sandbox', ['<rootDir>/test/sandbox/**/*.test.ts'], lightRunner('loopback')),
    lane('relay', ['<rootDir>/test/relay/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/relay/support/lane-setup.mjs',
      globalTeardown: '<rootDir>/test/relay/support/lane-teardown.mjs',
      ...lightRunner('loopback'),
    }),
    lane('e2e', ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/local/**/*.test.ts'], {
      ...packaged,
      globalTeardown: '<rootDir>/test/support/end-lane.mjs',
      ...lightRunner('loopback'),
    }),
    lane('workbench', ['<rootDir>/test/workbench/*.test.ts'], {
      ...packaged,
      ...lightRunner('loopback'),
    }),
    lane('browser', ['<rootDir>/test/workbench/browser/**/*.test.ts'], {
      ...packaged,
      ...lightRunner('loopback'),
    }),
    lane('packaging', ['<rootDir>/test/packaging/**/*.test.ts'], {
      ...packaged,
      ...lightRunner('loopback'),
    }),
  ],
};
