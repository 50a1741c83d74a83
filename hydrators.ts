/**
 * What is fetched only when a Zap uses it. Zapier keeps the pointers, so they hold ids and URLs and
 * no more. A record that is gone comes back with every key empty: the Zap goes on.
 */
export * from './lib/calendars/hydrators.ts';
export * from './lib/campaigns/hydrators.ts';
export * from './lib/contacts/hydrators.ts';
export * from './lib/conversations/hydrators.ts';
export * from './lib/messages/hydrators.ts';
export * from './lib/notes/hydrators.ts';
export * from './lib/objects/hydrators.ts';
export * from './lib/opportunities/hydrators.ts';
export * from './lib/tasks/hydrators.ts';
export * from './lib/users/hydrators.ts';
