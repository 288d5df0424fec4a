import type { PersonId } from '../../kernel/identifiers';
import type { Meeting } from '../../meetings/domain/meeting';
import { wasThere } from '../../notes/domain/attendance';
import type { Notes } from '../../notes/domain/notes';
import { fact, factAbout, factOn, type Finding, notApplying, notYet, yes, yesUnless } from './finding';
import { meetingsHeld, notesOf, type Picture } from './picture';

const doctorWithinMonths = 12;

/** Asked of the notes that the service user has been given; a young group has its first year to do it in. */
export function doctorHasBeenThere(picture: Picture): Finding {
  const doctor = picture.group.inPart('doctor');
  if (!doctor) return notYet(fact('lacks.doctor'));
  const held = meetingsHeld(picture);
  const [first] = held;
  if (!first) return notApplying(fact('noMeetingHeld'));
  const last = held.findLast((meeting) => wasAt(picture, meeting, doctor.personId));
  if (last && !isOver(last, picture)) return yes(fact('doctorThere', { days: [last.day] }));
  const dueOn = first.day.plusMonths(doctorWithinMonths);
  return isOver(first, picture) ? notYet(fact('doctorMissing')) : notApplying(fact('doctorDue', { days: [dueOn] }));
}

const isOver = ({ day }: Meeting, { today }: Picture): boolean => day.plusMonths(doctorWithinMonths).isBefore(today);

const wasAt = (picture: Picture, meeting: Meeting, personId: PersonId): boolean =>
  wasThere(notesOf(picture, meeting)?.attendance ?? [], personId);

/** An expert is called to an item and to nothing else; whether one sat with the group all the same is in the notes. */
export function expertsComeToItemsOnly({ group, notes }: Picture): Finding {
  const experts = group.present.filter(({ part }) => part === 'adjunct').map(({ personId }) => personId);
  if (experts.length === 0) return notApplying(fact('noExpert'));
  const beside = experts.filter((personId) => notes.some((one) => wasUninvited(personId, one)));
  return yesUnless(factAbout('expertUninvited', beside), fact('experts', { people: experts }));
}

const wasUninvited = (personId: PersonId, { attendance, items }: Notes): boolean =>
  wasThere(attendance, personId) && !items.some(({ guest }) => guest === personId);

/** A meeting becomes held by its notes alone, and only when they say that the service user was there. */
export function heldWithServiceUser(picture: Picture): Finding {
  const held = meetingsHeld(picture);
  const without = picture.notes.filter((notes) => notes.isOver && !notes.isHeld);
  const daysOf = (meetings: readonly Meeting[]) => meetings.map(({ day }) => day);
  const isWithout = ({ id }: Meeting): boolean => without.some(({ meetingId }) => meetingId === id);
  const wrong = factOn('heldWithout', daysOf(held.filter(isWithout)));
  const reconciled = picture.meetings.filter((meeting) => meeting.state !== 'held' && isWithout(meeting));
  const apart = factOn('reconciled', daysOf(reconciled));
  if (wrong.length > 0) return notYet(...wrong);
  return held.length === 0 ? notApplying(fact('noMeetingHeld'), ...apart) : yes(fact('heldWith'), ...apart);
}

/** Decisions stand under the service user's own heading; theirs they are when they have read them and let them go. */
export function decisionsAreTheirs(picture: Picture): Finding {
  const latest = meetingsHeld(picture).at(-1);
  if (!latest) return notApplying(fact('noMeetingHeld'));
  const days = [latest.day];
  const notes = notesOf(picture, latest);
  return notes?.letGoOn ? yes(fact('notesRead', { days })) : notYet(fact('notesUnread', { days }));
}
