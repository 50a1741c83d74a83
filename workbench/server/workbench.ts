import { LocalZapier } from '../../local/index.ts';
import { prepareHighLevel } from './highlevel/prepare.ts';
import { createApp, portOf } from './app.ts';
import { buildPage } from './build-page.ts';
import { Operations } from './catalog/operations.ts';
import { Connections } from './connections/connections.ts';
import { Access } from './http/access.ts';
import { withLive, type Live } from './live/live.ts';

/** A workbench that runs. */
export interface RunningWorkbench {
  /** With the token that opens it. */
  address: string;
  /** Without it. */
  origin: string;
  zapier: LocalZapier;
  /** Its relay, and what goes through it. */
  live: Live;
  close(): Promise<void>;
}

/**
 * Starts the workbench on the loopback: the page, over a local HighLevel and a relay of its own.
 *
 * @param port 0 takes a free one
 * @throws Error when a part does not start; those that did are ended
 */
export async function startWorkbench({ port }: { port: number }): Promise<RunningWorkbench> {
  const [pageFolder, { zapier, live }] = await Promise.all([
    buildPage(),
    withLive((relay) => LocalZapier.start({ relay, requestLog: false })),
  ]);
  try {
    await prepareHighLevel(zapier);
    const connections = await Connections.open(zapier);
    const operations = new Operations(await zapier.app.definition());
    live.learn(operations);
    const access = new Access();
    const app = createApp({ zapier, operations, connections, live }, access, pageFolder);
    app.addHook('onClose', () => connections.close());
    await app.listen({ host: '127.0.0.1', port });
    const origin = `http://127.0.0.1:${portOf(app)}`;
    return {
      origin,
      address: `${origin}/?token=${access.token}`,
      zapier,
      live,
      close: async () => {
        await app.close();
        await zapier.close();
      },
    };
  } catch (error) {
    await zapier.close();
    throw error;
  }
}
