import { seededId } from '../state/ids.ts';

/** The two seeded sub-accounts. */
export const HARBOUR_PHONE = '+16175550100';
export const HARBOUR = seededId('location:harbour-dental');
export const NORTHSIDE_ID = seededId('location:northside-fitness');
