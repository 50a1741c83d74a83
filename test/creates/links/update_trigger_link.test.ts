import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { LINK, LINK_ID } from '../../support/marketing.ts';

const update = App.creates.update_trigger_link;

const read = () => highLevel().get(`/links/id/${LINK_ID}`).query({ locationId: LOCATION_ID });

describe('update_trigger_link', () => {
  test.each([
    [{ name: 'Visit us' }, { name: 'Visit us', redirectTo: LINK.redirectTo }],
    [
      { redirectTo: 'https://example.com/new' },
      { name: LINK.name, redirectTo: 'https://example.com/new' },
    ],
  ])('sends what stays with what changes: %j', async (changes, body) => {
    read().reply(200, { link: LINK });
    highLevel()
      .put(`/links/${LINK_ID}`, body)
      .reply(200, { link: { ...LINK, ...body } });
    const inputData = { linkId: LINK_ID, ...changes };
    expect(await run(update, { inputData })).toMatchObject({ id: LINK_ID, ...body });
  });

  test('reads nothing where both are given', async () => {
    const body = { name: 'Visit us', redirectTo: 'https://example.com/new' };
    highLevel()
      .put(`/links/${LINK_ID}`, body)
      .reply(200, { link: { ...LINK, ...body } });
    const inputData = { linkId: LINK_ID, ...body };
    expect(await run(update, { inputData })).toMatchObject(body);
  });

  test('says that a link is gone, before it changes anything', async () => {
    read().reply(404, { message: 'Link not found' });
    const inputData = { linkId: LINK_ID, name: 'Visit us' };
    await expect(run(update, { inputData })).rejects.toThrow('HighLevel cannot find the record');
  });

  test('says that nothing is to be changed', async () => {
    await expect(run(update, { inputData: { linkId: LINK_ID } })).rejects.toThrow(
      'Nothing to change',
    );
  });
});
