import type nock from 'nock';

import { highLevel, LOCATION_ID } from './app.ts';

/** The pipelines of the sub-account, as HighLevel sends them. */
export const PIPELINES = [
  {
    id: 'p1ZbR4xVnL0shT7gK2mW',
    name: 'Sales',
    stages: [
      { id: 's2ZbR4xVnL0shT7gK2mW', name: 'Proposal', position: 1 },
      { id: 's1ZbR4xVnL0shT7gK2mW', name: 'New', position: 0, stageWinProbability: 10 },
    ],
  },
  {
    id: 'p2ZbR4xVnL0shT7gK2mW',
    name: 'Projects',
    stages: [{ id: 's3ZbR4xVnL0shT7gK2mW', name: 'New', position: 0 }],
  },
];

/** An opportunity as a reading by ID answers it. */
export const OPPORTUNITY = {
  id: 'o1ZbR4xVnL0shT7gK2mW',
  name: 'Website',
  status: 'open',
  monetaryValue: 2500,
  pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
  pipelineStageId: 's2ZbR4xVnL0shT7gK2mW',
  assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  contact: {
    id: 'k1ZbR4xVnL0shT7gK2mW',
    name: 'Anna Example',
    email: 'anna@example.com',
    tags: ['vip'],
  },
  customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', fieldValue: 'Logo' }],
};

/** HighLevel answers a question for the pipelines. */
export function pipelines(): nock.Scope {
  return highLevel()
    .get('/opportunities/pipelines')
    .query({ locationId: LOCATION_ID })
    .reply(200, { pipelines: PIPELINES });
}

/** HighLevel answers what a step asks for the names of pipelines, users and lost reasons. */
export function nameLists(): void {
  pipelines();
  users();
  highLevel()
    .get('/opportunities/lost-reason')
    .query({ locationId: LOCATION_ID, limit: 100, skip: 0, deleted: false })
    .reply(200, { lostReasons: [{ id: 'l1ZbR4xVnL0shT7gK2mW', name: 'Price' }] });
}

export function users(): void {
  highLevel()
    .get('/users/')
    .query({ locationId: LOCATION_ID })
    .reply(200, {
      users: [{ id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent', email: 'sam@example.com' }],
    });
}

/** HighLevel answers a search. @param body what has to be in the request */
export function found(rows: readonly object[], body: object = {}, total = rows.length): void {
  highLevel()
    .post('/opportunities/search', (sent: Record<string, unknown>) =>
      Object.entries(body).every(
        ([key, value]) => JSON.stringify(sent[key]) === JSON.stringify(value),
      ),
    )
    .reply(200, { opportunities: rows, total });
}
