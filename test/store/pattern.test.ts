import { linkHolder } from '../../src/audit/audit-log.service';
import { Availability } from '../../src/availability/availability.service';
import type { SaidTimes } from '../../src/availability/domain/pattern';
import { HoursNotes } from '../../src/availability/hours-notes.service';
import { Patterns } from '../../src/availability/patterns.service';
import { OwnYears } from '../../src/invitations/own-years.service';
import { PatternAsking } from '../../src/invitations/pattern-asking.service';
import type { PersonId } from '../../src/kernel/identifiers';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { arrived } from '../support/calls-server';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { byMail } from '../support/people-builders';

const said: SaidTimes = { suits: [{ weekday: 2, part: 'morning' }], never: [aDay('2027-07-12')] };
const period = { from: aDay('2027-07-01'), until: aDay('2027-07-31') };

onEachDatabase((_, open) => {
  describe('when it usually suits people', () => {
    let house: CallsHouse;
    let group: CalledGroup;
    let other: CalledGroup;
    let eva: PersonId;
    let gun: PersonId;

    beforeAll(async () => {
      house = await CallsHouse.on((await open(callTables)).database);
      group = await CalledGroup.in(house);
      other = await CalledGroup.in(house, 'Bo Dahl');
      eva = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
      gun = await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' });
    });
    afterAll(() => house.close());

    const placeOf = (personId: PersonId) => ({
      ...{ organisationId: group.viewer.organisationId, groupId: group.id, personId },
    });
    const ask = (viewer = group.viewer) => house.within(() => house.get(PatternAsking).send(viewer, group.id));
    const standing = async () => {
      const { asking } = await house.within(() => house.get(PatternAsking).prepare(group.viewer, group.id));
      return Object.fromEntries(asking.map(({ line, state }) => [line.person.calledName, state]));
    };
    const yearOf = (personId: PersonId) => house.within(() => house.get(OwnYears).of(placeOf(personId)));
    const answer = (times = said) =>
      house.within(() => house.get(Patterns).take(linkHolder(placeOf(eva), 'link'), placeOf(eva), times));
    const note = (hours: readonly string[]) =>
      house.within(() =>
        house.get(HoursNotes).setHours(
          group.viewer,
          eva,
          hours.map((opens) => ({ weekday: 4, opens: TimeOfDay.of(opens), closes: TimeOfDay.of('15:00') })),
        ),
      );
    const known = async () => {
      const wanted = { people: [eva], period };
      const { hours, taken } = await house.within(() => house.get(Availability).of(group.viewer, group.id, wanted));
      return {
        hours: hours.map(({ weekday, opens, closes }) => `${String(weekday)} ${opens.toString()}–${closes.toString()}`),
        taken: taken.map(({ starts, ends }) => `${starts} ${ends}`),
      };
    };

    it('is asked by nobody who does not coordinate the group', async () => {
      await expect(ask(other.viewer)).rejects.toThrow('notFound');
      expect(await house.within(() => house.database.repository(deliverySchema).count())).toBe(0);
    });

    it('is asked once, each in their own way; their pages open before any meeting is booked', async () => {
      expect(await yearOf(eva)).toBe(null);
      await ask();

      const rows = await house.within(() => house.database.repository(deliverySchema).find());
      expect(rows.map(({ kind, channel }) => `${kind} ${channel}`).sort()).toEqual([
        'pattern email',
        'pattern email',
        'pattern email',
        'pattern letter',
      ]);
      expect(await standing()).toEqual({ Olle: 'asked', Åsa: 'asked', Eva: 'asked', Gun: 'asked' });
      await expect(ask()).rejects.toThrow('nobodyLeftToAsk');
      expect((await yearOf(eva))?.meetings).toEqual([]);
    });

    it('is not asked of somebody who says no before the mail leaves, and their page is closed', async () => {
      await group.withdraw(group.olle, 'contact');
      await house.dispatch();

      const mails = await arrived(house);
      expect(mails.map(({ to }) => to?.[0]?.address).sort()).toEqual(['asa@region.example', 'eva@post.example']);
      expect(mails[0]?.text).toMatch(/\/m\/[a-z2-7]{32}\/pattern\s/);
      expect(await yearOf(group.olle)).toBe(null);
      expect(await standing()).toMatchObject({ Olle: 'notReached' });
    });

    it('is what the year is planned from once somebody has answered', async () => {
      await answer();

      expect(await known()).toEqual({ hours: ['2 08:00–12:00'], taken: ['2027-07-12T00:00 2027-07-19T00:00'] });
      expect(await standing()).toMatchObject({ Eva: 'answered', Gun: 'asked' });
    });

    it('yields to hours that are noted later, holds again when they are taken away, and the newest answer holds', async () => {
      await note(['13:00']);
      expect(await known()).toEqual({ hours: ['4 13:00–15:00'], taken: ['2027-07-12T00:00 2027-07-19T00:00'] });

      await note([]);
      expect((await known()).hours).toEqual(['2 08:00–12:00']);

      await note(['13:00']);
      await answer({ suits: [{ weekday: 5, part: 'evening' }], never: [] });
      expect(await known()).toEqual({ hours: ['5 16:00–19:00'], taken: [] });
    });

    it('is one answer a person, however many are given at once', async () => {
      await Promise.all([answer(), answer(), answer()]);

      expect((await known()).hours).toEqual(['2 08:00–12:00']);
    });

    it('is seen and forgotten by those who coordinate the person only', async () => {
      const notes = house.get(HoursNotes);

      await expect(house.within(() => notes.said(other.viewer, eva))).rejects.toThrow('notFound');
      await expect(house.within(() => notes.forgetSaid(other.viewer, eva))).rejects.toThrow('notFound');
      await house.within(() => notes.forgetSaid(group.viewer, eva));
      expect((await known()).taken).toEqual([]);
    });

    it('can be answered for sixty days, also by whoever was asked on paper', async () => {
      house.clock.pass(59 * 24 * 60);
      expect((await yearOf(gun))?.meetings).toEqual([]);
      house.clock.pass(24 * 60);
      expect(await yearOf(gun)).toBe(null);
    });
  });
});
