import { Module } from '@nestjs/common';
import { KeptMessages } from './kept-messages.service';
import { OutboxRepository } from './outbox.repository';
import { TypeormOutboxRepository } from './store/typeorm-outbox.repository';

/** What import and export need of this room; nothing in it can send. */
@Module({
  providers: [KeptMessages, { provide: OutboxRepository, useClass: TypeormOutboxRepository }],
  exports: [KeptMessages, OutboxRepository],
})
export class KeptMessagesModule {}
