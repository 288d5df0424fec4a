import type { ResourceGroup } from '../groups/domain/resource-group';
import { parts } from '../groups/domain/part';
import type { PersonId } from '../kernel/identifiers';
import { type Language, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, selectField, ticksField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { chairs, presences } from './domain/attendance';
import type { Notes } from './domain/notes';
import { nameOfPresence } from './notes.forms';
import type { Names, NotesShown } from './notes-reading.service';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

export const nameIn = (names: Names, id: PersonId, say: Say): string => names.get(id) ?? say('notes.unseen');

/** Everybody who may be at the meeting: the group, and those who are invited to an item of it. */
export function peopleOf({ group, agenda, notes }: NotesShown): readonly PersonId[] {
  if (notes) return notes.attendance.map(({ personId }) => personId);
  const guests = agenda.items.map(({ guest }) => guest);
  return group.present
    .filter(({ part, personId }) => part !== 'adjunct' || guests.includes(personId))
    .map(({ personId }) => personId);
}

/** What the form shows before anybody has typed: as it was saved, or as it usually is. */
function typedFor(shown: NotesShown): Typed {
  const { notes } = shown;
  const attendance = notes?.attendance ?? peopleOf(shown).map((personId) => ({ personId, presence: 'there' }));
  return {
    chair: notes?.chair ?? 'together',
    chairId: notes?.chairId ?? '',
    reconciliation: notes && !notes.isHeld ? 'yes' : '',
    ...Object.fromEntries(attendance.map(({ personId, presence }) => [nameOfPresence(personId), presence])),
  };
}

interface Holding extends NotesShown {
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
}

/** Who leads today and who is here; the meeting begins from this page. */
export function holdPage({ typed, faults = [], ...shown }: Holding, { say, language }: Speech): Shown {
  const { meeting, group, notes } = shown;
  const model = faultModel(faults, say);
  const asked: Asked = { say, typed: typed ?? typedFor(shown), faultAt: model.at };
  return show(
    'notes/hold',
    {
      title: say('notes.hold.title', { number: meeting.number }),
      caption: group.name,
      when: spanInWords(meeting.span, language),
      back: `/meetings/${meeting.id}/agenda`,
      action: `/meetings/${meeting.id}/hold`,
      errorSummary: model.errorSummary,
      isBegun: notes !== null,
      button: say(notes ? 'notes.hold.save' : 'notes.hold.start'),
      onward: onwardFrom(notes, say),
      chair: choiceField(asked, 'chair', chairOptions(shown, say)),
      chairId: selectField(asked, 'chairId', [
        { value: '', text: say('notes.hold.nobodyElse') },
        ...others(group).map((id) => ({ value: id, text: nameIn(shown.names, id, say) })),
      ]),
      presences: presenceFields(shown, asked),
      reconciliation: ticksField(asked, 'reconciliation', [
        { value: 'yes', text: say('notes.hold.reconciliation', { name: serviceUserIn(shown, say) }) },
      ]),
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const serviceUserIn = ({ group, names }: NotesShown, say: Say): string => nameIn(names, group.serviceUserId, say);

const others = ({ present }: ResourceGroup): readonly PersonId[] =>
  present.filter(({ part }) => part !== 'service-user' && part !== 'coordinator').map(({ personId }) => personId);

const chairOptions = (shown: NotesShown, say: Say) => {
  const { group, names } = shown;
  const coordinator = group.inPart('coordinator');
  const values = {
    serviceUser: serviceUserIn(shown, say),
    coordinator: coordinator ? nameIn(names, coordinator.personId, say) : say('groups.part.coordinator'),
  };
  return chairs.map((chair) => ({ value: chair, text: say(`notes.chair.${chair}`, values) }));
};

function presenceFields(shown: NotesShown, asked: Asked) {
  const { group, names } = shown;
  const { say } = asked;
  const partOf = (id: PersonId) => group.memberOf(id)?.part ?? 'network';
  return peopleOf(shown)
    .toSorted((a, b) => parts.indexOf(partOf(a)) - parts.indexOf(partOf(b)))
    .map((id) => ({
      id: nameOfPresence(id),
      name: nameOfPresence(id),
      inline: true,
      error: asked.faultAt(nameOfPresence(id)),
      legend: say('notes.hold.person', { name: nameIn(names, id, say), part: say(`groups.part.${partOf(id)}`) }),
      items: presences.map((presence) => ({
        value: presence,
        text: say(`notes.presence.${presence}`),
        checked: asked.typed[nameOfPresence(id)] === presence,
      })),
    }));
}

function onwardFrom(notes: Notes | null, say: Say) {
  if (!notes) return null;
  const home = `/meetings/${notes.meetingId}`;
  if (notes.isOver) return { text: say('notes.hold.toNotes'), href: `${home}/notes` };
  const on = notes.takenUp ?? notes.items[0]?.itemId ?? '';
  return { text: say('notes.hold.toScreen'), href: `${home}/hold/${on}` };
}
