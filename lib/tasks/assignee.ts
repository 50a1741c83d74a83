import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactById } from '../contacts/contacts.ts';
import { nextInTurn } from '../users/in_turn.ts';
import { exactlyOne } from '../inputs/alternatives.ts';

/** The ways to say who does a task; one of them at most. */
export interface AssigneeInput {
  contactId: string;
  assignedTo?: string;
  usersInTurn?: string[];
  toContactOwner?: boolean;
}

/**
 * Who does a task; undefined for nobody. One request where it is whoever looks after the contact.
 *
 * @throws errors.Error when more than one is said
 */
export async function assigneeOf(
  z: ZObject,
  bundle: Bundle,
  { contactId, assignedTo, usersInTurn, toContactOwner }: AssigneeInput,
): Promise<string | undefined> {
  exactlyOne(
    {
      'Assigned User': assignedTo,
      'Users in Turn': usersInTurn,
      "Assign to Contact's User": toContactOwner === true ? true : undefined,
    },
    { atLeast: 0 },
  );
  if (usersInTurn) return nextInTurn(z, bundle, usersInTurn);
  if (toContactOwner) return (await contactById(z, contactId))?.assignedTo ?? undefined;
  return assignedTo;
}
