import type { Bundle, ZObject } from 'zapier-platform-core';

import { objectRecordDetails } from '../../resources/object_record.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { pointedId } from '../records/details.ts';
import { described, ownerNames, rawRecord } from './records.ts';
import { schemaOf } from './schema.ts';

/** A record of a custom object with its values by type, which its webhook has as text. @param bundle `objectKey` and `recordId` */
export const objectRecord = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  const objectKey = pointedId(bundle, 'objectKey');
  const raw = await rawRecord(z, bundle, objectKey, pointedId(bundle, 'recordId'));
  if (!raw) return objectRecordDetails.parse({});
  const [schema, nameOf] = await Promise.all([
    schemaOf(z, bundle, objectKey),
    ownerNames(z, bundle, [raw]),
  ]);
  return objectRecordDetails.parse(described(bundle, schema, raw, nameOf));
});
