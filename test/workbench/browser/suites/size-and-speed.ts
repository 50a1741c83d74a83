import { describe, expect, test } from '@jest/globals';

import { running, withPage } from '../opened.ts';

const MOST_BYTES = 200_000;

describe('The page', () => {
  test('loads less than 200 KB for its first place, compressed, and no editor', async () => {
    await withPage('/', {}, async (page) => {
      const sizes: Record<string, number> = {};
      const waits: Promise<void>[] = [];
      page.on('requestfinished', (request) => {
        waits.push(
          request.sizes().then(({ responseBodySize }) => {
            sizes[new URL(request.url()).pathname] = responseBodySize;
          }),
        );
      });
      await page.route('**/*', (route) =>
        route.continue({ headers: { ...route.request().headers(), 'cache-control': 'no-cache' } }),
      );
      await page.reload();
      await page.locator('.card').first().waitFor();
      await page.waitForLoadState('networkidle');
      await Promise.all(waits);
      const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
      console.log(`The first place loads ${Math.round(total / 1000)} KB.`);
      expect(total).toBeGreaterThan(20_000);
      expect(total).toBeLessThan(MOST_BYTES);
      expect(Object.keys(sizes).filter((path) => path.includes('editor'))).toEqual([]);
    });
  });

  test('shows a form soon after a click: printed as a ratio to a page without anything', async () => {
    await withPage('/nothing', {}, async (page) => {
      const { operations } = running();
      const [{ kind, key } = { kind: 'creates', key: '' }] = operations;
      // The code of both places is there after a first visit.
      await page.evaluate(appears(`/${kind}/${key}`, '.fields'));
      await page.evaluate(appears('/nothing', '.state h1'));
      const empty: number[] = [];
      const forms: number[] = [];
      for (const operation of operations.slice(0, 20)) {
        const place = `/${operation.kind}/${operation.key}`;
        forms.push(Number(await page.evaluate(appears(place, '.fields'))));
        empty.push(Number(await page.evaluate(appears('/nothing', '.state h1'))));
      }
      const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
      console.log(
        `A form appears in ${(median(forms) / median(empty)).toFixed(1)} times what an empty page takes (${median(forms).toFixed(0)} ms to ${median(empty).toFixed(0)} ms).`,
      );
      expect(forms).toHaveLength(20);
    });
  });
});

/** Milliseconds until something of a place is there. */
const appears = (place: string, selector: string) => `new Promise((resolve) => {
  const before = performance.now();
  const old = document.querySelector(${JSON.stringify(selector)});
  const look = () => {
    const found = document.querySelector(${JSON.stringify(selector)});
    if (found && found !== old) resolve(performance.now() - before);
    else setTimeout(look, 1);
  };
  history.pushState(null, '', ${JSON.stringify(place)});
  dispatchEvent(new PopStateEvent('popstate'));
  look();
})`;
