import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../../src/access/domain/viewer';
import { Units } from '../../src/access/units.service';
import { GroupDrafts } from '../../src/groups/group-drafts.service';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import { People } from '../../src/people/people.service';
import { Database } from '../../src/platform/database/database';
import { details } from './people-builders';

/** Something of each kind that an address can name, all of one organisation and one coordinator. */
export type Owned = Readonly<Record<'person' | 'group' | 'meeting' | 'unit' | 'coordinator' | 'unknown', string>>;

export function ownedBy(app: INestApplicationContext, administrator: Viewer, coordinator: Viewer): Promise<Owned> {
  const of = <Service>(service: new (...given: never[]) => Service): Service => app.get(service, { strict: false });
  return of(Database).transaction(async () => {
    const person = await of(People).add(coordinator, 'service-user', details({ calledName: 'Olle' }));
    const beginning = { serviceUserId: person.id, profile: 'resource-group', name: 'Gänget', neutralTitle: 'Möte' };
    const group = await of(GroupDrafts).begin(coordinator, beginning);
    const day = CalendarDate.of('2027-04-14');
    const hour = { number: 1, target: day, day, start: TimeOfDay.of('13:00'), minutes: 60, reason: '' };
    const [meeting] = await of(Bookings).book(coordinator, group.id, [
      { ...hour, form: 'office', place: 'Rum 3', placeIsPublic: false, why: '[]' },
    ]);
    const unit = await of(Units).add(administrator, 'Mottagning Syd');
    const ids = { person: person.id, group: group.id, meeting: meeting?.id ?? '', unit: unit.id };
    return { ...ids, coordinator: coordinator.userId, unknown: randomUUID() };
  });
}
