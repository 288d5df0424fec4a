import { Module } from '@nestjs/common';
import { AccessLogRepository } from './access-log.repository';
import { AccessTrail } from './access-trail.service';
import { AuditLog } from './audit-log.service';
import { TypeormAccessLogRepository } from './store/typeorm-access-log.repository';

@Module({
  providers: [AuditLog, AccessTrail, { provide: AccessLogRepository, useClass: TypeormAccessLogRepository }],
  exports: [AuditLog, AccessTrail],
})
export class AuditModule {}
