import fc from 'fast-check';
import { Act, type AnswerWay, type Choice } from '../../../src/answers/domain/act';
import { standingAnswer } from '../../../src/answers/domain/standing-answer';
import { appointmentOf } from '../../../src/invitations/domain/appointment';
import { type CallLine, callList } from '../../../src/invitations/domain/call-list';
import type { CallableMeeting, CallablePerson } from '../../../src/invitations/domain/callable';
import { Instant } from '../../../src/kernel/instant';
import type { Meeting } from '../../../src/meetings/domain/meeting';
import { lastToldOf, ToldMeeting } from '../../../src/meetings/domain/told-meeting';
import { decideOn } from '../../../src/replies/domain/decide';
import type { Issue, KnownInvitation } from '../../../src/replies/domain/known-invitation';
import type { ReadMail } from '../../../src/replies/domain/read-mail';
import { aPerson, byMail, groupId, knowing } from '../../support/broker';
import { anId } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';

type Stamp = 'own' | 'copied' | 'missing';

type Step =
  | { readonly what: 'link' | 'phone'; readonly who: number; readonly choice: Choice }
  | {
      readonly what: 'reply';
      readonly who: number;
      readonly choice: Choice;
      readonly stamp: Stamp;
      /** How many steps the mail is on its way. */
      readonly delay: number;
      /** Answered from an entry that has not taken in the last change. */
      readonly isStale: boolean;
      /** The calendar raised SEQUENCE by itself (B21). */
      readonly raises: boolean;
    }
  | { readonly what: 'move'; readonly days: number }
  /** The item of the guest comes earlier or later in the meeting. */
  | { readonly what: 'shift'; readonly offset: number }
  | { readonly what: 'place' | 'send' | 'again' };

/** The last of them is a guest of one item. */
const everybody = [0, 1, 2, 3];
const guest = 3;
const who = fc.nat({ max: guest });
const choice = fc.constantFrom<Choice>('yes', 'no', 'maybe');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constantFrom('link' as const, 'phone' as const), who, choice }),
  fc.record({
    ...{ what: fc.constant('reply' as const), who, choice, stamp: fc.constantFrom<Stamp>('own', 'copied', 'missing') },
    ...{ delay: fc.nat({ max: 4 }), isStale: fc.boolean(), raises: fc.boolean() },
  }),
  fc.record({ what: fc.constant('move' as const), days: fc.nat({ max: 2 }) }),
  fc.record({ what: fc.constant('shift' as const), offset: fc.constantFrom(0, 20, 40) }),
  fc.record({ what: fc.constantFrom('place' as const, 'send' as const, 'again' as const) }),
);

/** What somebody did, as a bystander would write it down: when, and about which asking. */
interface Witnessed {
  readonly who: number;
  readonly choice: Choice;
  readonly at: number;
  readonly asking: number;
}

interface OnItsWay {
  readonly dueAt: number;
  readonly mail: ReadMail;
  readonly seen: Omit<Witnessed, 'at'> & { readonly at: number | null };
}

/** One meeting, three people and a guest, with the real rules inside and a bystander who only counts. */
class Year {
  meeting: Meeting = aMeeting();
  told: ToldMeeting[] = [];
  people: CallablePerson[] = [
    aPerson(0),
    aPerson(1, { reach: byMail('p1@region.example', 'protected') }),
    aPerson(2, { reach: byMail('p2@post.example') }),
    aPerson(3, { part: 'adjunct', reach: byMail('p3@post.example') }),
  ];
  private offset = 20;
  private guestsStart: Instant | null = null;
  private guestsAsking = 0;
  readonly acts: Act[] = [];
  readonly witnessed: Witnessed[] = [];
  /** Every mail about the meeting, each with the asking that it belonged to. */
  readonly issued: { readonly who: number; readonly issue: Issue; readonly asking: number }[] = [];
  private readonly first = this.meeting.day;
  private readonly way: OnItsWay[] = [];
  private readonly delivered: OnItsWay[] = [];
  private putBefore: string[] = [];
  private minute = 0;
  private asking = 0;
  private rooms = 0;

  constructor() {
    this.send();
  }

  live(step: Step): void {
    this.minute += 1;
    switch (step.what) {
      case 'link':
      case 'phone':
        this.say(step.who, step.choice, step.what);
        break;
      case 'reply':
        this.post(step);
        break;
      case 'move':
        this.change({ day: this.first.plusDays(step.days) });
        break;
      case 'shift':
        this.offset = step.offset;
        break;
      case 'place':
        this.rooms += 1;
        this.change({ place: `Rum ${String(this.rooms)}` });
        break;
      case 'send':
        this.send();
        break;
      case 'again':
        for (const mail of this.delivered.slice(-1)) this.deliver(mail, true);
    }
    for (const mail of this.way.filter(({ dueAt }) => dueAt === this.minute)) this.deliver(mail, false);
  }

  /** Until nothing is on its way any more. */
  end(): void {
    for (let rest = 0; rest < 6; rest += 1) this.live({ what: 'place' });
  }

  answerOf(who: number): Choice | null {
    const own = this.acts.filter(({ personId }) => personId === this.people[who]?.personId);
    const since = who === guest ? this.askingOfGuest.since : this.meeting.since;
    return standingAnswer(own, since)?.choice ?? null;
  }

  /** What the bystander would say. A guest's answer holds until they are told of another time of theirs. */
  expectedOf(who: number): Choice | null {
    const isTold = who === guest || this.isAtToldTime;
    const own = this.witnessed.filter((one) => isTold && one.who === who && one.asking === this.askingFor(who));
    return own.toSorted((a, b) => a.at - b.at).at(-1)?.choice ?? null;
  }

  lines(): readonly CallLine[] {
    const meetings = [this.callable];
    return callList({ groupId, people: this.people, meetings, now: this.now, putBefore: this.putBefore });
  }

  private get callable(): CallableMeeting {
    const { id, number, revision, sequence, startsAt } = this.meeting;
    const guests = new Map([[this.people[guest]!.personId, { offset: this.offset, minutes: 20 }]]);
    const appointment = appointmentOf(this.meeting);
    const own = { guests, deputies: new Map() };
    return { id, number, revision, sequence, startsAt, appointment, isOff: false, isCalled: true, ...own };
  }

  private get askingOfGuest() {
    return this.people[guest]!.told.get(this.meeting.id)!.asking;
  }

  private askingFor(who: number): number {
    return who === guest ? this.guestsAsking : this.asking;
  }

  private startFor(who: number): Instant {
    return who === guest ? this.meeting.startsAt.plusMinutes(this.offset) : this.meeting.startsAt;
  }

  send(): void {
    const lines = this.lines();
    if (!this.isAtToldTime) this.asking += 1;
    if (this.meeting.state !== 'called') this.meeting = this.meeting.become('called');
    if (!this.told.some(({ revision }) => revision === this.meeting.revision))
      this.told.push(new ToldMeeting(this.meeting));
    if (this.guestsStart?.iso !== this.startFor(guest).iso) this.guestsAsking += 1;
    this.guestsStart = this.startFor(guest);
    for (const line of lines) this.mail(line);
  }

  private mail(line: CallLine): void {
    const who = this.people.findIndex(({ personId }) => personId === line.person.personId);
    this.people = this.people.map((person, at) => (at === who ? knowing(line, [this.callable]) : person));
    for (const message of line.messages) {
      this.putBefore.push(message.once);
      if (message.meetingId === null) continue;
      const shifts = who === guest ? this.askingOfGuest.shifts : 0;
      const { sequence, revision } = message;
      const issue = { sequence, revision: revision + shifts, writtenAt: this.now, start: this.startFor(who) };
      this.issued.push({ who, issue, asking: this.askingFor(who) });
    }
  }

  private get isAtToldTime(): boolean {
    const last = lastToldOf(this.meeting, this.told);
    return last?.day.equals(this.meeting.day) === true;
  }

  private get now(): Instant {
    return Instant.of('2027-01-01T08:00:00Z').plusMinutes(2 * this.minute);
  }

  private at(minute: number): Instant {
    return Instant.of('2027-01-01T08:00:00Z').plusMinutes(2 * minute);
  }

  private change(own: Partial<Meeting>): void {
    const { day, start, minutes, lengthReason, form, place, placeIsPublic } = this.meeting;
    const to = { day, start, minutes, lengthReason, form, place, placeIsPublic, ...own };
    this.meeting = this.meeting.change(to, lastToldOf(this.meeting, this.told));
  }

  private say(who: number, choice: Choice, way: AnswerWay): void {
    const told = lastToldOf(this.meeting, this.told)?.revision ?? 1;
    const revision = who === guest ? this.meeting.revision + this.askingOfGuest.shifts : told;
    this.act({ who, choice, way, revision, actedAt: this.now });
    this.witnessed.push({ who, choice, at: this.minute, asking: this.askingFor(who) });
  }

  private act(given: { who: number; choice: Choice; way: AnswerWay; revision: number; actedAt: Instant }): void {
    const { who, choice, way, revision, actedAt } = given;
    const personId = this.people[who]!.personId;
    const { organisationId, id: meetingId } = this.meeting;
    const arrival = this.acts.length + 1;
    const source = `${way}:${String(arrival)}`;
    const about = { id: anId<'answer act'>(), organisationId, groupId, meetingId, personId, by: null, comment: '' };
    this.acts.push(new Act({ ...about, revision, choice, way, actedAt, recordedAt: this.now, arrival, source }));
  }

  private post(step: Extract<Step, { what: 'reply' }>): void {
    const own = this.issued.filter((one) => one.who === step.who);
    const answered = (step.isStale ? own.at(-2) : undefined) ?? own.at(-1)!;
    const { issue, asking } = answered;
    const isNewest = answered === own.at(-1);
    const stamps = { own: this.now.iso, copied: issue.writtenAt.iso, missing: null };
    const { address } = this.people[step.who]!.reach as { address: string };
    const attendee = {
      ...{ address, name: '' },
      status: { yes: 'ACCEPTED', no: 'DECLINED', maybe: 'TENTATIVE' }[step.choice],
    };
    const event = {
      ...{ uid: 'uid', attendees: [attendee], sequence: issue.sequence + Number(step.raises && isNewest) },
      ...{ stamp: stamps[step.stamp], start: issue.start.iso, minutes: 60, comment: '' },
    };
    const mail: ReadMail = {
      ...{ messageId: `<${String(this.minute)}@x>`, addresses: ['svar+x@kretsen.example'], from: address, text: '' },
      ...{ isVouchedFor: true, isAutomatic: false, report: null, calendar: { method: 'REPLY', events: [event] } },
    };
    const at = step.stamp === 'own' ? this.minute : null;
    this.way.push({ dueAt: this.minute + step.delay, mail, seen: { who: step.who, choice: step.choice, asking, at } });
  }

  private deliver(one: OnItsWay, isCopy: boolean): void {
    const { mail, seen } = one;
    const person = this.people[seen.who]!;
    const known: KnownInvitation = {
      place: {
        organisationId: this.meeting.organisationId,
        groupId,
        meetingId: this.meeting.id,
        personId: person.personId,
      },
      uid: 'uid',
      mailedTo: [(person.reach as { address: string }).address],
      issued: this.issued.filter(({ who }) => who === seen.who).map(({ issue }) => issue),
    };
    // What has come before is known by its Message-ID, and has no consequences a second time.
    if (isCopy) return;
    this.delivered.push(one);
    this.witnessed.push({ ...seen, at: seen.at ?? this.minute });
    for (const decision of decideOn(mail, new Map([['svar+x@kretsen.example', known]]), this.now))
      if (decision.kind === 'answer') {
        const { choice, revision, actedAt } = decision.said;
        this.act({ who: seen.who, choice, way: 'calendar', revision, actedAt });
      } else throw new Error(`an honest reply became ${decision.kind}`);
  }
}

const lived = (steps: readonly Step[], watch: (year: Year) => void = () => undefined): Year => {
  const year = new Year();
  for (const each of steps) {
    year.live(each);
    watch(year);
  }
  year.end();
  watch(year);
  return year;
};

const steps = fc.array(step, { maxLength: 25 });

describe('answers, replies, phone notes, moves and copies in any order', () => {
  it('always end in the state of the last human act about the time that holds', () => {
    fc.assert(
      fc.property(steps, (all) => {
        lived(all, (year) => {
          expect(everybody.map((one) => year.answerOf(one))).toEqual(everybody.map((one) => year.expectedOf(one)));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never let SEQUENCE fall in anybody’s calendar', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { issued } = lived(all);
        for (const one of everybody) {
          const seen = issued.filter(({ who: each }) => each === one).map(({ issue }) => issue.sequence);
          expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('mail nobody because of an answer, and nobody of a place that their route may not carry', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const year = lived(all);
        year.send();
        const before = year.issued.length;
        year.live({ what: 'link', who: 0, choice: 'yes' });
        year.live({ what: 'reply', who: 2, choice: 'no', stamp: 'own', delay: 0, isStale: false, raises: false });
        year.send();
        expect(year.issued.length).toBe(before);
        year.live({ what: 'place' });
        year.send();
        expect(year.issued.slice(before).map(({ who: each }) => each)).toEqual([1]);
      }),
      { numRuns: 300 },
    );
  });

  it('mail nobody but the guest when items change places', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(60, 80), (all, offset) => {
        const year = lived(all);
        year.send();
        const before = year.issued.length;
        year.live({ what: 'shift', offset });
        year.send();
        expect(year.issued.slice(before).map(({ who: each }) => each)).toEqual([guest]);
      }),
      { numRuns: 300 },
    );
  });
});
