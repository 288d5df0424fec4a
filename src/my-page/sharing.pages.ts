import type { Part } from '../groups/domain/part';
import type { Reach } from '../people/domain/reach';
import { type Answer, show } from '../platform/web/answer';
import type { Share } from './own-papers.service';
import type { OwnRoom } from './own-rooms.service';
import { backHome, callModel, nameOf, type Speech } from './own-words';

interface SharingPage {
  readonly room: OwnRoom;
  readonly shares: readonly Share[];
}

/** Who gets what, with each one's yes, and whom to phone to have it otherwise. */
export function sharingPage({ room, shares }: SharingPage, speech: Speech): Answer {
  const { say } = speech;
  const { firstName } = room.year.link.shown.caller;
  return show(
    'my-page/sharing',
    {
      title: say('mine.sharing.title'),
      back: backHome(speech),
      lead: say('mine.sharing.lead'),
      shares: shares.map((share) => ({
        name: share.member.part === 'service-user' ? say('mine.you') : nameOf(room, share.member.personId, say),
        part: say(`mine.part.${share.member.part}`),
        lines: linesOf(share, room, speech),
      })),
      alone: say('mine.sharing.alone', { name: firstName }),
      change: [
        say('mine.sharing.change'),
        say('mine.sharing.changeCall', { name: firstName }),
        say('mine.sharing.changeAtOnce'),
      ],
      call: callModel(room, say),
    },
    { layout: 'link' },
  );
}

function linesOf({ member, standing, items }: Share, { people }: OwnRoom, { say }: Speech): readonly string[] {
  if (standing?.takePart !== true) return [say('mine.sharing.noYes')];
  const reach = people.get(member.personId)?.reach;
  return [
    say('mine.sharing.yes'),
    ...(reach ? [say(`mine.sharing.by.${wayTo(reach, standing.contact)}`)] : []),
    ...itemsLine({ member, items }, say),
    say(`mine.sharing.notes.${notesFor[member.part]}`),
  ];
}

// The coordinator writes the notes, and so has read them; everybody else waits for the service user.
const notesFor = {
  'service-user': 'first',
  coordinator: 'writes',
  doctor: 'after',
  network: 'after',
  adjunct: 'after',
} as const satisfies Record<Part, string>;

// Without a yes to e-mail nothing is mailed, whatever address there is.
const wayTo = ({ by }: Reach, mayMail: boolean): Reach['by'] => (by === 'email' && !mayMail ? 'none' : by);

function itemsLine({ member, items }: Pick<Share, 'member' | 'items'>, say: Speech['say']): readonly string[] {
  if (!items) return [];
  if (member.part === 'adjunct') return [say('mine.sharing.items.guest')];
  if (items.count === items.of) return [say('mine.sharing.items.all')];
  return [say('mine.sharing.items', { count: items.count, of: items.of })];
}
