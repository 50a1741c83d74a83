import { describe, expect, test } from '@jest/globals';
import type { Bundle, ZObject } from 'zapier-platform-core';

import { path } from '../../../lib/http/path.ts';
import { recordAt } from '../../../lib/records/details.ts';
import { defineRecords, deleteAt } from '../../../lib/records/records.ts';
import { note } from '../../../resources/note.ts';
import { highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';

const PLACE = { path: path`/contacts/${'c1ZbR4xVnL0shT7gK2mW'}/notes`, one: 'note', many: 'notes' };

const notes = defineRecords(note, { ...PLACE, known: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } });
const withLocation = defineRecords(note, {
  ...PLACE,
  withLocation: ['list', 'create', 'update'],
});

const here = (work: (z: ZObject, bundle: Bundle) => unknown) => runMethod(work);

describe('records of a kind', () => {
  test('have the sub-account and what is known of them, where answers leave it out', async () => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW')
      .reply(200, { note: { id: 'n1ZbR4xVnL0shT7gK2mW', contactId: null } });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1ZbR4xVnL0shT7gK2mW'))).toMatchObject({
      id: 'n1ZbR4xVnL0shT7gK2mW',
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      locationId: LOCATION_ID,
    });
  });

  test('keep what an answer says of itself', async () => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW').reply(200, {
      id: 'n1ZbR4xVnL0shT7gK2mW',
      contactId: 'c2ZbR4xVnL0shT7gK2mW',
      locationId: 'l2ZbR4xVnL0shT7gK2mW',
    });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1ZbR4xVnL0shT7gK2mW'))).toMatchObject({
      contactId: 'c2ZbR4xVnL0shT7gK2mW',
      locationId: 'l2ZbR4xVnL0shT7gK2mW',
    });
  });

  test.each([400, 404])('are none where HighLevel answers %i', async (status) => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW')
      .reply(status, { message: 'Not found' });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1ZbR4xVnL0shT7gK2mW'))).toBeUndefined();
  });

  test('fail where HighLevel does', async () => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW').reply(500, '');
    await expect(
      here((z, bundle) => notes.get(z, bundle, 'n1ZbR4xVnL0shT7gK2mW')),
    ).rejects.toThrow();
  });

  test('are listed, without entries that are no records', async () => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes')
      .reply(200, {
        notes: [{ id: 'n1ZbR4xVnL0shT7gK2mW' }, null, { id: 'n2ZbR4xVnL0shT7gK2mW' }],
      });
    expect(await here((z, bundle) => notes.list(z, bundle))).toMatchObject([
      { id: 'n1ZbR4xVnL0shT7gK2mW', contactId: 'c1ZbR4xVnL0shT7gK2mW' },
      { id: 'n2ZbR4xVnL0shT7gK2mW', contactId: 'c1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('are written without the sub-account, which HighLevel refuses', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/notes', { body: 'Call' })
      .reply(201, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW', { body: 'Called' })
      .reply(200, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    await here(async (z, bundle) => {
      await notes.create(z, bundle, { body: 'Call' });
      await notes.update(z, bundle, 'n1ZbR4xVnL0shT7gK2mW', { body: 'Called' });
    });
  });

  test('are asked for and written with it, where their place says so', async () => {
    const locationId = LOCATION_ID;
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes')
      .query({ locationId, limit: 2 })
      .reply(200, { notes: [] });
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/notes', { locationId, body: 'Call' })
      .reply(201, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW', {
        locationId,
        body: 'Called',
      })
      .reply(200, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    await here(async (z, bundle) => {
      await withLocation.list(z, bundle, { limit: 2 });
      await withLocation.create(z, bundle, { body: 'Call' });
      await withLocation.update(z, bundle, 'n1ZbR4xVnL0shT7gK2mW', { body: 'Called' });
    });
  });

  test('name the sub-account otherwise where their place says so, in what is read and deleted too', async () => {
    const url = '/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW';
    const alt = { altId: LOCATION_ID, altType: 'location' };
    const records = defineRecords(note, {
      ...PLACE,
      withLocation: ['get', 'delete', 'update'],
      isAlt: true,
    });
    highLevel()
      .get(url)
      .query(alt)
      .reply(200, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    highLevel()
      .put(url, { ...alt, body: 'Called' })
      .reply(200, { note: { id: 'n1ZbR4xVnL0shT7gK2mW' } });
    highLevel().delete(url).query(alt).reply(200, {});
    await here(async (z, bundle) => {
      await records.get(z, bundle, 'n1ZbR4xVnL0shT7gK2mW');
      await records.update(z, bundle, 'n1ZbR4xVnL0shT7gK2mW', { body: 'Called' });
      await records.delete(z, bundle, 'n1ZbR4xVnL0shT7gK2mW');
    });
  });

  test('are deleted, whether HighLevel answers with something or nothing', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW')
      .reply(200, { succeded: true });
    highLevel().delete('/users/u1ZbR4xVnL0shT7gK2mW').reply(200, '');
    expect(await here((z, bundle) => notes.delete(z, bundle, 'n1ZbR4xVnL0shT7gK2mW'))).toEqual({
      succeded: true,
    });
    expect(await here((z) => deleteAt(z, path`/users/${'u1ZbR4xVnL0shT7gK2mW'}`))).toEqual({});
  });
});

test.each([400, 404])('no record is at a path that HighLevel answers with %i', async (status) => {
  highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW').reply(status, {});
  expect(
    await here((z) =>
      recordAt(z, note, path`/contacts/${'c1ZbR4xVnL0shT7gK2mW'}/notes/${'n1ZbR4xVnL0shT7gK2mW'}`),
    ),
  ).toBeUndefined();
});
