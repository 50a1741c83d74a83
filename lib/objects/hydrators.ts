import type { Bundle, ZObject } from 'zapier-platform-core';

import { linkDetails, objectRecordDetails } from '../../resources/object_record.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { pointedId } from '../records/details.ts';
import { associationsOf, kindNames, nameOf as associationName } from './associations.ts';
import { recordName } from './ends.ts';
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

/** What the association and the two records of a link are called. @param bundle the IDs of these, and the keys of their objects */
export const link = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  const end = (name: 'first' | 'second') => ({
    objectKey: pointedId(bundle, `${name}ObjectKey`),
    recordId: pointedId(bundle, `${name}RecordId`),
  });
  const [first, second] = [end('first'), end('second')];
  const [associations, kindOf, firstName, secondName] = await Promise.all([
    associationsOf(z, bundle),
    kindNames(z, bundle),
    recordName(z, bundle, first),
    recordName(z, bundle, second),
  ]);
  const association = associations.find(({ id }) => id === bundle.inputData['associationId']);
  return linkDetails.parse({
    associationName: association && associationName(association),
    firstObjectName: kindOf(first.objectKey),
    firstRecordName: firstName,
    secondObjectName: kindOf(second.objectKey),
    secondRecordName: secondName,
  });
});
