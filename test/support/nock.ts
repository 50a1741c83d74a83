import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import nock from 'nock';

/**
 * Adds hooks to the suite that is being read: no request of its tests leaves this process, and each
 * answer that a test prepared is asked for.
 */
export function playNetwork(): void {
  // nock patches the http module, which other lanes may use in this process: each suite switches it
  // on and restores it.
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
}
