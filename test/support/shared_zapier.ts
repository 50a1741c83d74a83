import { LocalZapier, PackagedApp, signIn } from '../../local/index.ts';
import { exitWhenTold } from './light-lane/exit-when-told.ts';

let zapier: Promise<LocalZapier> | undefined;
let loggingApp: Promise<PackagedApp> | undefined;

/**
 * Zapier on this machine as it is just after its start, which the suites of a process share: those that
 * need no relay and change nothing but HighLevel's data. It writes no log lines about requests. It ends
 * with the lane; a suite with other settings starts a `LocalZapier` of its own.
 */
export async function sharedZapier(): Promise<LocalZapier> {
  zapier ??= start();
  const shared = await zapier;
  await shared.reset();
  const { locationId = '' } = shared.authData;
  const { authData } = await signIn(shared.app, { decision: 'allow', location_id: locationId });
  return shared.beside({ authData });
}

/** The shared Zapier with a container that writes down requests as Zapier does; its log is empty. */
export async function withRequestLog(shared: LocalZapier): Promise<LocalZapier> {
  loggingApp ??= shared.sandbox.connectorSettings().then((env) => PackagedApp.open({ env }));
  const app = await loggingApp;
  app.rpc.reset();
  return shared.beside({ app });
}

/** Ends both, where they were started in this process. */
export async function endSharedZapier(): Promise<void> {
  await (await loggingApp)?.close();
  await (await zapier)?.close();
}

function start(): Promise<LocalZapier> {
  exitWhenTold();
  return LocalZapier.start({ requestLog: false });
}
