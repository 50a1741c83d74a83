import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, linkFilters, someLinks, withNames } from '../../lib/objects/link_events.ts';
import { linkItem } from '../../resources/object_record.ts';

export default defineHookTrigger({
  key: 'records_unlinked',
  noun: 'Link',
  display: {
    label: 'Records Unlinked',
    description:
      'Triggers when a record of a custom object is no longer linked to a contact, opportunity, company or another record, including when one of the two is deleted. Instant. When they are linked, use Records Linked.',
  },
  inputFields: linkFilters,
  events: ['RelationDelete'],
  resource: linkItem,
  examples: someLinks,
  filter: isAskedFor,
  withPointers: withNames,
});
