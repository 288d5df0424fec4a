import { Module } from '@nestjs/common';
import { HoldsRepository } from './holds.repository';
import { KeptMessages } from './kept-messages.service';
import { OutboxRepository } from './outbox.repository';
import { TypeormHoldsRepository } from './store/typeorm-holds.repository';
import { TypeormOutboxRepository } from './store/typeorm-outbox.repository';

/** What import and export need of this room; nothing in it can send. */
@Module({
  providers: [
    KeptMessages,
    { provide: OutboxRepository, useClass: TypeormOutboxRepository },
    { provide: HoldsRepository, useClass: TypeormHoldsRepository },
  ],
  exports: [KeptMessages, OutboxRepository, HoldsRepository],
})
export class KeptMessagesModule {}
