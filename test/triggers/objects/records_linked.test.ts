import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfLinkHook } from '../../support/link_hooks.ts';

describe('records_linked', () => {
  testsOfLinkHook(App.triggers.records_linked, 'records_linked', 'RelationCreate');
});
