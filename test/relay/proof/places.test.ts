import { describe, expect, test } from '@jest/globals';

import { Places, type Group } from '../../../relay/proof/places.ts';

/** Work that ends when it is told to, or when its place is taken. */
function work() {
  let end = (): void => undefined;
  let signal: AbortSignal | undefined;
  const run = (given: AbortSignal): Promise<string> => {
    signal = given;
    return new Promise((resolve, reject) => {
      end = () => {
        resolve('done');
      };
      given.addEventListener('abort', () => {
        try {
          given.throwIfAborted();
        } catch (reason) {
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        }
      });
    });
  };
  return {
    run,
    end: () => {
      end();
    },
    isCutOff: () => signal?.aborted ?? false,
  };
}

const ALL: Group = { name: 'all', most: 3 };
const of = (caller: string): Group[] => [ALL, { name: caller, most: 2 }];

describe('Places', () => {
  test('a caller that has its places gets no more, others do', async () => {
    const places = new Places(() => 0);
    const [first, second] = [work(), work()];
    const [one, two] = [places.hold(of('a'), first.run), places.hold(of('a'), second.run)];
    await expect(places.hold(of('a'), work().run)).rejects.toMatchObject({
      status: 429,
      code: 'too_many_requests',
      retryAfter: 2,
    });
    const other = work();
    const done = places.hold(of('b'), other.run);
    other.end();
    await expect(done).resolves.toBe('done');
    first.end();
    await one;
    const next = work();
    const nextDone = places.hold(of('a'), next.run);
    next.end();
    await expect(nextDone).resolves.toBe('done');
    second.end();
    await two;
  });

  test('the oldest gives way once it has had its time, in each group that is full', async () => {
    let now = 0;
    const places = new Places(() => now);
    const [a, b, c] = [work(), work(), work()];
    const cutOff = [places.hold(of('a'), a.run), places.hold(of('b'), b.run)];
    now = 100;
    const staying = places.hold(of('b'), c.run);
    now = 499;
    await expect(places.hold(of('c'), work().run)).rejects.toMatchObject({ status: 429 });
    now = 500;
    // The whole is full: its oldest goes. The caller is full too: its own oldest goes.
    const d = work();
    const newcomer = places.hold(of('b'), d.run);
    await expect(Promise.all(cutOff)).rejects.toMatchObject({ status: 429 });
    expect([a, b, c].map((each) => each.isCutOff())).toEqual([true, true, false]);
    d.end();
    c.end();
    await expect(Promise.all([newcomer, staying])).resolves.toEqual(['done', 'done']);
    await Promise.allSettled(cutOff);
  });

  test('who is refused takes nobody else off', async () => {
    let now = 0;
    const places = new Places(() => now);
    const [a, b, c] = [work(), work(), work()];
    const running = [places.hold(of('a'), a.run)];
    now = 1000;
    running.push(places.hold(of('b'), b.run), places.hold(of('b'), c.run));
    // The oldest of all would give way, but the caller's own places are too new.
    await expect(places.hold(of('b'), work().run)).rejects.toMatchObject({ status: 429 });
    expect(a.isCutOff()).toBe(false);
    for (const each of [a, b, c]) each.end();
    await Promise.all(running);
  });

  test('work that fails gives its place back', async () => {
    const places = new Places(() => 0);
    for (let tries = 0; tries < 5; tries += 1) {
      const failing = places.hold(of('a'), () => Promise.reject(new Error('It failed.')));
      await expect(failing).rejects.toThrow('It failed.');
    }
  });
});
