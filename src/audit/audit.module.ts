import { Module } from '@nestjs/common';
import { AccessLogRepository } from './access-log.repository';
import { AuditLog } from './audit-log.service';
import { TypeormAccessLogRepository } from './store/typeorm-access-log.repository';

@Module({
  providers: [AuditLog, { provide: AccessLogRepository, useClass: TypeormAccessLogRepository }],
  exports: [AuditLog],
})
export class AuditModule {}
