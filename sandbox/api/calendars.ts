import type { FastifyInstance } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { booleanText, csv, numberText, type Reader, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { freeStarts } from '../state/availability.ts';
import { dayIn, isoIn, isZone } from '../state/zones.ts';
import { calendarView, groupView, zoneOf } from './calendar-views.ts';
import { findCalendar, param } from './find.ts';

const READ = { access: { scope: 'calendars.readonly' } };

/** Days that one search for free times spans at most. */
const FREE_DAYS = 31;
const DAY_MS = 86_400_000;

const zoneName: Reader<string> = (value, name, problems) => {
  if (typeof value === 'string' && isZone(value)) return value;
  problems.push(`${name} must be a valid IANA time-zone`);
  return undefined;
};

/** Calendars, their groups, and when they are free. */
export function calendarRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/calendars/', { config: READ }, (request) => {
    const query = readLocationQuery(request, {}, { groupId: string, showDrafted: booleanText });
    const found = sandbox.store.calendars.filter(
      (one) =>
        one.locationId === query.locationId &&
        (query.groupId === undefined || one.groupId === query.groupId) &&
        (query.showDrafted !== false || one.isActive),
    );
    return { calendars: found.map(calendarView) };
  });

  app.get(
    '/calendars/groups',
    { config: { access: { scope: 'calendars/groups.readonly' } } },
    (request) => {
      const { locationId } = readLocationQuery(request, {}, {});
      const found = sandbox.store.calendarGroups.filter((one) => one.locationId === locationId);
      return { groups: found.map(groupView) };
    },
  );

  app.get('/calendars/:calendarId', { config: READ }, (request) => ({
    calendar: calendarView(findCalendar(sandbox, request, param(request, 'calendarId'))),
  }));

  app.get('/calendars/:calendarId/free-slots', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { startDate: numberText, endDate: numberText },
      { timezone: zoneName, userId: string, userIds: csv },
    );
    const calendar = findCalendar(sandbox, request, param(request, 'calendarId'));
    const { startDate: start, endDate: end } = query;
    if (end < start) throw badRequest('endDate must be after startDate');
    if (end - start > FREE_DAYS * DAY_MS) {
      throw badRequest(`Date range cannot be more than ${String(FREE_DAYS)} days`);
    }
    const zone = zoneOf(sandbox, calendar.locationId);
    const userId = query.userId ?? query.userIds?.[0];
    const starts = freeStarts(
      sandbox.store,
      calendar,
      zone,
      { start, end },
      { userId, now: sandbox.now() },
    );
    const shown = query.timezone ?? zone;
    const days: Record<string, { slots: string[] }> = {};
    for (const at of calendar.isActive ? starts : []) {
      (days[dayIn(shown, at)] ??= { slots: [] }).slots.push(isoIn(shown, at));
    }
    return days satisfies Json;
  });
}
