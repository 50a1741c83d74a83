import { createRequire } from 'node:module';

import { startWorkbench, type RunningWorkbench } from '../../workbench/server/workbench.ts';

/** What the workbench's own packages are found by: they stand in its node_modules. */
export const requireOfWorkbench = createRequire(
  new URL('../../workbench/package.json', import.meta.url),
);

/** A workbench on a free port, and how a script asks it. */
export interface OpenWorkbench extends RunningWorkbench {
  /** The session's cookie, as `name=value`. */
  cookie: string;
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** Starts a workbench and opens it as a browser does: by the address with the token. */
export async function openWorkbench(): Promise<OpenWorkbench> {
  const workbench = await startWorkbench({ port: 0 });
  const opened = await fetch(workbench.address);
  const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';');
  return {
    ...workbench,
    cookie,
    post: (path, body, headers = {}) =>
      fetch(workbench.origin + path, {
        method: 'POST',
        headers: {
          cookie,
          origin: workbench.origin,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      }),
  };
}
