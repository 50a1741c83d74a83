import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  eventFilters,
  isAskedFor,
  ofChosenObject,
  someRecords,
  withPointers,
} from '../../lib/objects/events.ts';
import { withObjectFields } from '../../lib/objects/field_inputs.ts';
import { objectRecordItem } from '../../resources/object_record.ts';

export default defineHookTrigger({
  key: 'record_updated',
  noun: 'Record',
  display: {
    label: 'Record Updated',
    description:
      'Triggers when a field or the owner of a record of a custom object changes. Instant. The trigger does not see what changed: add a Filter step to continue for some changes only.',
  },
  inputFields: eventFilters,
  events: ['RecordUpdate'],
  resource: objectRecordItem,
  examples: someRecords('updatedAt'),
  completes: ofChosenObject,
  filter: isAskedFor,
  withPointers,
  output: withObjectFields(objectRecordItem, 'record__fields__'),
});
