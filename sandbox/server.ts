import { buildApp } from './app.ts';
import { APP } from './state/app-registration.ts';

const DEFAULT_PORT = 4010;

const port = process.env.PORT === undefined ? DEFAULT_PORT : Number(process.env.PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`PORT must be a number from 0 to 65535, not "${process.env.PORT ?? ''}".\n`);
  process.exit(2);
}

const { app, sandbox } = buildApp({ privateKey: process.env.SANDBOX_WEBHOOK_PRIVATE_KEY });
const address = await app.listen({ host: '127.0.0.1', port });
const locations = [...sandbox.store.locations.values()].map(({ name }) => name).join(', ');

process.stdout.write(`Sandbox listening on ${address}

  Sign in         ${address}/v2/oauth/chooselocation
  CLIENT_ID       ${APP.clientId}
  CLIENT_SECRET   ${APP.clientSecret}
  Sub-accounts    ${locations}
  Control         ${address}/__sandbox
  Webhook key     the public key is in the answer of ${address}/__sandbox
`);

const stop = (): void => {
  void app.close().then(() => {
    process.exit(0);
  });
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
