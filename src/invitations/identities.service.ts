import { Injectable } from '@nestjs/common';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import { isOfNoMeeting } from '../outbox/domain/delivery';
import { Dice } from '../platform/dice';
import { type CallLine, isFarewell } from './domain/call-list';
import type { CallablePerson } from './domain/callable';
import type { Gathering } from './domain/gathering';
import { Invitation } from './domain/invitation';
import type { LinkShown } from './domain/personal-link';
import type { Caller } from './domain/recipient';
import type { Identities } from './domain/year-of-calls';
import { InvitationRepository } from './invitation.repository';
import { PersonalLinks } from './personal-links.service';
import { tokenHash, Tokens } from './tokens';

/** Gives every person and meeting the names that tie messages, calendars and answers together for life. */
@Injectable()
export class IdentityIssue {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly links: PersonalLinks,
    private readonly tokens: Tokens,
    private readonly dice: Dice,
  ) {}

  /** Makes what is missing for these messages; what was made before stays as it is. */
  async issue({ gathering, caller, lines, shownTo = lines }: Issuing): Promise<Identities> {
    const uids = await this.uids(gathering, lines);
    const pages = await this.pages(gathering, caller, shownTo);
    return {
      uid: (meetingId, personId) => given(uids.get(pairOf(meetingId, personId))),
      page: (personId) => given(pages.get(personId)),
      ...this.replies(gathering),
    };
  }

  /** As they will look, with made-up names: nobody who looks through the mails is handed somebody's own key. */
  pretend(): Identities {
    const token = this.tokens.example();
    return {
      uid: () => '00000000-0000-4000-8000-000000000000',
      page: () => this.tokens.linkAddress(token),
      replyAddress: () => this.tokens.replyAddress(token),
      yearReplyAddress: () => this.tokens.replyAddress(token),
    };
  }

  private replies({ parts: { group } }: Gathering): Pick<Identities, 'replyAddress' | 'yearReplyAddress'> {
    return {
      replyAddress: (meetingId, personId) => this.tokens.replyAddress(this.tokens.reply(meetingId, personId)),
      yearReplyAddress: (personId) => this.tokens.replyAddress(this.tokens.replyToYear(group.id, personId)),
    };
  }

  // Also for those who are told on paper: should they get e-mail later, their calendars show each meeting once.
  private async uids(gathering: Gathering, lines: readonly CallLine[]): Promise<ReadonlyMap<string, string>> {
    const { organisationId, id: groupId } = gathering.parts.group;
    const before = await this.invitations.ofGroup(organisationId, groupId);
    const known = new Set(before.map(({ meetingId, personId }) => pairOf(meetingId, personId)));
    const missing = told(lines).flatMap((line) =>
      meetingsIn(line, gathering)
        .filter((id) => !known.has(pairOf(id, line.person.personId)))
        .map((id) => this.made(id, line.person.personId, gathering)),
    );
    if (missing.length > 0) await this.invitations.add(missing);
    return new Map([...before, ...missing].map(({ meetingId, personId, uid }) => [pairOf(meetingId, personId), uid]));
  }

  private made(meetingId: MeetingId, personId: PersonId, { parts: { group } }: Gathering): Invitation {
    const replyHash = tokenHash(this.tokens.reply(meetingId, personId));
    const { organisationId, id: groupId } = group;
    const [id, uid] = [this.dice.id<'invitation'>(), this.dice.id()];
    return new Invitation({ id, organisationId, groupId, meetingId, personId, uid, replyHash });
  }

  private async pages(
    { parts: { group } }: Gathering,
    caller: Caller,
    lines: readonly CallLine[],
  ): Promise<ReadonlyMap<PersonId, string>> {
    const { organisationId, id: groupId } = group;
    const pages = new Map<PersonId, string>();
    for (const { person } of told(lines)) {
      const link = await this.links.show(
        { organisationId, groupId, personId: person.personId },
        shownTo(person, caller),
      );
      pages.set(person.personId, this.links.addressOf(link));
    }
    return pages;
  }
}

/** What is about to be written, and to whom. */
interface Issuing {
  readonly gathering: Gathering;
  readonly caller: Caller;
  readonly lines: readonly CallLine[];
  /** Whose own pages name the caller from now on; those who are written to, unless others are named. */
  readonly shownTo?: readonly CallLine[];
}

const told = (lines: readonly CallLine[]): readonly CallLine[] =>
  lines.filter((line) => line.way.by !== 'none' && line.messages.length > 0 && !isFarewell(line));

/** A message about the year is about every meeting ahead that the person is called to. */
const meetingsIn = ({ person, messages }: CallLine, gathering: Gathering): readonly MeetingId[] => [
  ...new Set(
    messages
      .filter(({ kind }) => !isOfNoMeeting(kind))
      .flatMap(({ meetingId }) => meetingId ?? gathering.aheadFor(person).map(({ id }) => id)),
  ),
];

const shownTo = (
  { calledName, language, part, reach }: CallablePerson,
  { firstName, workPhone }: Caller,
): LinkShown => ({
  calledName,
  language,
  caller: { firstName, workPhone },
  comesByMail: reach.by === 'email',
  mayOpenAgenda: part === 'service-user',
});

const pairOf = (meetingId: MeetingId, personId: PersonId): string => `${meetingId} ${personId}`;

function given(value: string | undefined): string {
  if (value === undefined) throw new Error('Nothing was issued for this person.');
  return value;
}
