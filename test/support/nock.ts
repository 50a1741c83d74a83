import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import nock from 'nock';

/**
 * Adds hooks to the suite that is being read: no request of its tests leaves this process, and each
 * answer that a test prepared is asked for.
 */
export function playNetwork(): void {
  const unanswered: Promise<string>[] = [];
  const keep = (request: Request) => {
    unanswered.push(inWords(request.clone()));
  };

  // nock patches the http module, which other lanes may use in this process: each suite switches it
  // on and restores it.
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    nock.emitter.on('no match', keep);
  });

  afterEach(async () => {
    const pending = nock.pendingMocks();
    nock.abortPendingRequests();
    nock.cleanAll();
    // Beside what a test prepared and nobody asked for: what was sent in its place.
    const unprepared = await Promise.all(unanswered.splice(0));
    expect(pending.length > 0 ? { pending, unprepared } : {}).toEqual({});
  });

  afterAll(() => {
    nock.emitter.off('no match', keep);
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  });
}

/** `PUT https://... {"name":"Sale"}` */
async function inWords(request: Request): Promise<string> {
  return `${request.method} ${request.url} ${await request.text()}`.trim();
}
