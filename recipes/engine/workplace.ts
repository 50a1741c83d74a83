import { toRecord, toText } from '../../resources/values.ts';
import { PackagedApp } from '../../test/support/packaged-app.ts';
import { SandboxClient } from '../../test/support/sandbox-client.ts';
import { startRelay, startSandbox } from '../../test/support/servers.ts';
import { signIn } from '../../test/support/sign-in.ts';
import { CatchHooks } from './catch-hook.ts';

/** The sub-account of the sandbox in which recipes run. */
export const SUB_ACCOUNT = 'Harbour Dental';

/** Everything around a Zap: Zapier with the packaged integration, HighLevel, and the relay between. */
export interface Workplace {
  app: PackagedApp;
  sandbox: SandboxClient;
  hooks: CatchHooks;
  /** The connection that a person made on the consent page. */
  authData: Record<string, string>;
  close: () => Promise<void>;
}

/** Starts all of it on free ports of this machine and signs in. */
export async function openWorkplace(): Promise<Workplace> {
  const server = await startSandbox();
  const sandbox = new SandboxClient(server.url);
  const info = await sandbox.info();
  const hooks = await CatchHooks.open();
  const relay = await startRelay({
    HIGHLEVEL_API_URL: server.url,
    HIGHLEVEL_WEBHOOK_PUBLIC_KEY: toText(info['webhookPublicKey']) ?? '',
    RELAY_TARGET_HOSTS: hooks.origin,
  });
  await sandbox.post('/webhooks', { url: `${relay.url}/webhooks/highlevel` });
  const app = await PackagedApp.open({
    env: {
      HIGHLEVEL_API_URL: server.url,
      HIGHLEVEL_AUTHORIZE_URL: toText(info['authorizeUrl']) ?? '',
      CLIENT_ID: toText(info['clientId']) ?? '',
      CLIENT_SECRET: toText(info['clientSecret']) ?? '',
      HOOK_RELAY_URL: relay.url,
    },
  });
  const [location] = await sandbox.list(`/state/locations?name=${encodeURIComponent(SUB_ACCOUNT)}`);
  const { authData } = await signIn(app, {
    form: { decision: 'allow', location_id: toText(toRecord(location)['id']) ?? '' },
  });
  const close = async () => {
    await app.close();
    await Promise.all([relay.close(), server.close(), hooks.close()]);
  };
  return { app, sandbox, hooks, authData, close };
}
