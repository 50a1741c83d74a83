import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import * as hydrators from '../hydrators.ts';
import { toRecord } from '../resources/values.ts';
import { codeFiles, ROOT } from '../scripts/lib/project.ts';
import { App, HIGHLEVEL, highLevel, runMethod } from './support/app.ts';
import { failing } from './support/failure.ts';

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

function valuesOf(record: unknown): unknown[] {
  return Object.values(toRecord(record));
}

describe('The app', () => {
  const files = codeFiles().filter((path) => path.endsWith('/hydrators.ts'));

  test.each(files.map((path) => [path]))('has all hydrators of %s', async (path) => {
    const module: unknown = await import(pathToFileURL(join(ROOT, path)).href);
    const inApp = new Set<unknown>(Object.values(toRecord(App.hydrators)));
    expect(Object.keys(toRecord(module)).length).toBeGreaterThan(0);
    expect(Object.values(toRecord(module)).filter((each) => !inApp.has(each))).toEqual([]);
  });
});

describe('contact', () => {
  const fetchContact = () => runMethod(hydrators.contact, { inputData: { contactId: 'con/1' } });

  test('gives the contact, without an id of its own', async () => {
    highLevel()
      .get('/contacts/con%2F1')
      .reply(200, {
        contact: { id: 'con1ZbR4xVnL0shT7gK2', firstName: 'Anna', email: 'anna@example.com' },
      });
    const contact = await fetchContact();
    expect(contact).toMatchObject({ name: 'Anna', email: 'anna@example.com', phone: null });
    expect(contact).not.toHaveProperty('id');
  });

  test.each([[404], [400]])('is empty when the contact is gone: %d', async (status) => {
    highLevel().get('/contacts/con%2F1').reply(status, { message: 'Contact not found' });
    expect(valuesOf(await fetchContact()).every(isEmpty)).toBe(true);
  });

  test('waits in an outage, rather than going on without the contact', async () => {
    highLevel().get('/contacts/con%2F1').reply(503, {});
    expect(await failing(fetchContact())).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

describe('email', () => {
  const fetchEmail = () =>
    runMethod(hydrators.email, { inputData: { emailMessageId: 'eml1ZbR4xVnL0shT7gK2' } });
  const PATH = '/conversations/messages/email/eml1ZbR4xVnL0shT7gK2';
  const EMAIL = {
    id: 'eml1ZbR4xVnL0shT7gK2',
    subject: 'Hi',
    body: '<p>Hello</p>',
    cc: ['b@example.com'],
  };

  test.each([
    ['flat', EMAIL],
    ['wrapped', { emailMessage: EMAIL }],
  ])('gives the email from an answer that is %s', async (_shape, answer) => {
    highLevel().get(PATH).reply(200, answer);
    expect(await fetchEmail()).toEqual({ html: '<p>Hello</p>', cc: ['b@example.com'], bcc: [] });
  });

  test('is empty when the email is gone', async () => {
    highLevel().get(PATH).reply(404, { message: 'Not found' });
    expect(valuesOf(await fetchEmail()).every(isEmpty)).toBe(true);
  });
});

describe('a message whose media HighLevel did not have yet', () => {
  const of = (hydrator: unknown, more: object = {}) =>
    runMethod(hydrator, { inputData: { messageId: 'msg1ZbR4xVnL0shT7gK2', ...more } });
  const answers = (status: number, body: object) =>
    highLevel().get('/conversations/messages/msg1ZbR4xVnL0shT7gK2').reply(status, body);
  const files = ['https://files.example.com/photo.jpg', 'https://files.example.com/plan.pdf'];
  const attachments = files.map((url, index) => (index === 0 ? url : { url, type: 'file' }));
  const MESSAGE = {
    message: {
      id: 'msg1ZbR4xVnL0shT7gK2',
      messageType: 'TYPE_WHATSAPP',
      body: 'Look',
      attachments,
    },
  };

  test('has its text and its addresses now', async () => {
    answers(200, MESSAGE);
    expect(await of(hydrators.messagePart, { part: 'body' })).toBe('Look');
    answers(200, MESSAGE);
    expect(await of(hydrators.messagePart, { part: 'attachments' })).toEqual(files);
  });

  test('is empty when it is gone', async () => {
    answers(404, { message: 'Not found' });
    expect(await of(hydrators.messagePart, { part: 'body' })).toBe('');
    answers(400, { message: 'Not found' });
    expect(await of(hydrators.messageFiles)).toEqual([]);
  });
});

describe('attachment', () => {
  test('says which host does not give the file', async () => {
    nock('https://files.example.com', { badheaders: ['authorization'] })
      .get('/gone.pdf')
      .reply(404);
    const url = 'https://files.example.com/gone.pdf';
    expect(await failing(runMethod(hydrators.attachment, { inputData: { url } }))).toMatchObject({
      code: 'file_unreachable',
      message: expect.stringContaining('files.example.com (status 404)'),
    });
  });

  test('fetches a file on the API of HighLevel without the token', async () => {
    nock(HIGHLEVEL, { badheaders: ['authorization'] })
      .get('/files/1.pdf')
      .reply(403, { message: 'No access' });
    const url = `${HIGHLEVEL}/files/1.pdf`;
    expect(await failing(runMethod(hydrators.attachment, { inputData: { url } }))).toMatchObject({
      code: 'file_unreachable',
    });
  });
});

describe('lastMessageId', () => {
  const fetchId = () =>
    runMethod(hydrators.lastMessageId, { inputData: { conversationId: 'cnv1ZbR4xVnL0shT7gK2' } });
  const answer = (status: number, body: object) =>
    highLevel()
      .get('/conversations/cnv1ZbR4xVnL0shT7gK2/messages')
      .query({ limit: 1 })
      .reply(status, body);

  test("gives the ID of the conversation's latest message", async () => {
    answer(200, { messages: { messages: [{ id: 'msg2ZbR4xVnL0shT7gK2' }] } });
    expect(await fetchId()).toBe('msg2ZbR4xVnL0shT7gK2');
  });

  test('is blank when there is none, or the conversation is gone', async () => {
    answer(200, { messages: { messages: [] } });
    expect(await fetchId()).toBe('');
    answer(404, { message: 'Conversation not found' });
    expect(await fetchId()).toBe('');
  });
});
