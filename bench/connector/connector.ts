import { statSync } from 'node:fs';
import { join } from 'node:path';

import { ensurePackage } from '../../scripts/lib/package.ts';
import { makeTempFolder, removeFolder } from '../../test/support/temp.ts';
import { kilobytes, type Fact, type Figure, type Findings } from '../figures.ts';
import { startAnswers, type Answers } from './answers.ts';
import { packageEmptyApp } from './empty-app.ts';
import { eventOf, runScript, unpack } from './processes.ts';
import { measureRequests } from './requests.ts';
import { measureStartUp, type Pair } from './start-up.ts';
import { measureMemory, measureSteps } from './steps.ts';

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
    await packageEmptyApp(emptyZip);
    const pair = {
      connector: join(folder, 'connector'),
      empty: join(folder, 'empty'),
      highLevel: answers.url,
    };
    unpack(buildZip, pair.connector);
    unpack(emptyZip, pair.empty);
    const requests = await measureRequests(effort.accounts);
    return {
      figures: [
        ...(await measureStartUp(pair, effort.coldStarts)),
        sizeFigure(buildBytes, statSync(emptyZip).size),
        ...(await measureSteps(pair, effort.rounds, effort.runs)),
      ],
      facts: [
        ...(await countCalls(pair, answers)),
        ...requests.facts,
        await measureMemory(pair, effort.polls),
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

const CALLS = [
  ['find by contact', 'searches.find_conversation', { contactId: 'contact-1' }, 1],
  ['find by e-mail address', 'searches.find_conversation', { email: 'anna@example.com' }, 2],
  ['send', 'creates.send_message', { contactId: 'contact-1', channel: 'sms', message: 'Hi' }, 1],
  [
    'update',
    'creates.update_conversation',
    { conversationId: 'conversation-1', markAs: 'read' },
    1,
  ],
] as const;

/** Requests of single steps, beside the least that HighLevel's API allows. */
async function countCalls({ connector, highLevel }: Pair, answers: Answers): Promise<Fact[]> {
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
