import { Module } from '@nestjs/common';
import { CallsInTransit } from './calls-in-transit.service';
import { InvitationRepository } from './invitation.repository';
import { OutboxRepository } from './outbox.repository';
import { TypeormInvitationRepository } from './store/typeorm-invitation.repository';
import { TypeormOutboxRepository } from './store/typeorm-outbox.repository';
import { Tokens } from './tokens';

/** What import and export need of this room; nothing in it can send. */
@Module({
  providers: [
    CallsInTransit,
    Tokens,
    { provide: InvitationRepository, useClass: TypeormInvitationRepository },
    { provide: OutboxRepository, useClass: TypeormOutboxRepository },
  ],
  exports: [CallsInTransit],
})
export class CallsInTransitModule {}
