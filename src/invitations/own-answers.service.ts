import { Injectable } from '@nestjs/common';
import { Answers } from '../answers/answers.service';
import type { Act } from '../answers/domain/act';
import { AuditLog, linkHolder } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Dice } from '../platform/dice';
import { answerIn, type OwnEntry, type WhatIsNew } from './domain/own-answer';
import type { OwnYear } from './domain/own-year';
import type { LinkPlace } from './domain/personal-link';

/** Takes what people answer on their own page. */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly answers: Answers,
    private readonly audit: AuditLog,
    private readonly dice: Dice,
  ) {}

  of(place: LinkPlace): Promise<readonly Act[]> {
    return this.answers.ofPerson(place);
  }

  async hasWished(place: LinkPlace): Promise<boolean> {
    const wishes = await this.answers.wishesOfPerson(place);
    return wishes.some(({ way }) => way === 'link');
  }

  /** Keeps all of it but what came too late: the numbers of those meetings come back. */
  async take(year: OwnYear, entries: readonly OwnEntry[]): Promise<readonly number[]> {
    const acts = await this.answers.ofPerson(year.link);
    const decided = entries.map((entry) => {
      const meeting = meetingIn(year, entry);
      const own = acts.filter(({ meetingId }) => meetingId === meeting.id);
      return { meeting, answer: answerIn(entry, meeting, own, year.now) };
    });
    const kept = decided.flatMap(({ meeting, answer }) =>
      answer.kind === 'kept' ? [{ meeting, ...answer.said }] : [],
    );
    for (const { meeting, ...said } of kept) await this.keep(year, meeting, said);
    await this.write(
      year.link,
      kept.map(({ meeting }) => meeting.id),
    );
    return decided.filter(({ answer }) => answer.kind === 'too-late').map(({ meeting }) => meeting.number);
  }

  private async keep({ link, now }: OwnYear, { id: meetingId }: Meeting, { act, wishes }: WhatIsNew): Promise<void> {
    const { organisationId, groupId, personId } = link;
    const place = { organisationId, groupId, personId, meetingId, way: 'link' } as const;
    if (act) await this.answers.give({ ...place, ...act, actedAt: now, by: null, source: `link:${this.dice.id()}` });
    for (const wish of wishes) await this.answers.wish({ ...place, ...wish, at: now });
  }

  private async write(place: LinkPlace, meetingIds: readonly MeetingId[]): Promise<void> {
    if (meetingIds.length === 0) return;
    const { groupId, personId } = place;
    const deed = { action: 'answer.given', about: personId, subjects: [groupId, ...meetingIds] };
    await this.audit.record(linkHolder(place, 'link'), deed);
  }
}

function meetingIn(year: OwnYear, { number }: OwnEntry): Meeting {
  const own = year.numbered(number);
  if (!own) throw new DomainError('notFound');
  return own.meeting;
}
