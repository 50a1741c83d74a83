// `@jest/globals` as a suite gets it, with the hooks that jest's own runner would take from
// `setupFilesAfterEnv`.
import { playNetwork } from '../nock.ts';

playNetwork();

export * from './globals.mjs';
