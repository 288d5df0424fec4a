import { parts } from '../groups/domain/part';
import { byName, dayInWords, hoursInWords, shortDayInWords } from '../kernel/in-words';
import type { PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { answerTag, momentInWords, nameOf, type Speech } from './answer-words';
import type { AnswersShown } from './answers-reading.service';
import { chaseList, type Silence } from './domain/chase';
import { comingMeetings } from './domain/coming-meetings';
import { type Lack, lacksIn, membersAt } from './domain/needed';
import type { GuestsPart } from './guests-asked.service';
import { wishModel } from './wish.pages';

/** Whom to phone first, then what each has answered about each coming meeting. */
export function answersPage(shown: AnswersShown, speech: Speech): Shown {
  const { group, meetings, wishes, now } = shown;
  const { say } = speech;
  const coming = comingMeetings(meetings, now);
  const unseen = wishes.filter(({ seenAt }) => seenAt === null);
  return show('answers/answers', {
    title: say('answers.title'),
    caption: group.name,
    back: { text: say('groups.toGroup'), href: `/groups/${group.id}` },
    isEmpty: coming.length === 0,
    lacks: lacksIn(shown, now).map((lack) => lackModel(lack, shown, speech)),
    chase: chaseModel(chaseList(shown, now), shown, speech),
    wishes: unseen.map((wish) => wishModel(wish, shown, speech)),
    meetings: coming.map((meeting) => meetingModel(meeting, shown, speech)),
    toReplies: { text: say('answers.toReplies'), href: `/groups/${group.id}/replies` },
  });
}

const lackModel = ({ rule, meeting, personId }: Lack, shown: AnswersShown, { say, language }: Speech) => ({
  text: say(`answers.lack.${rule}`, {
    name: nameOf(shown, personId, say),
    day: shortDayInWords(meeting.day, language),
  }),
  link: { text: say('answers.otherTimes'), href: `/meetings/${meeting.id}/move` },
});

function chaseModel(silences: readonly Silence[], shown: AnswersShown, { say, language }: Speech) {
  if (silences.length === 0) return null;
  return {
    caption: say('answers.chase', { count: silences.length }),
    head: ['name', 'phone', 'about', 'note'].map((column) => ({ text: say(`answers.column.${column}`) })),
    rows: silences.map(({ personId, meetings }) => ({
      header: nameOf(shown, personId, say),
      cells: [
        phoneCell(shown, personId, say),
        { text: meetings.map(({ day }) => shortDayInWords(day, language)).join(', ') },
        noteCell(shown, meetings[0], { personId, say }),
      ],
    })),
  };
}

function phoneCell({ people, readBy }: AnswersShown, personId: PersonId, say: Say) {
  const reached = people.get(personId);
  if (reached?.person.userId === readBy) return { text: say('answers.phone.self') };
  if (reached?.reach.by === 'none') return { text: say(`answers.phone.${reached.reach.why}`) };
  const number = reached?.person.phone ?? null;
  return number === null
    ? { text: say('answers.phone.unknown') }
    : { text: number, href: `tel:${number.replace(/[^+\d]/g, '')}` };
}

const noteCell = (
  { group }: AnswersShown,
  { id }: Meeting,
  { personId, say }: { readonly personId: PersonId; readonly say: Say },
) => ({ text: say('answers.note'), href: `/groups/${group.id}/answers/${id}/${personId}` });

function meetingModel(meeting: Meeting, shown: AnswersShown, speech: Speech) {
  const { book, wishes } = shown;
  const { say, language } = speech;
  const asked = membersAt(shown, meeting).map(({ personId }) => personId);
  return {
    id: `meeting-${String(meeting.number)}`,
    day: dayInWords(meeting.day, language),
    sum: say('answers.sum', {
      hours: hoursInWords(meeting.span, language),
      given: book.countOf(meeting, asked),
      of: asked.length,
    }),
    isMoved: meeting.state === 'moved',
    answers: {
      caption: say('answers.of', { day: shortDayInWords(meeting.day, language) }),
      captionHidden: true,
      head: ['name', 'answer', 'how', 'comment', 'note'].map((column) => ({ text: say(`answers.column.${column}`) })),
      rows: [
        ...inOrder(shown, speech)
          .filter((personId) => asked.includes(personId))
          .map((personId) => answerRow(meeting, personId, { shown, speech })),
        ...shown.guests
          .filter((guest) => guest.meeting.id === meeting.id)
          .map((guest) => guestRow(guest, { shown, speech })),
      ],
    },
    wishes: wishes
      .filter(({ meetingId, seenAt }) => meetingId === meeting.id && seenAt !== null)
      .map((wish) => wishModel(wish, shown, speech)),
  };
}

/** The core trio first, then by name. */
function inOrder(shown: AnswersShown, { say, language }: Speech): readonly PersonId[] {
  const order = byName(language);
  const named = shown.members.map(({ personId, part }) => ({ personId, part, name: nameOf(shown, personId, say) }));
  return named
    .toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || order(a.name, b.name))
    .map(({ personId }) => personId);
}

interface Within {
  readonly shown: AnswersShown;
  readonly speech: Speech;
}

function answerRow(meeting: Meeting, personId: PersonId, { shown, speech }: Within) {
  const { say } = speech;
  const act = shown.book.standing(meeting, personId);
  const how = act && say(`answers.way.${act.way}`, { moment: momentInWords(act.actedAt, meeting, speech) });
  return {
    header: nameOf(shown, personId, say),
    cells: [
      { tag: answerTag(act, say) },
      { text: how ?? say(shown.book.of(meeting.id, personId).length > 0 ? 'answers.way.before' : 'answers.way.none') },
      { text: act?.comment ?? '' },
      noteCell(shown, meeting, { personId, say }),
    ],
  };
}

/** "Karin (14.20–14.40)": a guest is asked about their own part. */
function guestRow({ personId, meeting }: GuestsPart, within: Within) {
  const { say, language } = within.speech;
  const values = { name: nameOf(within.shown, personId, say), hours: hoursInWords(meeting.span, language) };
  return { ...answerRow(meeting, personId, within), header: say('answers.guest', values) };
}
