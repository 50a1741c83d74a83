import { COMPANY_ID } from '../state/app-registration.ts';
import { seededId } from '../state/ids.ts';
import { PERMISSIONS } from '../state/permissions.ts';
import type { User } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';

const DAY = 86_400_000;

export const userId = (name: string): string => seededId(`user:${name}`);

interface Person {
  key: string;
  firstName: string;
  lastName: string;
  role: 'admin' | 'user';
  type?: 'account' | 'agency';
  locationIds: string[];
  extension?: string;
}

const people = (): Person[] => [
  {
    key: 'dana',
    firstName: 'Dana',
    lastName: 'Reyes',
    role: 'admin',
    locationIds: [HARBOUR],
    extension: '101',
  },
  {
    key: 'miguel',
    firstName: 'Miguel',
    lastName: 'Ortega',
    role: 'user',
    locationIds: [HARBOUR],
    extension: '102',
  },
  {
    key: 'priya',
    firstName: 'Priya',
    lastName: 'Shah',
    role: 'user',
    locationIds: [HARBOUR, NORTHSIDE_ID],
  },
  { key: 'ella', firstName: 'Ella', lastName: 'Novak', role: 'admin', locationIds: [NORTHSIDE_ID] },
  {
    key: 'tom',
    firstName: 'Tom',
    lastName: 'Becker',
    role: 'admin',
    type: 'agency',
    locationIds: [HARBOUR, NORTHSIDE_ID],
  },
];

/** Admins and users of both sub-accounts, and one of the agency. */
export function seedUsers(store: Store, now: number): void {
  people().forEach((person, index) => {
    const admin = person.role === 'admin';
    const user: User = {
      id: userId(person.key),
      companyId: COMPANY_ID,
      firstName: person.firstName,
      lastName: person.lastName,
      email: `${person.firstName}.${person.lastName}@example.com`.toLowerCase(),
      phone: `+1617555011${String(index)}`,
      type: person.type ?? 'account',
      role: person.role,
      locationIds: person.locationIds,
      permissions: Object.fromEntries(
        PERMISSIONS.map((key) => [
          key,
          key === 'assignedDataOnly' ? !admin : admin || !key.includes('settings'),
        ]),
      ),
      scopes: ['conversations.readonly', 'conversations.write', 'contacts.write'],
      scopesAssignedToOnly: [],
      deleted: false,
      dateAdded: now - (300 - index) * DAY,
      ...(person.extension === undefined ? {} : { extension: person.extension }),
    };
    store.users.add(user);
  });
}
