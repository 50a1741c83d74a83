import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfLinkHook } from '../../support/link_hooks.ts';

describe('records_unlinked', () => {
  testsOfLinkHook(App.triggers.records_unlinked, 'records_unlinked', 'RelationDelete');
});
