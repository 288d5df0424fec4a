import { dayInWords, hoursInWords, shortDayInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { AgendaShown } from './agenda-reading.service';
import { audienceInWords, fitTag, hoursOfItem, nameIn, type Speech, stateTag } from './agenda-words';
import type { AgendaItem } from './domain/agenda-item';
import { waysOfCarrying } from './domain/carrying-over';
import { isChangedSince, linesOf, type ReleasedLine } from './domain/released-agenda';

/** One meeting's agenda, as those who chair prepare it; what somebody else did meanwhile is said above it. */
export function agendaPage(shown: AgendaShown, speech: Speech, faults: readonly Fault[] = []): Shown {
  const { meeting, agenda, group } = shown;
  const { say, language } = speech;
  const home = `/meetings/${meeting.id}`;
  return show(
    'agendas/agenda',
    {
      title: say('agendas.agenda.title', { number: meeting.number }),
      caption: group.name,
      when: `${dayInWords(meeting.day, language)} ${hoursInWords(meeting.span, language)}`,
      back: `/groups/${group.id}/agenda`,
      errorSummary: faultModel(faults, say).errorSummary,
      scripts: agenda.isEditable ? ['agenda-order'] : [],
      state: stateTag(agenda, say),
      fit: fitTag(shown, say),
      sum: say('agendas.agenda.sum', { minutes: agenda.minutes, of: meeting.minutes }),
      note: noteOf(shown, speech),
      isEditable: agenda.isEditable,
      items: linesOf(agenda).map((line) => itemModel(agenda.item(line.itemId), line, { shown, speech })),
      addHref: `${home}/agenda/items/new`,
      releaseHref: `${home}/agenda/release`,
      release: say(agenda.isReleased ? 'agendas.release.again' : 'agendas.release.button'),
      sendHref: agenda.isReleased ? `/groups/${group.id}/send` : null,
      holdHref: `${home}/hold`,
      notesHref: `${home}/notes`,
      proposals: proposalModels(shown, speech),
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

/** How what stands relates to what has gone out. */
function noteOf({ agenda, released }: AgendaShown, { say }: Speech): string {
  if (!agenda.isEditable) return say('agendas.note.begun');
  if (released === null) return say('agendas.note.draft');
  return say(isChangedSince(released, agenda) ? 'agendas.note.changed' : 'agendas.note.released');
}

interface Around {
  readonly shown: AgendaShown;
  readonly speech: Speech;
}

function itemModel(item: AgendaItem, line: ReleasedLine, { shown, speech }: Around) {
  const { meeting, agenda, people } = shown;
  const { say } = speech;
  const page = `/meetings/${meeting.id}/agenda/items/${item.id}`;
  const hours = hoursOfItem(meeting, line, speech);
  return {
    anchor: `item-${item.id}`,
    title: item.title,
    hours,
    line: item.line,
    neutral: say('agendas.item.neutral', { title: item.neutralTitle }),
    led: say('agendas.item.led', {
      leader: say(`agendas.leader.${item.leader}`),
      length: say('agendas.minutes', { count: item.minutes }),
    }),
    audience: audienceInWords(item.readership, people, say),
    guest: item.guest && say('agendas.item.guest', { name: nameIn(people, item.guest, say), hours }),
    proposedBy: item.proposedBy && say('agendas.item.proposedBy', { name: nameIn(people, item.proposedBy, say) }),
    editHref: page,
    version: item.version,
    moves: movesAt(item.position, agenda.items.length).map((move) => ({
      action: `${page}/${move}`,
      direction: move,
      text: say(`agendas.item.${move}`),
    })),
    more: say('agendas.item.more'),
    carries: waysOfCarrying.map((way) => ({ action: `${page}/carry`, way, text: say(`agendas.item.carry.${way}`) })),
    removeAction: `${page}/remove`,
  };
}

const movesAt = (position: number, last: number): readonly string[] => [
  ...(position > 1 ? ['up'] : []),
  ...(position < last ? ['down'] : []),
];

const proposalModels = ({ meeting, agenda, proposals, people }: AgendaShown, { say, language }: Speech) =>
  proposals
    .filter((proposal) => proposal.isWaiting)
    .map(({ id, words, personId, madeAt }) => ({
      words,
      from: say('agendas.proposal.from', {
        name: nameIn(people, personId, say),
        day: shortDayInWords(madeAt.dayIn(meeting.zone), language),
      }),
      acceptHref: agenda.isEditable ? `/meetings/${meeting.id}/agenda/proposals/${id}/accept` : null,
      declineHref: `/meetings/${meeting.id}/agenda/proposals/${id}/decline`,
    }));
