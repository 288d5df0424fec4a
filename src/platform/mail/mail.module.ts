import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Courier } from './courier';
import { FolderCourier } from './folder-courier';
import { SmtpCourier, usualLimits } from './smtp-courier';

/** Mail leaves through the server of SMTP_URL, or stays as files in the data folder when there is none. */
@Module({
  providers: [{ provide: Courier, inject: [Settings], useFactory: courierFor }],
  exports: [Courier],
})
export class MailModule {}

function courierFor({ mail, dataFolder }: Pick<Settings, 'mail' | 'dataFolder'>): Courier {
  if (mail.smtpUrl === null) return new FolderCourier(join(dataFolder, 'mail'));
  // An attempt that outlived its lease could be made by another process too.
  const message = Math.min(usualLimits.message, mail.lease * 500);
  return new SmtpCourier(mail.smtpUrl, { ...usualLimits, message });
}
