import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  deletedOfChosenObject,
  eventFilters,
  isAskedFor,
  someDeleted,
} from '../../lib/objects/events.ts';
import { withObjectFields } from '../../lib/objects/field_inputs.ts';
import { deletedObjectRecord } from '../../resources/object_record.ts';

export default defineHookTrigger({
  key: 'record_deleted',
  noun: 'Record',
  display: {
    label: 'Record Deleted',
    description:
      'Triggers when a record of a custom object is deleted, with its last details. Instant.',
  },
  inputFields: eventFilters,
  events: ['RecordDelete'],
  resource: deletedObjectRecord,
  examples: someDeleted,
  completes: deletedOfChosenObject,
  filter: isAskedFor,
  output: withObjectFields(deletedObjectRecord),
});
