import { toRecord, type RawRecord } from '../../resources/values.ts';
import { OperationError, type PackagedApp } from '../../local/index.ts';
import { inputSets } from './inputs.ts';
import type { RecordedRequest, Recorder } from './recorder.ts';
import { recordId } from './ids.ts';

/** What one operation asked of HighLevel, over all of its inputs. */
export interface OperationRequests {
  /** Such as `creates.send_message` or `hydrators.contact`. */
  operation: string;
  requests: RecordedRequest[];
  /** Inputs that the operation refused before or after it asked anything, with its words. */
  refusals: string[];
}

const AUTH_DATA = {
  access_token: 'token-1',
  refresh_token: 'token-2',
  locationId: recordId('location'),
  companyId: recordId('company'),
  userId: recordId('user'),
};

/** What pointers contain, for hydrators. */
const POINTER = {
  contactId: recordId('contact'),
  conversationId: recordId('conversation'),
  emailMessageId: recordId('email'),
  messageId: recordId('message'),
  userId: recordId('user'),
  noteId: recordId('note'),
  taskId: recordId('task'),
  calendarId: recordId('calendar'),
  campaignIds: [recordId('campaign')],
  opportunityId: recordId('opportunity'),
  objectKey: 'custom_objects.example',
  recordId: recordId('record'),
  associationId: recordId('associationId'),
  firstObjectKey: 'custom_objects.example',
  firstRecordId: recordId('record'),
  secondObjectKey: 'contact',
  secondRecordId: recordId('contact'),
};

/** With what a step that has waited is resumed. */
const RESUMED = {
  outputData: { id: recordId('otherMessage'), contactId: recordId('contact') },
  cleanedRequest: {
    result: 'replied',
    messageId: recordId('message'),
    conversationId: recordId('conversation'),
  },
};

/** Runs every operation and hydrator against a recorder. */
export async function runOperations(
  app: PackagedApp,
  recorder: Recorder,
): Promise<OperationRequests[]> {
  const definition = await app.definition();
  const results: OperationRequests[] = [];
  for (const operation of operationsIn(definition)) {
    results.push(await runOperation(app, operation, recorder));
  }
  for (const name of Object.keys(toRecord(definition['hydrators']))) {
    const refusals: string[] = [];
    const inputData = { ...POINTER, url: `${recorder.url}/files/note.txt` };
    const method = `hydrators.${name}`;
    await app.execute({ method, bundle: { authData: AUTH_DATA, inputData } }).catch(keep(refusals));
    results.push({ operation: method, requests: recorder.take(), refusals });
  }
  return results;
}

/** Runs an operation with inputs that cover every field and choice, against a recorder. */
export async function runOperation(
  app: PackagedApp,
  operation: string,
  recorder: Recorder,
): Promise<OperationRequests> {
  const bundle = { authData: AUTH_DATA };
  const sets = await inputSets(app, operation, bundle, `${recorder.url}/files/note.txt`);
  recorder.take();
  const refusals: string[] = [];
  const methods = methodsOf(await app.definition(), operation);
  // Nothing is waited for here: a step that waits runs as in a test in Zapier's editor.
  const meta = { isLoadingSample: methods.some((method) => method.endsWith('.performResume')) };
  for (const inputData of sets) {
    for (const method of methods) {
      await app
        .execute({ method, bundle: { ...bundle, ...RESUMED, meta, inputData } })
        .catch(keep(refusals));
    }
  }
  return { operation, requests: recorder.take(), refusals };
}

function keep(refusals: string[]) {
  return (error: unknown) => {
    if (!(error instanceof OperationError)) throw error;
    refusals.push(error.summary);
  };
}

/** Its requests are what a person writes: there is nothing to compare. */
export const WRITTEN_BY_PEOPLE = 'creates.api_request';

function operationsIn(definition: RawRecord): string[] {
  return ['triggers', 'searches', 'creates']
    .flatMap((kind) => Object.keys(toRecord(definition[kind])).map((key) => `${kind}.${key}`))
    .filter((operation) => operation !== WRITTEN_BY_PEOPLE);
}

/** A hook's own perform reads what Zapier received; its list is what asks HighLevel. */
function methodsOf(definition: RawRecord, operation: string): string[] {
  const [kind = '', key = ''] = operation.split('.');
  const declared = toRecord(toRecord(toRecord(definition[kind])[key])['operation']);
  const names = declared['type'] === 'hook' ? ['performList'] : ['perform', 'performResume'];
  return names.filter((name) => name in declared).map((name) => `${operation}.operation.${name}`);
}
