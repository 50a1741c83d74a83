import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { RECIPES } from '../../recipes/index.ts';
import { defineRecipe, stepsOf, type Recipe, type Step } from '../../recipes/recipe.ts';
import { problemsOf } from './check.ts';

const EACH = RECIPES.map((recipe) => [recipe.key, recipe] as const);

describe('every recipe', () => {
  test.each(EACH)('%s maps fields that exist, and all that are required', (_key, recipe) => {
    expect(problemsOf(recipe)).toEqual([]);
  });

  test.each(EACH)('%s is tried', (_key, { tries, steps }) => {
    expect(new Set(tries.map(({ title }) => title)).size).toBe(tries.length);
    expect(tries.some(({ finished }) => finished > 0)).toBe(true);
    const keys = stepsOf(steps).map(({ key }) => key);
    for (const { step } of tries.flatMap(({ receives }) => receives ?? [])) {
      expect(keys).toContain(step);
    }
  });

  test.each(EACH)('%s speaks of made-up people', (_key, recipe) => {
    const text = JSON.stringify(recipe);
    for (const [address] of text.matchAll(/[\w.+-]+@[\w.-]+/g)) {
      expect(address).toMatch(/@example\.(com|org)$/);
    }
    for (const [number] of text.matchAll(/\+\d{8,}/g)) expect(number).toMatch(/^\+1\d{3}555\d{4}$/);
  });

  test.each(EACH)('%s names the caller of a call by its contact', (_key, recipe) => {
    // HighLevel's events of calls come without the caller's number.
    if (recipe.trigger.kind !== 'own' || recipe.trigger.operation !== 'new_call') return;
    expect(JSON.stringify(recipe.steps)).not.toContain('{{trigger__from}}');
  });

  test('is in the list, by the name of its file', () => {
    const folder = fileURLToPath(new URL('../../recipes', import.meta.url));
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => basename(name, '.ts'))
      .filter((name) => !['apps', 'index', 'recipe'].includes(name));
    expect(RECIPES.map(({ key }) => key).sort()).toEqual(names.sort());
  });

  test('has a name and a title of its own', () => {
    for (const name of ['key', 'title'] as const) {
      expect(new Set(RECIPES.map((recipe) => recipe[name])).size).toBe(RECIPES.length);
    }
  });
});

describe('problemsOf finds', () => {
  const recipe = (steps: Step[], trigger?: Recipe['trigger']): Recipe =>
    defineRecipe({
      key: 'broken',
      title: 'Broken',
      purpose: 'Shows what is found.',
      needs: [],
      trigger: trigger ?? {
        kind: 'app',
        app: '17hats',
        event: 'New Contact',
        sample: { email: 'anna@example.com', lines: [{ name: 'One' }] },
      },
      steps,
      gives: [],
      notes: [],
      tries: [],
    });
  const sms = (inputs: Extract<Step, { kind: 'create' }>['inputs'], key = 'sms'): Step => ({
    key,
    kind: 'create',
    operation: 'send_sms',
    inputs,
  });

  test.each<[string, Step[], string[]]>([
    [
      'a field that is not there',
      [sms({ contactId: '{{trigger__email}}', text: 'Hello' })],
      ['sms: there is no field text.'],
    ],
    [
      'a required field that is empty',
      [sms({ message: 'Hello' })],
      ['sms: contactId is required and not filled in.'],
    ],
    [
      'a field that the trigger does not give',
      [sms({ contactId: '{{trigger__id}}' })],
      ['sms: nothing gives {{trigger__id}}.'],
    ],
    [
      'a step that runs later',
      [sms({ contactId: '{{next__contactId}}' }), sms({ contactId: '{{sms__contactId}}' }, 'next')],
      ['sms: {{next__contactId}} names a step that does not run before.'],
    ],
    [
      'an id typed in',
      [sms({ contactId: 'hT7gK2mWq9ZbR4xVnL0s' })],
      ['sms: contactId holds what looks like an id: hT7gK2mWq9ZbR4xVnL0s'],
    ],
    [
      'a choice that is not offered',
      [
        {
          key: 'read',
          kind: 'create',
          operation: 'update_conversation',
          inputs: { conversationId: '{{trigger__email}}', markAs: 'gone', starred: 'perhaps' },
        },
      ],
      ['read: markAs does not offer gone.', 'read: starred is true or false.'],
    ],
    [
      'a step inside another branch',
      [
        {
          key: 'how',
          kind: 'paths',
          branches: [
            {
              title: 'One',
              groups: 'fallback',
              steps: [sms({ contactId: '{{trigger__email}}' }, 'one')],
            },
            {
              title: 'Two',
              groups: 'fallback',
              steps: [sms({ contactId: '{{one__contactId}}' }, 'two')],
            },
          ],
        },
      ],
      ['two: {{one__contactId}} names a step that does not run before.'],
    ],
    [
      'a key that is taken',
      [sms({ contactId: '{{trigger__email}}' }, 'trigger')],
      ['trigger: the key is taken, or holds "__".'],
    ],
    [
      'a field of line items that is not there',
      [
        {
          key: 'course',
          kind: 'create',
          operation: 'import_course',
          inputs: {
            title: 'One',
            description: 'Two',
            posts: [{ name: '{{trigger__lines[]name}}' }],
          },
        },
      ],
      ['course: posts: there is no field name.'],
    ],
    [
      'a list where one value is asked for, and a dropdown where there is none',
      [
        {
          key: 'contact',
          kind: 'create',
          operation: 'upsert_contact',
          inputs: { email: ['{{trigger__email}}'], firstName: { choose: 'Anna' } },
        },
      ],
      ['contact: email takes no list.', 'contact: firstName has no dropdown.'],
    ],
  ])('%s', (_what, steps, problems) => {
    expect(problemsOf(recipe(steps))).toEqual(problems);
  });

  test('nothing in what is right', () => {
    const steps = [sms({ contactId: '{{trigger__contactId}}', message: '{{zap_meta_utc_iso}}' })];
    const trigger = { kind: 'own', operation: 'new_message', inputs: {} } as const;
    expect(problemsOf(recipe(steps, trigger))).toEqual([]);
  });
});
