import {
  hydrate,
  InstantZap,
  PollingZap,
  signIn,
  type BundleInput,
  type HookCatcher,
  type PackagedApp,
  type SandboxClient,
} from '../../local/index.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { assure, type Narrator } from './narrator.ts';

/** The running parts. */
export interface Parts {
  app: PackagedApp;
  sandbox: SandboxClient;
  /** Where Zapier would take what the relay delivers. */
  hooks: HookCatcher;
}

const QUESTION = 'Hi, is Thursday at ten still free?';
const REPLY = 'Yes, Thursday at ten is yours. See you then!';

/** The sub-account and the contact that the story is about. */
interface Cast {
  locationId: string;
  locationName: string;
  providerId: string;
  contactId: string;
  contactName: string;
}

/**
 * The main job, end to end: sign in, a customer writes, the Zap hears of it, finds the conversation,
 * answers, sets the status, marks it as read; and a poll that yields the message once.
 *
 * @throws StepFailed that names the step
 */
export async function mainJob(tell: Narrator, { app, sandbox, hooks }: Parts): Promise<void> {
  const cast = await chooseCast(sandbox);

  tell.heading('Connect');
  const authData = await tell.step('Sign in on the consent page and get tokens', async () => {
    const connection = await signIn(app, { decision: 'allow', location_id: cast.locationId });
    const granted = connection.authData['scope']?.split(' ').length ?? 0;
    return {
      result: connection.authData,
      details: [
        ['allowed', `${granted} permissions for ${cast.locationName}`],
        ['tokens', 'access token (24 hours), refresh token (used once, then replaced)'],
      ],
    };
  });
  await tell.step('Test the connection; its label is the sub-account', async () => {
    const location = await app.one({ method: 'authentication.test', bundle: { authData } });
    return { result: undefined, details: [['label', location['name']]] };
  });

  const instant = new InstantZap({ app, hooks, authData, trigger: 'new_inbound_message' });
  const polling = new PollingZap({
    app,
    authData,
    trigger: 'new_message',
    inputData: { direction: 'inbound' },
  });

  tell.heading('Two Zaps: New Inbound Message (instant) and New Message (polling)');
  await tell.step('Switch the instant Zap on: it subscribes to the relay', async () => {
    await instant.switchOn();
    return { result: undefined, details: [['hook', instant.url]] };
  });
  await tell.step('Switch the polling Zap on: existing messages do not start it', async () => {
    const items = await polling.switchOn();
    return { result: undefined, details: [['known messages', items.length]] };
  });

  await tell.step('A customer writes: HighLevel, relay, instant Zap', async () => {
    const startedAt = performance.now();
    await sandbox.post('/messages', {
      contactId: cast.contactId,
      channel: 'SMS',
      body: QUESTION,
    });
    const [started] = await instant.next();
    const elapsed = Math.round(performance.now() - startedAt);
    assure(started?.['body'] === QUESTION, 'The instant Zap did not start with the message.');
    return {
      result: undefined,
      details: [
        ['from', cast.contactName],
        ['text', QUESTION],
        [
          'webhook',
          'signed by HighLevel, checked by the relay; signed by the relay, checked again',
        ],
        ['message to Zap', `${elapsed} ms`],
      ],
    };
  });

  const item = await tell.step('Two polls return the message once', async () => {
    const { started: first } = await polling.poll();
    const { started: second } = await polling.poll();
    const [found] = first;
    assure(
      found !== undefined && first.length === 1 && second.length === 0,
      `The first poll started the Zap ${first.length} times, the second ${second.length} times.`,
    );
    assure(found['body'] === QUESTION, 'The message of the poll is another one.');
    return {
      result: found,
      details: [
        ['first poll', '1 new message'],
        ['second poll', 'nothing new'],
        ['returns', `channel ${String(found['channel'])}, ${String(found['direction'])}`],
      ],
    };
  });

  await tell.step('A step uses the contact: it is fetched now, through the package', async () => {
    const full = toRecord(await hydrate(app, item, { bundle: { authData } }));
    const contact = toRecord(full['contact']);
    assure(contact['name'] === cast.contactName, 'The contact of the message is another one.');
    return {
      result: undefined,
      details: [
        ['name', contact['name']],
        ['email', contact['email']],
        ['phone', contact['phone']],
      ],
    };
  });

  tell.heading('Its steps');
  const { contactId } = cast;
  await answer(tell, app, { authData, contactId, providerId: cast.providerId }, item);

  await tell.step(
    'Switch the instant Zap off: it unsubscribes, and nothing more arrives',
    async () => {
      await instant.switchOff();
      await sandbox.post('/messages', { contactId, channel: 'SMS', body: 'Thank you!' });
      const deliveries = await sandbox.list('/deliveries?type=InboundMessage');
      assure(
        toList(deliveries.at(-1)?.['attempts']).at(-1) === 200,
        'The relay did not accept it.',
      );
      assure(instant.waiting === 0, 'The relay delivered to a Zap that is off.');
      return {
        result: undefined,
        details: [['relay', 'accepted the event and delivered it to no one']],
      };
    },
  );
}

interface Zap {
  authData: Record<string, string>;
  contactId: string;
  providerId: string;
}

async function answer(
  tell: Narrator,
  app: PackagedApp,
  { authData, contactId, providerId }: Zap,
  item: RawRecord,
): Promise<void> {
  const bundle = (inputData: RawRecord): { bundle: BundleInput } => ({
    bundle: { authData, inputData },
  });

  const conversation = await tell.step('Find Conversation by the contact', async () => {
    const answered = await app.one({
      method: 'searches.find_conversation.operation.perform',
      ...bundle({ contactId }),
    });
    const [found] = toList(answered['results']).filter(isRecord);
    assure(found !== undefined, 'No conversation was found.');
    assure(found['id'] === item['conversationId'], 'Another conversation was found.');
    return {
      result: found,
      details: [
        ['with', found['contactName']],
        ['last message', found['lastMessageBody']],
        ['unread', found['unreadCount']],
      ],
    };
  });

  const sent = await tell.step('Send Message: the reply', async () => {
    const message = await app.one({
      method: 'creates.send_message.operation.perform',
      ...bundle({
        contactId,
        channel: 'custom',
        message: REPLY,
        conversationProviderId: providerId,
      }),
    });
    return {
      result: message,
      details: [
        ['text', REPLY],
        ['status', message['status']],
      ],
    };
  });

  await tell.step('Send Message again, as a replay would: stopped as a duplicate', async () => {
    const stopped = await app
      .execute({
        method: 'creates.send_message.operation.perform',
        ...bundle({
          contactId,
          channel: 'custom',
          message: REPLY,
          conversationProviderId: providerId,
        }),
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    assure(
      stopped instanceof Error && stopped.name === 'HaltedError',
      'The same message was sent twice.',
    );
    return { result: undefined, details: [['says', stopped.message.split('\n')[0]]] };
  });

  await tell.step('Update Message Status to delivered', async () => {
    const updated = await app.one({
      method: 'creates.update_message_status.operation.perform',
      ...bundle({ messageId: sent['id'], status: 'delivered' }),
    });
    return { result: undefined, details: [['status', updated['status']]] };
  });

  await tell.step('Update Conversation: mark it as read', async () => {
    const updated = await app.one({
      method: 'creates.update_conversation.operation.perform',
      ...bundle({ conversationId: conversation['id'], markAs: 'read' }),
    });
    assure(updated['isUnread'] === false, 'The conversation is still unread.');
    return { result: undefined, details: [['unread', updated['unreadCount']]] };
  });
}

/** The first sub-account with a provider of this app, and a contact of it with email and phone. */
async function chooseCast(sandbox: SandboxClient): Promise<Cast> {
  const { subAccounts } = await sandbox.info();
  for (const { id: locationId, name: locationName, providers } of subAccounts) {
    const provider = providers.find(({ own }) => own);
    const contacts = await sandbox.list(`/state/contacts?locationId=${locationId}`);
    const contact = contacts.find(
      ({ email, phone, firstName, dnd }) => email && phone && firstName && dnd !== true,
    );
    if (!provider || !contact) continue;
    return {
      locationId,
      locationName,
      providerId: provider.id,
      contactId: toText(contact['id']) ?? '',
      contactName: [contact['firstName'], contact['lastName']].filter(Boolean).join(' '),
    };
  }
  throw new Error('The sandbox has no sub-account with a provider of this app.');
}
