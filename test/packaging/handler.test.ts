import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';

import { closeServer, listen, OperationError, PackagedApp } from '../../local/index.ts';
import { readPackage } from '../../scripts/lib/package.ts';

/** Answers every request as HighLevel answers one for a sub-account, and notes what was asked. */
let highLevel: Server;
const requests: IncomingMessage[] = [];
let app: PackagedApp;

beforeAll(async () => {
  highLevel = createServer((request, response) => {
    requests.push(request);
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ location: { id: 'loc1ZbR4xVnL0shT7gK2', name: 'Example Studio' } }));
  });
  const url = await listen(highLevel);
  app = await PackagedApp.open({
    env: { HIGHLEVEL_API_URL: url, CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1' },
  });
});

afterAll(async () => {
  await closeServer(highLevel);
  await app.close();
});

describe("the unpacked zip behind Zapier's handler", () => {
  test('answers the definition that the zip was made with', async () => {
    const { buildZip, version } = readPackage();
    const shipped = unzipSync(readFileSync(buildZip))['definition.json'];
    const definition = await app.handlerDefinition();
    expect(definition).toEqual(JSON.parse(strFromU8(shipped ?? new Uint8Array())));
    expect(definition['version']).toBe(version);
  });

  test("is valid by Zapier's schema", async () => {
    expect(await app.validate()).toEqual([]);
  });

  test('tests a connection over HTTP, with the settings that Zapier hands it', async () => {
    await app.one({
      method: 'authentication.test',
      bundle: { authData: { access_token: 'token-1', locationId: 'loc1ZbR4xVnL0shT7gK2' } },
    });
    const [request] = requests;
    expect(request?.url).toBe('/locations/loc1ZbR4xVnL0shT7gK2');
    expect(request?.headers.authorization).toBe('Bearer token-1');
  });

  test('reports a failure with the class and the sentence of the error', async () => {
    const failure = app.execute({
      method: 'creates.send_message.operation.perform',
      bundle: { authData: { access_token: 'token-1', locationId: 'loc1ZbR4xVnL0shT7gK2' } },
    });
    await expect(failure).rejects.toThrow(OperationError);
    await expect(failure).rejects.toMatchObject({
      name: 'AppError',
      summary: expect.stringMatching(/^\S.*\.$/),
    });
  });

  test('reports a method that does not exist', async () => {
    await expect(app.execute({ method: 'creates.nothing.operation.perform' })).rejects.toThrow(
      'Could not find the method to call',
    );
  });
});
