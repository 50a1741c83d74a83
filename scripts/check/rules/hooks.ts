import { isRecord } from '../../../resources/values.ts';
import { isFunction, visible, type Integration, type Operation } from '../integration.ts';
import type { Rule } from '../rule.ts';

function hooksOf(integration: Integration): Operation[] {
  return visible(integration).filter(({ type }) => type === 'hook');
}

/** Whether a method is given, as a function or as a request. */
function has({ raw }: Operation, method: string): boolean {
  return isFunction(raw[method]) || isRecord(raw[method]);
}

function isStatic(operation: Operation): boolean {
  return !has(operation, 'performSubscribe') || !has(operation, 'performUnsubscribe');
}

const performList: Rule<Integration> = {
  id: 'D006',
  title: 'An instant trigger can list recent items',
  check: (integration) =>
    hooksOf(integration)
      .filter((operation) => !has(operation, 'performList'))
      .map(({ path }) => ({
        operation: path,
        message: 'Without performList a person must wait for an event to set up the Zap.',
      })),
};

const onlyStaticHook: Rule<Integration> = {
  id: 'D016',
  title: 'The integration is more than one static webhook',
  check: (integration) => {
    const [only, ...others] = visible(integration);
    return only?.type === 'hook' && others.length === 0 && isStatic(only)
      ? [{ operation: only.path, message: 'The integration is a static webhook and nothing else.' }]
      : [];
  },
};

const staticHook: Rule<Integration> = {
  id: 'D017',
  title: 'An instant trigger subscribes and unsubscribes by itself',
  check: (integration) =>
    hooksOf(integration)
      .filter(isStatic)
      .map(({ path }) => ({
        operation: path,
        message: 'It lacks performSubscribe or performUnsubscribe, so people must paste a URL.',
      })),
};

export const hookRules = [performList, onlyStaticHook, staticHook];
