import { Injectable, OnModuleInit } from '@nestjs/common';
import { ConsentWithdrawn } from '../groups/domain/consent-withdrawn';
import { MemberLeft } from '../groups/domain/member-left';
import { Facts } from '../platform/facts';
import { isFarewell } from './domain/call-list';
import type { LinkPlace } from './domain/personal-link';
import { Gatherings } from './gatherings.service';
import { SendingByItself } from './sending-by-itself.service';

/** Takes the meetings ahead out of the calendar of whoever leaves or takes back a yes, in the same transaction. */
@Injectable()
export class Goodbyes implements OnModuleInit {
  constructor(
    private readonly gatherings: Gatherings,
    private readonly sending: SendingByItself,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    for (const fact of [ConsentWithdrawn, MemberLeft])
      this.facts.on<LinkPlace & object>(fact, (told) => this.sayGoodbye(told));
  }

  private async sayGoodbye({ organisationId, groupId, personId }: LinkPlace): Promise<void> {
    const gathering = await this.gatherings.byItself(organisationId, groupId);
    const own = gathering.lines.filter((line) => line.person.personId === personId && isFarewell(line));
    await this.sending.send('calls.takenBack', gathering, own);
  }
}
