import { statSync } from 'node:fs';
import { join } from 'node:path';

import { ensurePackage } from '../../scripts/lib/package.ts';
import { makeTempFolder, removeFolder } from '../../local/index.ts';
import { kilobytes, type Fact, type Figure, type Findings } from '../figures.ts';
import { startAnswers, type Answers } from './answers.ts';
import { packageEmptyApp, packageOneOperation, unpackManyOperations } from './packages.ts';
import { eventOf, runScript, unpack } from './processes.ts';
import { measureRequests } from './requests.ts';
import { measureStartUp, type Unpacked } from './start-up.ts';
import { measureMemory, measureSteps, profileStep } from './steps.ts';
import { CONTACT_ID, CONVERSATION_ID } from './ids.ts';

/** How much the connector's part measures. */
export interface Effort {
  coldStarts: number;
  rounds: number;
  runs: number;
  polls: number;
  accounts: readonly number[];
}

/** Everything about the packaged connector. */
export async function benchConnector(effort: Effort): Promise<Findings> {
  const folder = makeTempFolder();
  const answers = await startAnswers();
  try {
    const { buildZip, buildBytes } = await ensurePackage();
    const emptyZip = join(folder, 'empty.zip');
    const oneOperationZip = join(folder, 'one-operation.zip');
    await packageEmptyApp(emptyZip);
    await packageOneOperation(oneOperationZip);
    const apps = {
      connector: join(folder, 'connector'),
      empty: join(folder, 'empty'),
      oneOperation: join(folder, 'one-operation'),
      manyOperations: join(folder, 'many-operations'),
      highLevel: answers.url,
    };
    unpack(buildZip, apps.connector);
    unpack(emptyZip, apps.empty);
    unpack(oneOperationZip, apps.oneOperation);
    await unpackManyOperations(buildZip, apps.manyOperations);
    const requests = await measureRequests(effort.accounts);
    return {
      figures: [
        ...(await measureStartUp(apps, effort.coldStarts)),
        sizeFigure(buildBytes, statSync(emptyZip).size),
        ...(await measureSteps(apps, effort.rounds, effort.runs)),
      ],
      facts: [
        ...(await countCalls(apps, answers)),
        ...requests.facts,
        await profileStep(apps, effort.runs),
        await measureMemory(apps, effort.polls),
      ],
      curves: [requests.curve],
    };
  } finally {
    await answers.close();
    removeFolder(folder);
  }
}

function sizeFigure(bytes: number, emptyBytes: number): Figure {
  return {
    part: 'connector',
    measure: 'size of the zip',
    baseline: 'the empty integration, packaged the same way',
    ratios: [bytes / emptyBytes],
    target: { atMost: 1.5 },
    absolute: kilobytes(bytes),
    baselineAbsolute: kilobytes(emptyBytes),
  };
}

/** The last number is the least that the API allows: who is assigned has a name in the list of users alone. */
const CALLS = [
  ['find by contact', 'searches.find_conversation', { contactId: CONTACT_ID }, 2],
  ['find by email address', 'searches.find_conversation', { email: 'anna@example.com' }, 3],
  ['send', 'creates.send_message', { contactId: CONTACT_ID, channel: 'sms', message: 'Hi' }, 1],
  ['update', 'creates.update_conversation', { conversationId: CONVERSATION_ID, markAs: 'read' }, 1],
] as const;

/** Requests of single steps, beside the least that HighLevel's API allows. */
async function countCalls({ connector, highLevel }: Unpacked, answers: Answers): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const [measure, operation, inputData, least] of CALLS) {
    answers.takeCount();
    const event = eventOf(highLevel, `${operation}.operation.perform`, { ...inputData });
    await runScript('first-run.mjs', connector, JSON.stringify(event));
    const count = answers.takeCount();
    facts.push({
      part: 'connector',
      measure: `requests of a step: ${measure}`,
      value: String(count),
      target: `${least}, the least that the API allows`,
      holds: count === least,
    });
  }
  return facts;
}
