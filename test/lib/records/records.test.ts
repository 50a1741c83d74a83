import { describe, expect, test } from '@jest/globals';
import type { Bundle, ZObject } from 'zapier-platform-core';

import { path } from '../../../lib/http/path.ts';
import { recordAt } from '../../../lib/records/details.ts';
import { defineRecords, deleteAt } from '../../../lib/records/records.ts';
import { note } from '../../../resources/note.ts';
import { highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';

const PLACE = { path: path`/contacts/${'c1'}/notes`, one: 'note', many: 'notes' };

const notes = defineRecords(note, { ...PLACE, known: { contactId: 'c1' } });
const withLocation = defineRecords(note, {
  ...PLACE,
  withLocation: ['list', 'create', 'update'],
});

const here = (work: (z: ZObject, bundle: Bundle) => unknown) => runMethod(work);

describe('records of a kind', () => {
  test('have the sub-account and what is known of them, where answers leave it out', async () => {
    highLevel()
      .get('/contacts/c1/notes/n1')
      .reply(200, { note: { id: 'n1', contactId: null } });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1'))).toMatchObject({
      id: 'n1',
      contactId: 'c1',
      locationId: LOCATION_ID,
    });
  });

  test('keep what an answer says of itself', async () => {
    highLevel()
      .get('/contacts/c1/notes/n1')
      .reply(200, { id: 'n1', contactId: 'c2', locationId: 'l2' });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1'))).toMatchObject({
      contactId: 'c2',
      locationId: 'l2',
    });
  });

  test.each([400, 404])('are none where HighLevel answers %i', async (status) => {
    highLevel().get('/contacts/c1/notes/n1').reply(status, { message: 'Not found' });
    expect(await here((z, bundle) => notes.get(z, bundle, 'n1'))).toBeUndefined();
  });

  test('fail where HighLevel does', async () => {
    highLevel().get('/contacts/c1/notes/n1').reply(500, '');
    await expect(here((z, bundle) => notes.get(z, bundle, 'n1'))).rejects.toThrow();
  });

  test('are listed, without entries that are no records', async () => {
    highLevel()
      .get('/contacts/c1/notes')
      .reply(200, { notes: [{ id: 'n1' }, null, { id: 'n2' }] });
    expect(await here((z, bundle) => notes.list(z, bundle))).toMatchObject([
      { id: 'n1', contactId: 'c1' },
      { id: 'n2', contactId: 'c1' },
    ]);
  });

  test('are written without the sub-account, which HighLevel refuses', async () => {
    highLevel()
      .post('/contacts/c1/notes', { body: 'Call' })
      .reply(201, { note: { id: 'n1' } });
    highLevel()
      .put('/contacts/c1/notes/n1', { body: 'Called' })
      .reply(200, { note: { id: 'n1' } });
    await here(async (z, bundle) => {
      await notes.create(z, bundle, { body: 'Call' });
      await notes.update(z, bundle, 'n1', { body: 'Called' });
    });
  });

  test('are asked for and written with it, where their place says so', async () => {
    const locationId = LOCATION_ID;
    highLevel().get('/contacts/c1/notes').query({ locationId, limit: 2 }).reply(200, { notes: [] });
    highLevel()
      .post('/contacts/c1/notes', { locationId, body: 'Call' })
      .reply(201, { note: { id: 'n1' } });
    highLevel()
      .put('/contacts/c1/notes/n1', { locationId, body: 'Called' })
      .reply(200, { note: { id: 'n1' } });
    await here(async (z, bundle) => {
      await withLocation.list(z, bundle, { limit: 2 });
      await withLocation.create(z, bundle, { body: 'Call' });
      await withLocation.update(z, bundle, 'n1', { body: 'Called' });
    });
  });

  test('are deleted, whether HighLevel answers with something or nothing', async () => {
    highLevel().delete('/contacts/c1/notes/n1').reply(200, { succeded: true });
    highLevel().delete('/users/u1').reply(200, '');
    expect(await here((z) => notes.delete(z, 'n1'))).toEqual({ succeded: true });
    expect(await here((z) => deleteAt(z, path`/users/${'u1'}`))).toEqual({});
  });
});

test.each([400, 404])('no record is at a path that HighLevel answers with %i', async (status) => {
  highLevel().get('/contacts/c1/notes/n1').reply(status, {});
  expect(
    await here((z) => recordAt(z, note, path`/contacts/${'c1'}/notes/${'n1'}`)),
  ).toBeUndefined();
});
