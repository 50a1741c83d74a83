import { describe, expect, test } from '@jest/globals';

import { changeOf } from '../../../lib/hooks/previous.ts';

describe('what an event did to a field', () => {
  const event = {
    type: 'OpportunityUpdate',
    previous: {
      changed: { status: 'open', monetaryValue: 0, assignedTo: null },
      edited: ['title'],
      unknown: ['pipelineId'],
    },
  };

  test('changed: its value before is there, empty or not', () => {
    expect(changeOf(event, 'status')).toEqual({ kind: 'changed', from: 'open' });
    expect(changeOf(event, 'monetaryValue')).toEqual({ kind: 'changed', from: 0 });
    expect(changeOf(event, 'assignedTo')).toEqual({ kind: 'changed', from: null });
  });

  test('changed: of a text nobody knows what was there before', () => {
    expect(changeOf(event, 'title')).toEqual({ kind: 'changed' });
    expect(changeOf(event, 'notes')).toEqual({ kind: 'same' });
  });

  test('unknown: the relay sees it for the first time', () => {
    expect(changeOf(event, 'pipelineId')).toEqual({ kind: 'unknown' });
  });

  test('the same: the relay says nothing of it', () => {
    expect(changeOf(event, 'pipelineStageId')).toEqual({ kind: 'same' });
  });

  test.each([[{}], [{ previous: null }], [{ previous: 'open' }]])(
    'nothing is known where the relay added nothing: %j',
    (bare) => {
      expect(changeOf(bare, 'status')).toEqual({ kind: 'unknown' });
    },
  );
});
