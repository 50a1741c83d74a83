import { createServer, type IncomingMessage, type Server } from 'node:http';

import { closeServer, listen } from '../../local/index.ts';
import type { RawRecord } from '../../resources/values.ts';
import { pluralOf } from '../check/text.ts';
import { recordId } from './ids.ts';

/** One request that the connector made, as it arrived. */
export interface RecordedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  version: string | undefined;
  contentType: string | undefined;
  /** The JSON body, the names of a form's fields, or undefined. */
  body: unknown;
}

/** Too large for the upload in one request, which takes 5 MB. */
const LARGE_FILE = 6 * 1024 * 1024;

const NOW = '2026-11-20T10:02:00.000Z';

/** What every record has: the IDs, by which the paths of requests are matched, and what most operations read. */
const RECORD = {
  id: recordId('record'),
  locationId: recordId('location'),
  contactId: recordId('contact'),
  conversationId: recordId('conversation'),
  messageId: recordId('message'),
  visitorId: recordId('visitor'),
  email: 'anna@example.com',
  phone: '+15550100123',
  phoneNumber: '+15550100123',
  name: 'Example',
  redirectTo: 'https://example.com/',
  status: 'published',
  currency: 'USD',
  tags: ['customer'],
  dateAdded: NOW,
  dateUpdated: NOW,
  lastMessageDate: NOW,
};

/** What a conversation and its messages have beside it. */
const MESSAGE = {
  ...RECORD,
  type: 'TYPE_EMAIL',
  messageType: 'TYPE_EMAIL',
  emailMessageId: recordId('email'),
  threadId: recordId('thread'),
  subject: 'Subject',
  from: 'anna@example.com',
  to: ['hello@example.com'],
  meta: { email: { messageIds: [recordId('email')] } },
};

/** What is billed to a contact. */
const BILL = {
  ...RECORD,
  contactDetails: {
    id: recordId('contact'),
    name: 'Anna Example',
    email: 'anna@example.com',
    phoneNo: '+15550100123',
  },
};

/** What HighLevel's answers call a record, and in the plural a list of them. */
const NAMES = [
  ...['contact', 'note', 'task', 'appointment', 'user', 'number', 'workflow', 'campaign'],
  ...['customField', 'customValue', 'template', 'opportunity', 'pipeline', 'calendar', 'event'],
  ...['group', 'slot', 'form', 'submission', 'survey', 'schedule', 'product', 'price'],
  ...['collection', 'coupon', 'object', 'record', 'relation', 'association', 'business'],
  ...['location', 'link', 'file', 'post', 'account', 'category', 'blog'],
];
const NAMES_OF_MESSAGES = ['conversation', 'message', 'emailMessage'];
const NAMES_OF_BILLS = ['invoice', 'estimate', 'order', 'transaction', 'subscription'];

/** A record under its names. */
function named(names: readonly string[], record: object): RawRecord {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, record],
      [pluralOf(name), [record]],
    ]),
  );
}

/**
 * What every answer has. It is read thousands of times, so that a record has no more than operations read
 * of it.
 */
const IN_EVERY_ANSWER = {
  ...BILL,
  success: true,
  succeded: true,
  new: true,
  uploadUrl: '',
  uploadId: 'upload-1',
  filePath: 'files/upload-1',
  fields: [
    {
      id: recordId('field'),
      name: 'Example',
      fieldKey: 'custom_objects.example.name',
      dataType: 'TEXT',
    },
  ],
  items: [
    {
      name: 'Example',
      qty: 1,
      product: { _id: recordId('product') },
      price: { _id: recordId('price') },
    },
  ],
  uploadedFiles: { 'note.txt': 'https://example.com/note.txt' },
  // A step that reads a record from a list looks for the ID that inputs.ts fills in.
  data: [{ ...BILL, _id: recordId('couponId') }],
  estimates: [{ ...BILL, _id: recordId('estimateId') }],
  associations: [
    {
      id: recordId('associationId'),
      firstObjectKey: 'custom_objects.example',
      secondObjectKey: 'contact',
    },
  ],
  relations: [
    {
      id: recordId('relation'),
      associationId: recordId('associationId'),
      firstRecordId: recordId('record'),
      secondRecordId: recordId('contact'),
    },
  ],
};

/** What every answer has, and HighLevel's records under those of their names that are in the path. */
function answerTo(path: string): RawRecord {
  const words = path.toLowerCase();
  const isInPath = (name: string) =>
    [name, pluralOf(name)].some((word) => words.includes(word.toLowerCase()));
  const namesOfMessages = NAMES_OF_MESSAGES.filter(isInPath);
  return {
    ...named(NAMES.filter(isInPath), RECORD),
    ...named(namesOfMessages, MESSAGE),
    ...named(NAMES_OF_BILLS.filter(isInPath), BILL),
    ...(namesOfMessages.length > 0 && MESSAGE),
    ...IN_EVERY_ANSWER,
  };
}

/** HighLevel as it would answer if it accepted everything; it keeps what it was asked. */
export class Recorder {
  readonly url: string;
  readonly #server: Server;
  #requests: RecordedRequest[] = [];

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async start(): Promise<Recorder> {
    const server = createServer();
    const recorder = new Recorder(server, await listen(server));
    const answers = new Map<string, string>();
    const answer = (path: string): string => {
      const text =
        answers.get(path) ??
        JSON.stringify({ ...answerTo(path), uploadUrl: `${recorder.url}/files/put` });
      answers.set(path, text);
      return text;
    };
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', recorder.url);
        if (url.pathname.startsWith('/files/')) {
          response
            .writeHead(200, { 'content-type': 'text/plain' })
            .end(url.searchParams.has('large') ? Buffer.alloc(LARGE_FILE, 'x') : 'A note.');
          return;
        }
        recorder.#requests.push(recordedOf(request, url, Buffer.concat(chunks)));
        response.writeHead(200, { 'content-type': 'application/json' }).end(answer(url.pathname));
      });
    });
    return recorder;
  }

  /** The requests since the last call. */
  take(): RecordedRequest[] {
    const taken = this.#requests;
    this.#requests = [];
    return taken;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }
}

function recordedOf(request: IncomingMessage, url: URL, content: Buffer): RecordedRequest {
  const contentType = request.headers['content-type']?.split(';')[0];
  const { version } = request.headers;
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    version: typeof version === 'string' ? version : undefined,
    contentType,
    body: readBody(contentType, content.toString('latin1'), content),
  };
}

function readBody(contentType: string | undefined, text: string, content: Buffer): unknown {
  if (contentType === 'application/json') {
    const body: unknown = JSON.parse(content.toString('utf8'));
    return body;
  }
  if (contentType !== 'multipart/form-data') return undefined;
  const names = [...text.matchAll(/; name="([^"]+)"/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name) => [name, name === 'attachmentUrls' ? [] : 'x']));
}
