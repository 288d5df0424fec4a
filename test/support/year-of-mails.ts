import { createHash } from 'node:crypto';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { compose } from '../../src/platform/mail/compose';
import { aMeeting, anInvitation } from './calls';

/** A meeting at 18.00 every Wednesday of 2027, over both changes of the clocks. */
export const wednesdays = Array.from({ length: 52 }, (_, week) => CalendarDate.of('2027-01-06').plusDays(week * 7));

const digest = (): string => {
  const hash = createHash('sha256');
  for (const { iso } of wednesdays)
    hash.update(compose(anInvitation({ meeting: aMeeting({ day: iso, start: '18:00' }) })));
  return hash.digest('hex');
};

if (require.main === module) process.stdout.write(digest());
