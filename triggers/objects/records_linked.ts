import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, linkFilters, someLinks, withNames } from '../../lib/objects/link_events.ts';
import { linkItem } from '../../resources/object_record.ts';

export default defineHookTrigger({
  key: 'records_linked',
  noun: 'Link',
  display: {
    label: 'Records Linked',
    description:
      'Triggers when a record of a custom object is linked to a contact, opportunity, company or another record. Instant. When the link ends, use Records Unlinked.',
  },
  inputFields: linkFilters,
  events: ['RelationCreate'],
  resource: linkItem,
  examples: someLinks,
  filter: isAskedFor,
  withPointers: withNames,
});
