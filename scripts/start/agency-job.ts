import { InstantZap, OperationError, signIn, type SubAccount } from '../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import type { Parts } from './main-job.ts';
import { assure, type Narrator } from './narrator.ts';

const ALL = 'all_sub_accounts';

/** A run of the Zap: the message that started it, and the note that its action added. */
interface ZapRun {
  message: RawRecord;
  note: RawRecord;
}

/**
 * The same for an agency: one connection and one Zap for two clients. Each message starts it in the
 * client's own sub-account, and its action works there, until one of them uninstalls the app.
 *
 * @throws StepFailed that names the step
 */
export async function agencyJob(tell: Narrator, parts: Parts): Promise<void> {
  const { app, sandbox, hooks } = parts;
  const [first, second] = (await sandbox.info()).subAccounts;
  if (!first || !second) throw new Error('The sandbox does not have two sub-accounts.');
  const clients = [first, second];

  tell.heading('Connect the agency');
  const authData = await tell.step('Sign in on the consent page as an agency admin', async () => {
    const connection = await signIn(app, {
      decision: 'allow',
      install: 'agency',
      agency_location_id: clients.map(({ id }) => id),
    });
    assure(connection.authData['userType'] === 'Company', 'The token is not of an agency.');
    return {
      result: connection.authData,
      details: [
        ['installed in', clients.map(({ name }) => name).join(', ')],
        ['tokens', 'one for the agency; one for a sub-account when a step needs it'],
      ],
    };
  });
  await tell.step('Test the connection; its label is the agency', async () => {
    const agency = await app.one({ method: 'authentication.test', bundle: { authData } });
    return { result: undefined, details: [['label', agency['name']]] };
  });

  tell.heading('One Zap for all clients: New Inbound Message, then Add Note');
  await tell.step('Its first field is the sub-account, by name', async () => {
    const { results } = await app.choices('creates.add_note', 'sub_account', { authData });
    assure(results.length === clients.length, 'The list has other sub-accounts.');
    return { result: undefined, details: [['list', results.map(({ label }) => label).join(', ')]] };
  });
  const inputData = { sub_account: ALL };
  const zap = new InstantZap({ app, hooks, authData, trigger: 'new_inbound_message', inputData });
  await tell.step('Switch the Zap on for all sub-accounts', async () => {
    await zap.switchOn();
    return { result: undefined, details: [['hook', zap.url]] };
  });

  const write = async ({ id }: SubAccount, body: string) => {
    const [contact] = await sandbox.list(`/state/contacts?locationId=${id}`);
    await sandbox.post('/messages', { contactId: contact?.['id'], channel: 'SMS', body });
  };
  const addNote = (message: RawRecord) =>
    app.one({
      method: 'creates.add_note.operation.perform',
      bundle: {
        authData,
        inputData: {
          sub_account: message['locationId'],
          contactId: message['contactId'],
          body: `Wrote: ${toText(message['body']) ?? ''}`,
        },
      },
    });
  const runZap = async (): Promise<ZapRun> => {
    const [message = {}] = await zap.next();
    return { message, note: await addNote(message) };
  };

  for (const client of clients) {
    await tell.step(`A customer of ${client.name} writes: the Zap runs there`, async () => {
      await sandbox.delete('/requests');
      await write(client, `Hello, ${client.name}!`);
      const { message, note } = await runZap();
      assure(message['locationId'] === client.id, 'The Zap ran in another sub-account.');
      const touched = (await sandbox.list('/requests'))
        .filter(({ path }) => !String(path).startsWith('/oauth/'))
        .map(({ subAccount }) => subAccount);
      assure(
        touched.every((id) => id === client.id),
        'A step touched another sub-account.',
      );
      return {
        result: undefined,
        details: [
          ['text', message['body']],
          ['note', note['bodyText']],
          ['requests', `${touched.length}, all of them in ${client.name}`],
        ],
      };
    });
  }

  await tell.step(`Find Conversation in ${second.name}, mapped by its name`, async () => {
    const answered = await app.one({
      method: 'searches.find_conversation.operation.perform',
      bundle: { authData, inputData: { sub_account: second.name, query: second.name } },
    });
    const [found] = toList(answered['results']);
    return { result: undefined, details: [['with', toRecord(found)['contactName']]] };
  });

  tell.heading(`${second.name} uninstalls the app`);
  await tell.step('Its messages start nothing; the other client continues', async () => {
    await sandbox.post('/events', { type: 'UNINSTALL', locationId: second.id });
    await sandbox.list('/deliveries');
    await write(second, 'Hello, are you there?');
    await write(first, 'Still here.');
    const { message } = await runZap();
    assure(message['locationId'] === first.id, 'The client that left started the Zap.');
    assure(zap.waiting === 0, 'Something else started the Zap.');
    return { result: undefined, details: [['started by', first.name]] };
  });
  await tell.step('A step for that client says why it cannot work there', async () => {
    const [contact] = await sandbox.list(`/state/contacts?locationId=${second.id}`);
    const refused = await addNote({ locationId: second.id, contactId: contact?.['id'] }).then(
      () => undefined,
      (error: unknown) => error,
    );
    assure(refused instanceof OperationError, 'The step worked anyway.');
    return { result: undefined, details: [['says', refused.summary]] };
  });
  await tell.step('Switch the Zap off', async () => {
    await zap.switchOff();
    return { result: undefined };
  });
}
