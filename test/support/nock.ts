import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import nock from 'nock';

// nock patches the http module that all test files of one worker share, and zapier-platform-core
// patches it again: each file has to switch nock on and restore it.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});

afterEach(() => {
  const pending = nock.pendingMocks();
  nock.abortPendingRequests();
  nock.cleanAll();
  expect(pending).toEqual([]);
});

afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});
