import { highLevel } from './app.ts';

/** HighLevel, asked for the conversation of contact `k1`, answers `c1`. */
export function conversationIsFound(): void {
  highLevel()
    .get('/conversations/search')
    .query((query) => query['contactId'] === 'k1ZbR4xVnL0shT7gK2mW' && query['limit'] === '1')
    .reply(200, {
      conversations: [{ id: 'c1ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' }],
      total: 1,
    });
}
