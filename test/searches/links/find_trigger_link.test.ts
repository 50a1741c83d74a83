import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { LINK, LINK_ID, OTHER_LINK } from '../../support/marketing.ts';

const find = App.searches.find_trigger_link;

describe('find_trigger_link', () => {
  test.each([
    [{ name: 'book a visit' }, [LINK_ID, OTHER_LINK.id]],
    [{ name: 'book a visit', exactName: true }, [LINK_ID]],
    [{ name: 'denver' }, [OTHER_LINK.id]],
    [{ name: 'denver', exactName: true }, []],
    [{ redirectTo: 'https://example.com/book' }, [LINK_ID]],
    [{ redirectTo: 'https://example.com/' }, []],
    [{ linkId: OTHER_LINK.id }, [OTHER_LINK.id]],
    [{ linkId: 'lNk6Bv3XcZ9mQw2RtYpZ' }, []],
  ])('finds by %j', async (inputData, ids) => {
    highLevel()
      .get('/links/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { links: [OTHER_LINK, LINK] });
    const found = await run(find, { inputData });
    expect(found).toMatchObject(ids.map((id) => ({ id, fieldKey: expect.any(String) })));
    expect(found).toHaveLength(ids.length);
  });

  test('asks for one way to find it', async () => {
    await expect(run(find, { inputData: {} })).rejects.toThrow('Fill in');
  });
});
