import { Module } from '@nestjs/common';
import { CallsInTransit } from './calls-in-transit.service';
import { InvitationRepository } from './invitation.repository';
import { KeptMessagesModule } from '../outbox/kept-messages.module';
import { TypeormInvitationRepository } from './store/typeorm-invitation.repository';
import { Tokens } from './tokens';

/** What import and export need of this room; nothing in it can send. */
@Module({
  imports: [KeptMessagesModule],
  providers: [CallsInTransit, Tokens, { provide: InvitationRepository, useClass: TypeormInvitationRepository }],
  exports: [CallsInTransit],
})
export class CallsInTransitModule {}
