import { isRecord, toList, toText, type RawRecord } from '../../../resources/values.ts';
import { PackagedApp, type BundleInput } from '../../../test/support/packaged-app.ts';
import { SandboxClient } from '../../../test/support/sandbox-client.ts';
import { startRelay, startSandbox } from '../../../test/support/servers.ts';
import { signIn } from '../../../test/support/sign-in.ts';
import { HookReceiver } from './hook-receiver.ts';

/** More calls than a check makes: what is looked at is what operations give, not how often. */
const NO_LIMIT = { max: 1_000_000, daily: 1_000_000 };

/** The packaged connector, connected to a sub-account of the local HighLevel, with the relay between. */
export interface SandboxAccount {
  app: PackagedApp;
  sandbox: SandboxClient;
  locationId: string;
  /** The marketplace app that the connector signs in as. */
  appId: string;
  /** What every step's bundle has. */
  connection: BundleInput;
  /** Where the relay delivers, in the place of Zapier. */
  receiver: HookReceiver;
  /** The data as at the start, and nothing remembered: each operation runs as if it were the first. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts sandbox, relay and the packaged connector, and signs in.
 *
 * @throws Error when one of them does not start; those that did are ended
 */
export async function openSandboxAccount(): Promise<SandboxAccount> {
  const running: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const part of running.splice(0).reverse()) await part.close();
  };
  try {
    const highLevel = await startSandbox();
    running.push(highLevel);
    const sandbox = new SandboxClient(highLevel.url);
    const info = await sandbox.info();
    const receiver = await HookReceiver.start();
    running.push(receiver);
    const relay = await startRelay({
      HIGHLEVEL_API_URL: highLevel.url,
      HIGHLEVEL_WEBHOOK_PUBLIC_KEY: textIn(info, 'webhookPublicKey'),
      RELAY_TARGET_HOSTS: receiver.origin,
    });
    running.push(relay);
    await sandbox.post('/webhooks', { url: `${relay.url}/webhooks/highlevel` });
    const app = await PackagedApp.open({
      env: {
        CLIENT_ID: textIn(info, 'clientId'),
        CLIENT_SECRET: textIn(info, 'clientSecret'),
        HIGHLEVEL_API_URL: highLevel.url,
        HIGHLEVEL_AUTHORIZE_URL: textIn(info, 'authorizeUrl'),
        HOOK_RELAY_URL: relay.url,
      },
    });
    running.push(app);
    const locationId = largestLocation(info);
    const { authData } = await signIn(app, {
      form: { decision: 'allow', location_id: locationId },
    });
    const reset = async () => {
      app.rpc.reset();
      await sandbox.post('/reset');
      await sandbox.post('/limits', NO_LIMIT);
    };
    await reset();
    const appId = textIn(info, 'appId');
    return { app, sandbox, locationId, appId, connection: { authData }, receiver, reset, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The sub-account with the most messages has something of everything. */
function largestLocation(info: RawRecord): string {
  const messages = ({ counts }: RawRecord) => Number(isRecord(counts) ? counts['messages'] : 0);
  const [largest] = toList(info['locations'])
    .filter(isRecord)
    .toSorted((one, other) => messages(other) - messages(one));
  return textIn(largest ?? {}, 'id');
}

function textIn(record: RawRecord, key: string): string {
  const text = toText(record[key]);
  if (text === null) throw new Error(`The sandbox does not tell its ${key}.`);
  return text;
}
